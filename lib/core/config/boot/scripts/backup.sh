# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# Backups from a replica: checked before the upload, verified after it, restored on an empty volume only.

slot_name() {
  local seconds=$((BACKUP_MINUTES * 60))
  date -u -d "@$(($(date +%s) / seconds * seconds))" +%Y%m%dT%H%M%SZ
}

stored() { cloud s3api head-object --bucket "$BACKUP_BUCKET" --key "$1" --checksum-mode ENABLED 2>/dev/null; }

# Place in the queue of the shard's nodes: the replica with the least lag is 0, a primary comes only when no replica copies it.
backup_turn() {
  local primary
  if [ "$(role)" = master ]; then
    has_replica && return 1
    echo 0
    return
  fi
  primary=$(engine INFO replication | field master_host)
  ADDRESS=$primary offsets | awk -v own="$ADDRESS" '$1 == "replica" { print $3, $2 }' | sort -k1,1nr -k2,2 | awk -v own="$ADDRESS" '$2 == own { print NR - 1; found = 1 } END { exit !found }'
}

backup_if_due() {
  local key turn
  key=$CACHE_ID/$SHARD/$(slot_name).rdb
  [ "$(cat "$RUN/backup" 2>/dev/null)" = "$key" ] && return 0
  turn=$(backup_turn) || return 0
  sleep $((turn * BACKUP_TURN_SECONDS))
  # The claim has the slot's name, so all nodes of the shard see the same one.
  if [ -z "$(stored "$key")" ] && [ -z "$(stored "$key.claim")" ]; then
    printf '%s' "$NODE" | upload_text "$key.claim"
    make_backup "$key"
  fi
  printf '%s' "$key" >"$RUN/backup"
}

upload_text() {
  cat >"$DATA/backup.claim"
  cloud s3api put-object --bucket "$BACKUP_BUCKET" --key "$1" --body "$DATA/backup.claim" --server-side-encryption aws:kms --ssekms-key-id "$KEY_ARN" >/dev/null
  rm -f "$DATA/backup.claim"
}

make_backup() {
  local key=$1 file=$DATA/backup.rdb digest code=0
  rm -f "$file"
  (umask 077 && CLIENT_SECONDS=$BACKUP_SECONDS client backup "$ADDRESS" "$PORT" --rdb "$file" >&2) || code=$?
  if [ "$code" -eq 0 ] && "$CHECK_RDB" "$file" >/dev/null; then
    digest=$(openssl dgst -sha256 -binary "$file" | base64)
    upload "$key" "$file" "$digest" && verify_upload "$key" "$file" "$digest" || code=$?
  else
    log 'the snapshot is incomplete: nothing was uploaded'
    code=1
  fi
  rm -f "$file"
  [ "$code" -eq 0 ] || return "$code"
  touch "$DATA/last-backup"
  log "backup $key"
}

# Up to 5 GB in one request, which S3 refuses when the digest differs; larger ones in parts, each with a digest of its own.
upload() {
  local common=(--server-side-encryption aws:kms --ssekms-key-id "$KEY_ARN") about
  about="sha256=$3,engine=$ENGINE,version=$VERSION,node=$NODE,slots=$(own_slots)"
  if [ "$(stat -c %s "$2")" -lt 5000000000 ]; then
    cloud s3api put-object --bucket "$BACKUP_BUCKET" --key "$1" --body "$2" --checksum-algorithm SHA256 --checksum-sha256 "$3" --metadata "$about" "${common[@]}" >/dev/null
  else
    upload_parts "$1" "$2" "$about" "${common[@]}"
  fi
}

upload_parts() {
  local key=$1 file=$2 about=$3 id part=0 digest list=$RUN/parts.json bytes size
  shift 3
  bytes=$(stat -c %s "$file")
  # 10,000 parts at most.
  size=$(((bytes / 9000 / 1048576 + 64) * 1048576))
  id=$(cloud s3api create-multipart-upload --bucket "$BACKUP_BUCKET" --key "$key" --checksum-algorithm SHA256 --metadata "$about" "$@" | jq -er .UploadId)
  : >"$list.lines"
  while [ $((part * size)) -lt "$bytes" ]; do
    tail -c "+$((part * size + 1))" "$file" | head -c "$size" >"$file.part" || true
    digest=$(openssl dgst -sha256 -binary "$file.part" | base64)
    part=$((part + 1))
    cloud s3api upload-part --bucket "$BACKUP_BUCKET" --key "$key" --upload-id "$id" --part-number "$part" --body "$file.part" --checksum-algorithm SHA256 --checksum-sha256 "$digest" |
      jq -c --argjson part "$part" '{PartNumber: $part, ETag, ChecksumSHA256}' >>"$list.lines" || break
  done
  rm -f "$file.part"
  jq -s '{Parts: .}' "$list.lines" >"$list"
  cloud s3api complete-multipart-upload --bucket "$BACKUP_BUCKET" --key "$key" --upload-id "$id" --multipart-upload "file://$list" >/dev/null
}

verify_upload() {
  local bytes
  bytes=$(stat -c %s "$2")
  stored "$1" | jq -e --arg digest "$3" --argjson bytes "$bytes" --arg key "$KEY_ARN" \
    '.ContentLength == $bytes and .Metadata.sha256 == $digest and (.ChecksumSHA256 == $digest or (.ChecksumSHA256 | test("-"))) and .ServerSideEncryption == "aws:kms" and .SSEKMSKeyId == $key' >/dev/null ||
    { log "$1 is not what was uploaded"; return 1; }
}

# Ranges of the shard, joined by +, which metadata and shell leave alone.
own_slots() {
  [ "$KIND" = cluster ] || return 0
  local primary
  primary=$(shard_primary)
  engine CLUSTER NODES | awk -v id="$primary" '$1 == id { for (i = 9; i <= NF; i++) if ($i !~ /\[/) text = text (text == "" ? "" : "+") $i; print text }'
}

# A shard's own file of the same moment: the name that is stated may be another shard's.
restore_backup() {
  local key file=$DATA/restore.rdb about
  key=${1%%/*}/$SHARD/${1##*/}
  state 'restoring a backup'
  about=$(cloud s3api get-object --bucket "$BACKUP_BUCKET" --key "$key" "$file") || fail "backup $key cannot be read"
  [ "$(openssl dgst -sha256 -binary "$file" | base64)" = "$(jq -r .Metadata.sha256 <<<"$about")" ] || fail "backup $key is damaged"
  "$CHECK_RDB" "$file" >/dev/null || fail "backup $key is damaged"
  chown "$OWNER:$OWNER" "$file"
  chmod 0600 "$file"
  place_snapshot "$file"
  log "restored $key"
}

# With an append-only file the engine reads nothing else, so the snapshot becomes its first part.
place_snapshot() {
  if [ "$APPEND_ONLY" = no ]; then
    mv -f "$1" "$DATA/data/dump.rdb"
  elif [ "$AOF_IN_PARTS" = yes ]; then
    install -d -o "$OWNER" -g "$OWNER" -m 0700 "$DATA/data/appendonlydir.new"
    mv -f "$1" "$DATA/data/appendonlydir.new/appendonly.aof.1.base.rdb"
    printf 'file appendonly.aof.1.base.rdb seq 1 type b\n' | place "$DATA/data/appendonlydir.new/appendonly.aof.manifest"
    mv -f "$DATA/data/appendonlydir.new" "$DATA/data/appendonlydir"
  else
    mv -f "$1" "$DATA/data/appendonly.aof"
  fi
}
