# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# The engine's user, kernel settings, Session Manager.

install_node() {
  getent group "$OWNER" >/dev/null || groupadd --system --gid "$OWNER_ID" "$OWNER"
  # The number is fixed: files on the volume outlive the machine that made them.
  getent passwd "$OWNER" >/dev/null || useradd --system --uid "$OWNER_ID" --gid "$OWNER_ID" --no-create-home --home-dir "$DATA" --shell /usr/sbin/nologin "$OWNER"
  apply_kernel_settings
  install_session_agent || log 'Session Manager is not available on this node'
}

apply_kernel_settings() {
  sysctl -q -p /etc/sysctl.d/90-redis-blueprints.conf || log 'some kernel settings were refused'
  systemd-tmpfiles --create /etc/tmpfiles.d/redis-blueprints.conf || log 'some kernel settings were refused'
}

# Debian's images come without the agent, and Debian's archive has none.
install_session_agent() {
  [ "$SESSION_AGENT" = download ] || return 0
  command -v amazon-ssm-agent >/dev/null && return 0
  local file
  file=$(mktemp --suffix .deb)
  curl -sf -m 120 -o "$file" "https://s3.$REGION.amazonaws.com/amazon-ssm-$REGION/latest/debian_$(dpkg --print-architecture)/amazon-ssm-agent.deb" &&
    dpkg -i "$file" && systemctl enable --now amazon-ssm-agent
}
