# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# The node's certificate: issued on the node, kept on tmpfs, renewed at two thirds of its validity.

read_authority() { cloud secretsmanager get-secret-value --secret-id "$AUTHORITY_SECRET_ARN" 2>/dev/null | jq -er '.SecretString | fromjson? | select(."ca.crt" and ."ca.key")'; }

# Every node may come first. A version's token can be used once: the first write wins and the others read it.
authority() {
  local folder=$1
  if read_authority; then return; fi
  [ "$AUTHORITY" = generated ] || fail 'the authority secret holds no ca.crt and ca.key'
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -sha256 -days "$AUTHORITY_DAYS" -subj "/CN=$AUTHORITY_NAME" \
    -addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign' -keyout "$folder/made.key" -out "$folder/made.crt" 2>/dev/null
  jq -n --rawfile crt "$folder/made.crt" --rawfile key "$folder/made.key" '{"ca.crt": $crt, "ca.key": $key}' >"$folder/made.json"
  cloud secretsmanager put-secret-value --secret-id "$AUTHORITY_SECRET_ARN" --client-request-token "$AUTHORITY_TOKEN" --secret-string "file://$folder/made.json" >/dev/null 2>&1 ||
    log 'another node has made the authority'
  read_authority || fail 'the authority cannot be read'
}

issue_certificate() {
  local folder=$RUN/secrets/issue code=0
  install -d -m 0700 "$folder"
  (issue_in "$folder") || code=$?
  rm -rf "$folder"
  return "$code"
}

issue_in() {
  local folder=$1
  set -e
  umask 077
  authority "$folder" >"$folder/authority.json"
  jq -r '."ca.crt"' "$folder/authority.json" >"$folder/ca.crt"
  jq -r '."ca.key"' "$folder/authority.json" >"$folder/ca.key"
  printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=DNS:%s,IP:%s,IP:127.0.0.1\n' "$HOST" "$ADDRESS" >"$folder/extensions"
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$NODE" -keyout "$folder/tls.key" -out "$folder/request" 2>/dev/null
  openssl x509 -req -in "$folder/request" -CA "$folder/ca.crt" -CAkey "$folder/ca.key" -set_serial "0x01$(openssl rand -hex 15)" -sha256 -days "$VALIDITY_DAYS" \
    -extfile "$folder/extensions" -out "$folder/tls.crt" 2>/dev/null
  openssl verify -CAfile "$folder/ca.crt" "$folder/tls.crt" >/dev/null
  install -d -o root -g "$OWNER" -m 0750 "$RUN/tls"
  place "$RUN/tls/ca.crt" <"$folder/ca.crt"
  place "$RUN/tls/tls.key" <"$folder/tls.key"
  place "$RUN/tls/tls.crt" <"$folder/tls.crt"
}

served_certificate() { timeout 5 openssl s_client -connect "$ADDRESS:$1" </dev/null 2>/dev/null | openssl x509 -noout -fingerprint -sha256; }

own_certificate() { openssl x509 -in "$RUN/tls/tls.crt" -noout -fingerprint -sha256; }

renewal_due() { ! openssl x509 -in "$RUN/tls/tls.crt" -noout -checkend $((VALIDITY_DAYS * 86400 / 3)) >/dev/null; }

renew_certificate() {
  if [ "${1:-}" = --if-due ] && ! renewal_due; then
    load_certificate
    return
  fi
  issue_certificate
  load_certificate
}

# Also finishes what an earlier run could not: the file is new and a program still serves the old one.
load_certificate() {
  local own
  own=$(own_certificate)
  if holds_data && [ "$(served_certificate "$PORT")" != "$own" ]; then
    # Key and authority are read again with it; the value itself stays the same.
    engine CONFIG SET tls-cert-file "$RUN/tls/tls.crt" | grep -qx OK || fail 'the engine did not take the certificate'
    [ "$(served_certificate "$PORT")" = "$own" ] || fail 'the engine still serves the old certificate'
  fi
  if runs_sentinel && [ "$(served_certificate "$SENTINEL_PORT")" != "$own" ]; then restart_sentinel_safely; fi
}

# Sentinel has no command for it. It keeps no client's data, and it restarts only while the others are a majority without it.
restart_sentinel_safely() {
  local others
  others=$(($(answers_of_sentinels | grep -vc "^$ADDRESS " || true)))
  if [ "$others" -lt "$MAJORITY" ]; then
    log 'too few other Sentinels answer: the certificate is loaded later'
    return 0
  fi
  systemctl restart redis-blueprints-sentinel.service
}
