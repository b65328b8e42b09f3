# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# Own secrets, on tmpfs alone, and the files that are made from them.

fetch_secrets() {
  local user file arn value
  install -d -m 0700 "$RUN/secrets"
  install -d -o "$OWNER" -g "$OWNER" -m 0700 "$RUN/engine"
  for user in "${USERS[@]}"; do
    file=${SECRET_OF[$user]}
    arn=${!file}
    value=$(cloud secretsmanager get-secret-value --secret-id "$arn" | jq -er '.SecretString | (fromjson? | objects | .password) // .')
    (umask 077 && printf '%s' "$value" >"$RUN/secrets/$file.new")
    mv -f "$RUN/secrets/$file.new" "$RUN/secrets/$file"
  done
}

write_users() {
  if holds_data; then fill "$ETC/users.acl" "$DATA/data" | place "$RUN/engine/users.acl"; fi
  if runs_sentinel; then fill "$ETC/sentinel-users.acl" "$DATA/sentinel" | place "$RUN/engine/sentinel-users.acl"; fi
}

# After a password was changed in its secret: both programs take the new one without a restart.
reload_users() {
  fetch_secrets
  write_users
  if holds_data; then
    engine ACL LOAD
    printf 'CONFIG SET masterauth %s\n' "$(<"$RUN/secrets/SECRET_ARN_replication")" | engine
  fi
  if runs_sentinel; then systemctl restart redis-blueprints-sentinel.service; fi
}
