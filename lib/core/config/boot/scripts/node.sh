#!/bin/bash
# shellcheck disable=SC2154
# Commands of a node: for its units, and for operators and runbooks.
set -euo pipefail
for part in /usr/local/lib/redis-blueprints/*.sh; do
  # shellcheck source=/dev/null
  . "$part"
done

usage() {
  cat >&2 <<'TEXT'
usage: redis-blueprints-node COMMAND
  status     what this node is and how it does
  failover   hand the primary's role over without losing a write
  backup     back this shard up now
  renew      issue a new certificate and load it without a restart
  passwords  read changed passwords and use them without a restart
  join       take this node's place in the cluster
  rebalance  share the slots out evenly
  leave      hand this node's slots over and leave the cluster
  rejoin     allow this node to lead with what it has, when no other node can
TEXT
  exit 2
}

status() {
  printf 'node %s (%s)\nstate %s\n' "$NODE" "$ADDRESS" "$(cat "$RUN/state")"
  printf 'certificate until %s\n' "$(openssl x509 -in "$RUN/tls/tls.crt" -noout -enddate | cut -d = -f 2)"
  if holds_data; then engine INFO replication | grep -E '^(role|master_host|master_link_status|connected_slaves|slave[0-9]+):' || log 'the engine does not answer'; fi
  case $KIND in
    sentinel) answers_of_sentinels | awk '{ print "Sentinel " $1 " names " $2 }' ;;
    cluster) engine CLUSTER INFO | grep -E '^cluster_(state|slots_ok|known_nodes|size):' || true ;;
  esac
}

# Other units wait for this one, and would give up with it: it tries again by itself, each time in a shell that stops at an error.
prepare() {
  until "$0" prepare-once; do sleep 10; done
}

prepare_once() {
  take_identity
  fetch_secrets
  issue_certificate
  write_users
}

boot() {
  install_node
  systemctl daemon-reload
  systemctl enable "${UNITS[@]}"
  systemctl start --no-block redis-blueprints.target
}

case ${1:-} in
  boot | prepare | status) "$1" ;;
  prepare-once) prepare_once ;;
  start) prepare_engine ;;
  stop) stop_engine ;;
  start-sentinel) prepare_sentinel ;;
  sentinel-settings) apply_sentinel_settings ;;
  failover) fail_over ;;
  backup) make_backup "$CACHE_ID/$SHARD/$(date -u +%Y%m%dT%H%M%SZ).rdb" ;;
  backup-if-due) backup_if_due ;;
  renew) renew_certificate "${2:-}" ;;
  passwords) reload_users ;;
  metrics) publish_metrics ;;
  logs) ship_logs ;;
  health) check_health ;;
  join) join_cluster ;;
  rebalance) rebalance_cluster --cluster-use-empty-masters ;;
  leave) leave_cluster ;;
  rejoin)
    touch "$DATA/allow-primary"
    systemctl restart redis-blueprints-engine.service
    ;;
  *) usage ;;
esac
