# shellcheck shell=bash disable=SC2034,SC2119,SC2120,SC2153,SC2154
# What every command of a node needs: the plan, the node's own values, the cloud's API, the engine's client.
export AWS_PAGER='' AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=5 PATH="$PATH:/usr/sbin:/snap/bin"
readonly ETC=/etc/redis-blueprints DATA=/var/lib/redis-blueprints RUN=/run/redis-blueprints OWNER=redis-blueprints

# shellcheck source=/dev/null
. "$ETC/plan.env"

log() { printf '%s\n' "$*" >&2; }

fail() {
  log "$*"
  exit 1
}

# Values from the template are data: nothing in them is run.
load_values() {
  local name value
  [ -r "$1" ] || return 0
  while IFS='=' read -r name value; do
    [[ $name =~ ^[A-Za-z_][A-Za-z0-9_]*$ ]] && printf -v "$name" '%s' "$value"
  done <"$1"
  return 0
}

load_values "$ETC/node.env"
load_values "$RUN/identity.env"

cloud() { aws --region "$REGION" --output json --cli-connect-timeout 5 --cli-read-timeout 60 "$@"; }

metadata() {
  local token
  token=$(curl -sf -m 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' http://169.254.169.254/latest/api/token)
  curl -sf -m 5 -H "X-aws-ec2-metadata-token: $token" "http://169.254.169.254/latest/meta-data/$1"
}

# Each state says why a node does not serve; the health check replaces no node that waits for others.
state() {
  printf '%s\n' "$1" >"$RUN/state.new"
  mv -f "$RUN/state.new" "$RUN/state"
}

address_of() {
  local address
  if [ "$1" = "$NODE" ]; then
    printf '%s\n' "$ADDRESS"
    return
  fi
  address=$(getent ahostsv4 "${HOST_OF[$1]}" | awk 'NR == 1 { print $1 }') || true
  [ -n "$address" ] || fail "${HOST_OF[$1]} has no address"
  printf '%s\n' "$address"
}

# Passwords go through the environment: arguments can be read by every user of the machine.
client() {
  local user=$1 host=$2 port=$3 password
  shift 3
  password=$(<"$RUN/secrets/SECRET_ARN_$user")
  REDISCLI_AUTH=$password VALKEYCLI_AUTH=$password timeout -k 1 "${CLIENT_SECONDS:-5}" "$CLI" --tls --cacert "$RUN/tls/ca.crt" \
    --user "$user" --no-auth-warning -h "$host" -p "$port" "$@" 2>&1 | tr -d '\r'
}

engine() { client operator "$ADDRESS" "$PORT" "$@"; }

sentinel() {
  local host=$1
  shift
  CLIENT_SECONDS=3 client operator "$host" "$SENTINEL_PORT" "$@"
}

field() { sed -n "s/^$1://p" | head -n 1; }

role() { engine INFO replication | field role; }

holds_data() { [ "$DUTY" != sentinel ]; }

runs_sentinel() { [ "$DUTY" != data ]; }

# Fills a template in; a value that would break out of its line is refused by name.
fill() {
  local text folder=$2 placeholder kind subject value
  text=$(<"$1")
  while [[ $text =~ \{\{([^{}]+)\}\} ]]; do
    placeholder=${BASH_REMATCH[0]}
    kind=${BASH_REMATCH[1]%%:*}
    subject=${BASH_REMATCH[1]#*:}
    case $kind in
      address) value=$(address_of "$subject") ;;
      password) value=$(<"$RUN/secrets/${SECRET_OF[$subject]}") ;;
      password-sha256) value=$(printf '%s' "$(<"$RUN/secrets/${SECRET_OF[$subject]}")" | sha256sum | cut -d ' ' -f 1) ;;
      dir) value=$folder ;;
      tls) value=$RUN/tls ;;
      run) value=$RUN/engine ;;
      loopback) value=127.0.0.1 ;;
      *) fail "unknown placeholder $placeholder in $1" ;;
    esac
    [[ -n $value && ! $value =~ [[:space:]\"\'\\{}] ]] || fail "unusable value for $placeholder"
    text=${text//"$placeholder"/"$value"}
  done
  printf '%s\n' "$text"
}

# Replaces a file at once, readable by the engine's user alone.
place() {
  (umask 077 && cat >"$1.new")
  chown "$OWNER:$OWNER" "$1.new"
  mv -f "$1.new" "$1"
}
