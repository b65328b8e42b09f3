# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# A planned stop loses no write: whoever takes over has everything before it takes over.

serving() { engine PING | grep -qx PONG; }

# One line for each replica that copies: its address and its offset; then the primary's own offset.
offsets() {
  engine INFO replication | awk -F '[:=,]' '
    /^slave[0-9]+:/ { for (i = 2; i < NF; i += 2) value[$i] = $(i + 1); if (value["state"] == "online") print "replica", value["ip"], value["offset"] }
    /^master_repl_offset:/ { print "primary", "-", $2 }'
}

has_replica() { offsets | grep -q '^replica'; }

all_caught_up() { offsets | awk '$1 == "replica" { count++; if (least == "" || $3 < least) least = $3 } $1 == "primary" { own = $3 } END { exit !(count > 0 && least >= own) }'; }

best_replica() { offsets | awk '$1 == "replica" && (best == "" || $3 > most) { best = $2; most = $3 } END { print best }'; }

# Until this node is a replica, or the time is over.
handed_over() {
  local since=$SECONDS
  until [ "$(role)" = slave ]; do
    [ $((SECONDS - since)) -lt "$FAILOVER_SECONDS" ] || return 1
    sleep 0.1
  done
}

order_failover() {
  local name address since=$SECONDS
  while [ $((SECONDS - since)) -lt "$OFFSET_SECONDS" ]; do
    for name in "${SENTINEL_NODES[@]}"; do
      address=$(address_of "$name") || continue
      if sentinel "$address" SENTINEL FAILOVER "$PRIMARY_NAME" "$@" | grep -qx OK; then return 0; fi
    done
    sleep 0.5
  done
  return 1
}

hand_over_coordinated() { order_failover COORDINATED && handed_over; }

# The pause also holds the Sentinels' greetings back, and with them their order to follow, so this node follows by itself:
# writes that waited are then refused here and sent to the new primary, never acknowledged by the old one.
follow_promoted() {
  local replica since=$SECONDS
  while [ $((SECONDS - since)) -lt "$FAILOVER_SECONDS" ]; do
    for replica in "$@"; do
      if [ "$(client operator "$replica" "$PORT" INFO replication | field role)" = master ]; then
        engine REPLICAOF "$replica" "$PORT" | grep -qx OK
        return
      fi
    done
    sleep 0.05
  done
  return 1
}

# The pause ends by itself, should this script die.
hand_over_paused() {
  local since=$SECONDS code=0 replicas
  mapfile -t replicas < <(offsets | awk '$1 == "replica" { print $2 }')
  engine CLIENT PAUSE $(((OFFSET_SECONDS * 2 + FAILOVER_SECONDS + 5) * 1000)) WRITE | grep -qx OK || return 1
  until all_caught_up; do
    if [ $((SECONDS - since)) -ge "$OFFSET_SECONDS" ]; then
      engine CLIENT UNPAUSE >/dev/null
      return 1
    fi
    sleep 0.05
  done
  { order_failover && follow_promoted "${replicas[@]}"; } || code=1
  engine CLIENT UNPAUSE >/dev/null || true
  return "$code"
}

hand_over_cluster() {
  local replica
  replica=$(best_replica)
  client operator "$replica" "$PORT" CLUSTER FAILOVER | grep -qx OK && handed_over
}

fail_over() {
  if [ "$(role)" != master ]; then
    log "$NODE is not the primary"
    return 0
  fi
  if ! has_replica; then
    log 'no replica copies this node'
    return 1
  fi
  "hand_over_$FAILOVER_MODE" && log 'another node is the primary now'
}

stop_engine() {
  if ! serving; then return 0; fi
  if fail_over; then
    # The new primary has the data: a snapshot at the end would only keep the machine from stopping.
    engine CONFIG SET save '' >/dev/null || true
  else
    log 'stops as the primary: nobody could take over'
    touch "$DATA/clean-stop"
  fi
}
