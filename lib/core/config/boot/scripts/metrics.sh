# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# Figures of the node, once a minute, in one request. A figure that cannot be read is left out: silence is noticed, zero is not.

# Name and value; names and units stand in plan.env, which has those that this node publishes.
figure() { [[ -n ${METRICS[$1]:-} && $2 =~ ^-?[0-9]+([.][0-9]+)?$ ]] && printf '%s %s %s\n' "$1" "$2" "${METRICS[$1]}"; return 0; }

flag() { if [ "$2" = "$3" ]; then figure "$1" 1; else figure "$1" 0; fi; }

info() { field "$1" <<<"$INFO"; }

# What grew since the last reading; nothing after a restart, when counters begin again.
growth() {
  local before=${PREVIOUS[$1]:-}
  printf '%s=%s\n' "$1" "$2" >>"$RUN/readings.new"
  if [[ -n $before && $SAME_RUN = yes ]]; then awk -v now="$2" -v before="$before" 'BEGIN { if (now >= before) printf "%.10g\n", now - before }'; fi
}

read_previous() {
  local name value
  declare -gA PREVIOUS=()
  if [ -r "$RUN/readings" ]; then
    while IFS='=' read -r name value; do PREVIOUS[$name]=$value; done <"$RUN/readings"
  fi
  : >"$RUN/readings.new"
  printf 'at=%s\n' "$NOW" >>"$RUN/readings.new"
  ELAPSED=$((NOW - ${PREVIOUS[at]:-$NOW}))
}

engine_figures() {
  local up
  up=$(CLIENT_SECONDS=1 client metrics "$ADDRESS" "$PORT" PING)
  flag EngineUp "$up" PONG
  age_of_backup
  [ "$up" = PONG ] || return 0
  INFO=$(client metrics "$ADDRESS" "$PORT" INFO everything)
  SAME_RUN=no
  [ "${PREVIOUS[run]:-}" = "$(info run_id)" ] && SAME_RUN=yes
  printf 'run=%s\n' "$(info run_id)" >>"$RUN/readings.new"
  flag Primary "$(info role)" master
  figure MemoryUsedPercent "$(awk -v used="$(info used_memory)" -v apart="$(info mem_not_counted_for_evict)" -v most="$(info maxmemory)" 'BEGIN { if (most > 0) printf "%.2f", 100 * (used - apart) / most }')"
  figure KeyspaceHits "$(growth hits "$(info keyspace_hits)")"
  figure KeyspaceMisses "$(growth misses "$(info keyspace_misses)")"
  figure EvictedKeys "$(growth evicted "$(info evicted_keys)")"
  figure CommandsProcessed "$(growth commands "$(info total_commands_processed)")"
  figure RejectedConnections "$(growth rejected "$(info rejected_connections)")"
  figure EngineCpuPercent "$(engine_cpu)"
  figure ConnectedClients "$(info connected_clients)"
  figure BlockedClients "$(info blocked_clients)"
  figure ForkMilliseconds "$(awk -v micro="$(info latest_fork_usec)" 'BEGIN { printf "%.3f", micro / 1000 }')"
  flag SnapshotOk "$(info rdb_last_bgsave_status)" ok
  if [ "$(info aof_enabled)" = 1 ]; then flag AppendOnlyOk "$(info aof_last_write_status) $(info aof_last_bgrewrite_status)" 'ok ok'; fi
  replication_figures
  if [ "$KIND" = cluster ]; then cluster_figures; fi
}

engine_cpu() {
  local user system spent
  user=$(info used_cpu_user_main_thread)
  system=$(info used_cpu_sys_main_thread)
  spent=$(growth cpu "$(awk -v own="${user:-$(info used_cpu_user)}" -v kernel="${system:-$(info used_cpu_sys)}" 'BEGIN { print own + kernel }')")
  if [[ -n $spent && $ELAPSED -gt 0 ]]; then awk -v spent="$spent" -v seconds="$ELAPSED" 'BEGIN { printf "%.2f", 100 * spent / seconds }'; fi
}

replication_figures() {
  if [ "$(info role)" != master ]; then
    flag ReplicaLinkUp "$(info master_link_status)" up
    return
  fi
  local lag bytes fresh
  read -r fresh lag bytes < <(awk -F '[:=,]' -v most="$MAX_LAG_SECONDS" '
    /^slave[0-9]+:/ { for (i = 2; i < NF; i += 2) value[$i] = $(i + 1); count++
      if (value["lag"] > lag) lag = value["lag"]; if (least == "" || value["offset"] < least) least = value["offset"]
      if (value["state"] == "online" && value["lag"] <= most) fresh++ }
    /^master_repl_offset:/ { own = $2 }
    END { print fresh + 0, (count ? lag + 0 : "-"), (count ? own - least : "-") }' <<<"$INFO")
  figure ConnectedReplicas "$fresh"
  figure ReplicationLagSeconds "$lag"
  figure ReplicationLagBytes "$bytes"
}

cluster_figures() {
  local cluster
  cluster=$(client metrics "$ADDRESS" "$PORT" CLUSTER INFO)
  flag ClusterStateOk "$(field cluster_state <<<"$cluster")" ok
  figure ClusterSlotsOk "$(field cluster_slots_ok <<<"$cluster")"
}

sentinel_figures() {
  local up known
  up=$(CLIENT_SECONDS=1 client metrics "$ADDRESS" "$SENTINEL_PORT" PING)
  flag SentinelUp "$up" PONG
  [ "$up" = PONG ] || return 0
  known=$(client metrics "$ADDRESS" "$SENTINEL_PORT" SENTINEL MASTERS)
  figure SentinelsKnown "$(($(grep -x -A1 num-other-sentinels <<<"$known" | tail -n 1) + 1))"
  flag SentinelPrimaryOk "$(grep -x -A1 flags <<<"$known" | tail -n 1)" master
  case $(client metrics "$ADDRESS" "$SENTINEL_PORT" SENTINEL CKQUORUM "$PRIMARY_NAME") in OK*) figure SentinelQuorumOk 1 ;; *) figure SentinelQuorumOk 0 ;; esac
}

age_of_backup() { figure BackupAgeMinutes "$(((NOW - $(stat -c %Y "$DATA/last-backup")) / 60))"; }

node_figures() {
  local busy all used
  figure CertificateDaysLeft "$((($(date -d "$(openssl x509 -in "$RUN/tls/tls.crt" -noout -enddate | cut -d = -f 2)" +%s) - NOW) / 86400))"
  figure DiskUsedPercent "$(df --output=pcent "$DATA" | tr -dc '0-9')"
  read -r busy all < <(awk '$1 == "cpu" { for (i = 2; i <= 9; i++) all += $i; print all - $5 - $6, all }' /proc/stat)
  SAME_RUN=yes
  all=$(growth all "$all")
  used=$(growth busy "$busy")
  if [[ -n $all && $all != 0 ]]; then figure CpuPercent "$(awk -v used="$used" -v all="$all" 'BEGIN { printf "%.2f", 100 * used / all }')"; fi
}

publish_metrics() {
  NOW=$(date +%s)
  read_previous
  {
    if holds_data; then engine_figures; fi
    if runs_sentinel; then sentinel_figures; fi
    node_figures
  } >"$RUN/figures"
  mv -f "$RUN/readings.new" "$RUN/readings"
  jq -R -n -c --arg deployment "$CACHE_ID" --arg node "$NODE" '[inputs | split(" ") | {MetricName: .[0], Value: (.[1] | tonumber), Unit: .[2],
    Dimensions: [{Name: "Deployment", Value: $deployment}, {Name: "Node", Value: $node}]}]' <"$RUN/figures" >"$RUN/figures.json"
  cloud cloudwatch put-metric-data --namespace "$NAMESPACE" --metric-data "file://$RUN/figures.json"
}
