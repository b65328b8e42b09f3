#!/bin/bash
# shellcheck disable=SC2154
# First step of the first boot: packages, then the scripts, which are too large for user data.
set -euo pipefail
export PATH="$PATH:/usr/sbin:/snap/bin"
# shellcheck source=/dev/null
. /etc/redis-blueprints/plan.env

missing_programs() {
  local program code=1
  for program in "$SERVER" "$CLI" "$CHECK_RDB" aws jq openssl curl mkfs.ext4 ip; do
    command -v "$program" >/dev/null || code=0
  done
  return "$code"
}

install_on_dnf() { dnf install -y "${PACKAGES[@]}"; }

install_on_apt() {
  export DEBIAN_FRONTEND=noninteractive
  if [ -n "$BACKPORTS" ]; then
    printf 'deb http://deb.debian.org/debian %s main\n' "$BACKPORTS" >/etc/apt/sources.list.d/redis-blueprints.list
  fi
  apt-get -q update && apt-get -q install -y --no-install-recommends ${BACKPORTS:+-t "$BACKPORTS"} "${PACKAGES[@]}" || return
  if [ "$CLI_FROM_SNAP" = yes ] && ! command -v aws >/dev/null; then snap install aws-cli --classic; fi
}

# The distribution's own units would start a second engine with other settings.
for unit in "${MASKED_UNITS[@]}"; do systemctl mask "$unit.service"; done

# Nothing is fetched where an image has everything already. An archive that cannot be reached now can be later.
while missing_programs; do
  "install_on_$PACKAGE_MANAGER" || sleep 20
done

region=$(sed -n 's/^REGION=//p' /etc/redis-blueprints/node.env)
until found=$(aws --region "$region" --output json ssm get-parameters --names "${SCRIPT_PARAMETERS[@]}") && [ "$(jq '.Parameters | length' <<<"$found")" -eq "${#SCRIPT_PARAMETERS[@]}" ]; do
  sleep 20
done
# The API does not keep the order that was asked for.
jq -r '[.Parameters[]] | sort_by(.Name) | map(.Value) | join("")' <<<"$found" | base64 -d | gzip -d | bash -eu
