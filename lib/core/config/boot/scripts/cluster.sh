# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# Cluster: made once, joined by whoever is new, left by who goes. Every step looks first and can be run again.

cluster_client() { CLIENT_SECONDS=${CLIENT_SECONDS:-86400} client operator "$ADDRESS" "$PORT" --cluster "$@"; }

# Lines of CLUSTER NODES as this or another node sees them: id, address, role, state, primary, first slot or -.
cluster_view() {
  client operator "${1:-$ADDRESS}" "$PORT" CLUSTER NODES | awk 'NF >= 8 {
    split($2, place, ":"); role = $3 ~ /master/ ? "primary" : "replica"; if ($3 ~ /noaddr|handshake|fail!?$/) role = role "-lost"
    print $1, place[1], role, $8, $4, (NF > 8 ? $9 : "-") }'
}

cluster_info() { client operator "$1" "$PORT" CLUSTER INFO | field "cluster_$2"; }

# Sees every slot with an owner: the cluster has been made. A restored node claims the slots of its keys alone.
complete() { [ "$(cluster_info "$1" slots_assigned)" = 16384 ]; }

shard_addresses() {
  local name
  for name in "${SHARD_NODES[@]}"; do address_of "$name"; done
}

# The shard's primary: the one of its nodes that holds slots, or the first node while none does.
shard_primary() {
  local addresses
  addresses=$(shard_addresses)
  cluster_view | awk -v of="$addresses" 'BEGIN { count = split(of, list, "\n"); for (i = 1; i <= count; i++) mine[list[i]] = 1 }
    ($2 in mine) && $3 == "primary" { if ($6 != "-") found = $1; else if (first == "" || $2 == list[1]) first = $1 }
    END { print found != "" ? found : first }'
}

# A node of the cluster that is there already.
known_member() {
  local name address
  for name in "${NODES[@]}"; do
    [ "$name" = "$NODE" ] && continue
    address=$(address_of "$name") || continue
    if client operator "$address" "$PORT" PING | grep -qx PONG && complete "$address"; then
      printf '%s\n' "$address"
      return
    fi
  done
  return 1
}

all_answer() {
  local name
  for name in "${NODES[@]}"; do client operator "$(address_of "$name")" "$PORT" PING | grep -qx PONG || return 1; done
}

all_new() {
  local name slots
  for name in "${NODES[@]}"; do
    slots=$(cluster_info "$(address_of "$name")" slots_assigned)
    [ -n "$slots" ] || return 1
    if [ "$slots" != 0 ] && { [ -z "$RESTORE_FROM" ] || [ "$slots" = 16384 ]; }; then return 1; fi
  done
}

# Once for the whole cluster, by its first node. The mark on the volume tells an interrupted run from a cluster that lost slots.
bootstrap_cluster() {
  local name shard index=0 count=${#SHARDS[@]} first last
  [ "$NODE" = "$FIRST_PRIMARY" ] || return 1
  all_answer || return 1
  if [ ! -e "$DATA/bootstrap" ]; then
    all_new || return 1
    touch "$DATA/bootstrap"
  fi
  for name in "${NODES[@]}"; do
    [ "$name" = "$NODE" ] || engine CLUSTER MEET "$(address_of "$name")" "$PORT" >/dev/null
  done
  wait_for_members "${#NODES[@]}" || return 1
  for shard in "${SHARDS[@]}"; do
    first=$((index * 16384 / count))
    index=$((index + 1))
    last=$((index * 16384 / count - 1))
    assign_slots "$(address_of "$shard-1")" "$first" "$last"
  done
  wait_for_state ok || return 1
  rm -f "$DATA/bootstrap"
}

# What nobody holds yet of a range: an interrupted run or restored keys may have taken some.
assign_slots() {
  local free
  mapfile -t free < <(comm -23 <(seq "$2" "$3" | sort) <(taken_slots | sort))
  [ "${#free[@]}" -eq 0 ] || client operator "$1" "$PORT" CLUSTER ADDSLOTS "${free[@]}" >/dev/null
}

taken_slots() {
  engine CLUSTER NODES | awk '{ for (i = 9; i <= NF; i++) if ($i !~ /\[/) { ends = split($i, range, "-"); for (slot = range[1] + 0; slot <= range[ends] + 0; slot++) print slot } }'
}

wait_for_members() {
  local since=$SECONDS
  until [ "$(cluster_view | grep -c -v -- -lost)" -ge "$1" ]; do
    [ $((SECONDS - since)) -lt 60 ] || return 1
    sleep 0.5
  done
}

wait_for_state() {
  local since=$SECONDS
  until [ "$(engine CLUSTER INFO | field cluster_state)" = "$1" ]; do
    [ $((SECONDS - since)) -lt 60 ] || return 1
    sleep 0.5
  done
}

# Until this node has its place: in the cluster, behind its shard's primary or with slots of its own.
join_cluster() {
  until serving && join_once; do sleep 2; done
  log "$NODE has its place in the cluster"
}

join_once() {
  local member primary
  if [ -e "$DATA/bootstrap" ]; then
    bootstrap_cluster || return 1
  elif ! complete "$ADDRESS"; then
    if member=$(known_member); then
      engine CLUSTER MEET "$member" "$PORT" >/dev/null
      wait_for_members 2 || return 1
      wait_for_state ok || return 1
    else
      bootstrap_cluster || return 1
    fi
  fi
  primary=$(shard_primary)
  [ -n "$primary" ] || return 1
  if [ "$ORDINAL" -gt 1 ] || has_slots "$primary"; then follow "$primary"; else take_share "$primary"; fi
}

has_slots() { cluster_view | awk -v id="$1" '$1 == id && $6 != "-" { found = 1 } END { exit !found }'; }

follow() {
  local own
  own=$(engine CLUSTER MYID)
  if [ "$own" = "$1" ] || cluster_view | awk -v own="$own" -v of="$1" '$1 == own && $5 == of { found = 1 } END { exit !found }'; then return 0; fi
  if has_slots "$own"; then
    log 'holds slots of its own and follows nobody'
    return 0
  fi
  engine CLUSTER REPLICATE "$1" | grep -qx OK
}

# A new shard waits for its replicas, and for shards whose name comes before, then takes its share of slots and keys.
take_share() {
  local wanted=$((${#SHARD_NODES[@]} - 1))
  [ "$(cluster_view | awk -v id="$1" '$5 == id { count++ } END { print count + 0 }')" -ge "$wanted" ] || return 1
  [ "$(cluster_view | awk '$3 == "primary" && $6 == "-" { print $2 }' | sort | head -n 1)" = "$ADDRESS" ] || return 1
  rebalance_cluster --cluster-use-empty-masters
}

rebalance_cluster() {
  # An interrupted move leaves a slot open at both ends; fixing it finishes that move.
  if cluster_client check "$ADDRESS:$PORT" | grep -q 'open slots'; then cluster_client fix "$ADDRESS:$PORT" >&2; fi
  cluster_client rebalance "$ADDRESS:$PORT" --cluster-pipeline 100 "$@" >&2
}

# Before a shard or a replica is removed: its slots go to the others, then everybody forgets it.
leave_cluster() {
  local own peer address
  own=$(engine CLUSTER MYID)
  if has_slots "$own"; then rebalance_cluster --cluster-weight "$own=0"; fi
  if has_slots "$own"; then fail 'still holds slots: run leave again'; fi
  systemctl disable --now redis-blueprints-join.service
  while read -r peer address _; do
    [ "$peer" = "$own" ] || client operator "$address" "$PORT" CLUSTER FORGET "$own" >/dev/null
  done < <(cluster_view)
  engine CLUSTER RESET SOFT
}
