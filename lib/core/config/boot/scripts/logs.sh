# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# The journal of the node's own units goes to the log group: one way on every image, with no agent from elsewhere.

ship_logs() {
  local lines=$RUN/log.lines events=$RUN/log.json cursor=$DATA/log-cursor stream=$NODE
  [ -s "$cursor" ] && cp "$cursor" "$cursor.new"
  journalctl -q -o json --output-fields=MESSAGE,_SYSTEMD_UNIT --cursor-file="$cursor.new" -u 'redis-blueprints-*' -b >"$lines"
  if [ -s "$lines" ]; then
    # An event may have 256 KB and a request 1 MB, 26 bytes of overhead an event; what is longer is cut.
    while read -r -d $'\036' batch; do
      printf '%s' "$batch" >"$events"
      cloud logs put-log-events --log-group-name "$LOG_GROUP" --log-stream-name "$stream" --log-events "file://$events" >/dev/null 2>&1 && continue
      cloud logs create-log-stream --log-group-name "$LOG_GROUP" --log-stream-name "$stream" >/dev/null 2>&1 || true
      cloud logs put-log-events --log-group-name "$LOG_GROUP" --log-stream-name "$stream" --log-events "file://$events" >/dev/null
    done < <(jq -s -r 'map({timestamp: ((.__REALTIME_TIMESTAMP | tonumber) / 1000 | floor), message: "\(._SYSTEMD_UNIT | ltrimstr("redis-blueprints-") | rtrimstr(".service")): \(.MESSAGE | if type == "string" then .[0:4000] else "(binary)" end)"})
      | sort_by(.timestamp) | [range(0; length; 200) as $from | .[$from:$from + 200]][] | "\(tojson)\u001e"' "$lines")
  fi
  mv -f "$cursor.new" "$cursor"
}
