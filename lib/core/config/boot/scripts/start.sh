# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# What a node starts as is decided by asking the others, never by what a file says.

# One line for each Sentinel that answers: its address, the primary it names, the epoch of that, the replicas it knows.
answers_of_sentinels() {
  local name address
  for name in "${SENTINEL_NODES[@]}"; do
    address=$(address_of "$name") || continue
    sentinel "$address" SENTINEL MASTER "$PRIMARY_NAME" | awk -v from="$address" '
      key == "" { key = $0; next }
      { value[key] = $0; key = "" }
      END { if (value["ip"] ~ /^[0-9.]+$/) print from, value["ip"], value["config-epoch"], value["num-slaves"] + value["num-replicas"] }'
  done
  return 0
}

named_by_majority() { awk -v need="$MAJORITY" '{ votes[$2]++ } END { for (one in votes) if (votes[one] >= need) print one }'; }

empty_volume() { [ -z "$(find "$DATA/data" -mindepth 1 -not -name lost+found -print -quit)" ]; }

# The first start of the first node: its volume is blank, and no Sentinel has ever seen a replica or a failover.
first_deployment() { [ "$NODE" = "$FIRST_PRIMARY" ] && empty_volume && awk '$3 > 0 || $4 > 0 { seen = 1 } END { exit seen }'; }

no_replica_known() { awk '$4 > 0 { seen = 1 } END { exit seen }'; }

# Named primary, and back from a stop that handed nothing over.
may_lead() {
  local answers=$1 waited=$2
  if [ -e "$DATA/allow-primary" ]; then return 0; fi
  if empty_volume; then
    first_deployment <<<"$answers"
    return
  fi
  if [ -e "$DATA/clean-stop" ] || no_replica_known <<<"$answers"; then return 0; fi
  # The replicas may hold writes that this node lost: they get the time of a failover before it leads again.
  [ "$waited" -ge "$LEAD_PATIENCE_SECONDS" ]
}

decide_role() {
  local since=$SECONDS answers named
  while true; do
    answers=$(answers_of_sentinels)
    named=$(named_by_majority <<<"$answers")
    if [ "$named" = "$ADDRESS" ]; then
      if may_lead "$answers" $((SECONDS - since)); then
        echo primary
        return
      fi
      state 'waiting for a failover'
    elif [ -n "$named" ]; then
      printf '%s\n' "$named"
      return
    else
      state 'waiting for a majority of Sentinels'
    fi
    sleep 1
  done
}

prepare_engine() {
  local primary=none
  fill "$ETC/engine.conf" "$DATA/data" | place "$RUN/engine/engine.conf"
  if [ "$KIND" = sentinel ]; then
    primary=$(decide_role)
    if [ "$primary" != primary ]; then
      { cat "$RUN/engine/engine.conf" && printf 'replicaof %s %s\n' "$primary" "$PORT"; } | place "$RUN/engine/engine.conf"
    fi
  fi
  if [ -n "$RESTORE_FROM" ] && empty_volume && { [ "$primary" = primary ] || [ "$KIND$ORDINAL" = cluster1 ]; }; then restore_backup "$RESTORE_FROM"; fi
  rm -f "$DATA/clean-stop" "$DATA/allow-primary"
  state serving
}

# Sentinel writes what it learns into its file, so the template makes the first one only. Passwords may have changed since.
prepare_sentinel() {
  local file=$DATA/sentinel/sentinel.conf named
  if [ ! -s "$file" ]; then
    named=$(answers_of_sentinels | named_by_majority)
    fill "$ETC/sentinel.conf" "$DATA/sentinel" |
      awk -v name="$PRIMARY_NAME" -v named="$named" '$1 == "sentinel" && $2 == "monitor" && $3 == name && named != "" { $4 = named } { print }' | place "$file"
    return
  fi
  PASSWORD=$(<"$RUN/secrets/SECRET_ARN_sentinel") awk -v name="$PRIMARY_NAME" '
    $1 == "sentinel" && $2 == "sentinel-pass" { print $1, $2, ENVIRON["PASSWORD"]; next }
    $1 == "sentinel" && $2 == "auth-pass" && $3 == name { print $1, $2, $3, ENVIRON["PASSWORD"]; next }
    { print }' "$file" | place "$file"
}

# What the blueprint says now, on a Sentinel whose file is older.
apply_sentinel_settings() {
  local since=$SECONDS
  until sentinel "$ADDRESS" PING | grep -qx PONG; do
    [ $((SECONDS - since)) -lt 30 ] || return 0
    sleep 0.2
  done
  sentinel "$ADDRESS" SENTINEL SET "$PRIMARY_NAME" quorum "$QUORUM" down-after-milliseconds "$DOWN_AFTER_MS" failover-timeout "$FAILOVER_TIMEOUT_MS" >/dev/null
}
