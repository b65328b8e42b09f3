#!/bin/bash
# Stand-in for systemd: runs the units' own ExecStartPre, ExecStart, ExecStartPost and ExecStop in the order of After=, as User=,
# restarts what has Restart=always, and stops in the reverse order. Timers are left to the test. Knows nothing else.
units=/etc/systemd/system
state=/run/units
logs=/var/log/units
mkdir -p "$state" "$logs"

get() { sed -n "s/^$2=//p" "$units/$1" | head -n 1; }

# Words of a unit file are split at spaces, as systemd splits them.
run() {
  local unit=$1 line=$2 user
  user=$(get "$unit" User)
  [ -n "$line" ] || return 0
  case $line in
    +*) ${line#+} ;;
    *) if [ -n "$user" ]; then (umask "$(get "$unit" UMask)"; exec setpriv --reuid "$user" --regid "$user" --clear-groups --no-new-privs $line); else $line; fi ;;
  esac
}

supervise() {
  local unit=$1 pid
  while [ ! -e "$state/$unit.stopped" ]; do
    if run "$unit" "$(get "$unit" ExecStartPre)"; then
      user=$(get "$unit" User)
      (umask "$(get "$unit" UMask)"; exec setpriv --reuid "$user" --regid "$user" --clear-groups --no-new-privs $(get "$unit" ExecStart)) &
      pid=$!
      echo "$pid" >"$state/$unit.pid"
      run "$unit" "$(get "$unit" ExecStartPost)"
      wait "$pid"
      rm -f "$state/$unit.pid"
    fi
    [ -e "$state/$unit.stopped" ] && return
    [ "$(get "$unit" Restart)" = always ] || return
    sleep "$(get "$unit" RestartSec)"
  done
}

start() {
  local unit=$1 need
  [ -e "$state/$unit.active" ] && return
  for need in $(get "$unit" Requires); do start "$need"; done
  rm -f "$state/$unit.stopped"
  if [ "$(get "$unit" Type)" = oneshot ]; then
    until run "$unit" "$(get "$unit" ExecStart)" >>"$logs/$unit.log" 2>&1; do
      [ "$(get "$unit" Restart)" = on-failure ] && [ ! -e "$state/$unit.stopped" ] || return 1
      sleep 1
    done
    [ "$(get "$unit" RemainAfterExit)" = yes ] && touch "$state/$unit.active"
    return 0
  fi
  touch "$state/$unit.active"
  supervise "$unit" </dev/null >>"$logs/$unit.log" 2>&1 &
  echo $! >"$state/$unit.supervisor"
}

stop() {
  local unit=$1 pid=''
  [ -e "$state/$unit.active" ] || return 0
  touch "$state/$unit.stopped"
  [ -e "$state/$unit.pid" ] && pid=$(<"$state/$unit.pid")
  if [ -n "$pid" ]; then
    run "$unit" "$(get "$unit" ExecStop)" >>"$logs/$unit.log" 2>&1
    kill -TERM "$pid" 2>/dev/null
    for _ in $(seq 200); do kill -0 "$pid" 2>/dev/null || break; sleep 0.05; done
    kill -KILL "$pid" 2>/dev/null
  fi
  # Whoever watched it has to be gone, or a start that follows would have two.
  if [ -e "$state/$unit.supervisor" ]; then
    for _ in $(seq 200); do kill -0 "$(<"$state/$unit.supervisor")" 2>/dev/null || break; sleep 0.05; done
  fi
  rm -f "$state/$unit.active"
}

start_target() {
  local unit
  for unit in $(cat "$state/../units-enabled" 2>/dev/null || cat /etc/units-enabled); do case $unit in *.service) start "$unit" ;; esac; done
}

command=$1
shift
words=()
for word in "$@"; do case $word in -*) ;; *) words+=("$word") ;; esac; done
case $command in
  enable) printf '%s\n' "${words[@]}" >/etc/units-enabled ;;
  start)
    for unit in "${words[@]}"; do
      case $unit in
        *.target) (start_target) </dev/null >>"$logs/target.log" 2>&1 & ;;
        *) start "$unit" ;;
      esac
    done
    ;;
  stop | disable) for unit in "${words[@]}"; do stop "$unit"; done ;;
  restart) for unit in "${words[@]}"; do stop "$unit"; start "$unit"; done ;;
  poweroff) for unit in $(tac /etc/units-enabled); do case $unit in *.service) stop "$unit" ;; esac; done ;;
  mask | daemon-reload) ;;
  *) echo "stand-in: $command is not known" >&2; exit 1 ;;
esac
