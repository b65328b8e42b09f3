# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# The group replaces a node only where a new machine would help.

# Not while it waits for others, loads, copies or restores: a new one would have to do the same from the start.
check_health() {
  local count=0 now
  now=$(cat "$RUN/state" 2>/dev/null || echo unknown)
  if healthy; then
    rm -f "$RUN/unhealthy"
    return 0
  fi
  if [ "$now" != serving ]; then
    log "does not serve: $now"
    return 0
  fi
  count=$(($(cat "$RUN/unhealthy" 2>/dev/null || echo 0) + 1))
  echo "$count" >"$RUN/unhealthy"
  log "does not answer for $count checks"
  if [ "$count" -eq "$UNHEALTHY_CHECKS" ]; then
    cloud autoscaling set-instance-health --instance-id "$INSTANCE" --health-status Unhealthy --no-should-respect-grace-period
  fi
}

healthy() {
  mountpoint -q "$DATA" || return 1
  if holds_data; then answers "$ADDRESS" "$PORT" || return 1; fi
  if runs_sentinel && ! holds_data; then answers "$ADDRESS" "$SENTINEL_PORT" || return 1; fi
}

# LOADING and refusals are answers, too.
answers() { client operator "$1" "$2" PING | grep -Eq '^(PONG|LOADING|MASTERDOWN|BUSY|NOAUTH|WRONGPASS|NOPERM)'; }
