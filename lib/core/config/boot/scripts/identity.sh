# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# The node's own network interface and volume: they outlive the instance, and whoever holds them is the node.

take_identity() {
  local instance described
  mkdir -p "$RUN"
  chmod 0755 "$RUN"
  state attaching
  instance=$(metadata instance-id)
  # The address first: once clients and peers no longer reach the old instance, it cannot acknowledge a write.
  take_interface "$instance"
  take_volume "$instance"
  described=$(cloud ec2 describe-network-interfaces --network-interface-ids "$INTERFACE_ID" | jq -r '.NetworkInterfaces[0] | "\(.PrivateIpAddress) \(.MacAddress)"')
  read -r ADDRESS MAC <<<"$described"
  printf 'ADDRESS=%s\nMAC=%s\nINSTANCE=%s\n' "$ADDRESS" "$MAC" "$instance" >"$RUN/identity.env"
  configure_address
  mount_volume
}

holder_state() {
  [ -n "$1" ] || return 0
  cloud ec2 describe-instances --instance-ids "$1" 2>/dev/null | jq -r '.Reservations[0].Instances[0].State.Name // "terminated"' || echo unknown
}

# An old instance that still runs gets time for its safe stop; one that is going down or gone does not need it.
wait_for_release() {
  local kind=$1 instance=$2 holder since=$SECONDS patience
  while true; do
    holder=$("${kind}_holder")
    if [ -z "$holder" ] || [ "$holder" = "$instance" ]; then return; fi
    patience=$RELEASE_SECONDS
    case $(holder_state "$holder") in running | pending | unknown) patience=$RUNNING_RELEASE_SECONDS ;; esac
    if [ $((SECONDS - since)) -ge "$patience" ]; then
      log "$kind is still held by $holder after $patience s: detaching it by force"
      "detach_$kind" || log "$kind could not be detached"
      since=$SECONDS
    fi
    sleep 3
  done
}

interface_holder() { cloud ec2 describe-network-interfaces --network-interface-ids "$INTERFACE_ID" | jq -r '.NetworkInterfaces[0].Attachment.InstanceId // empty'; }

detach_interface() {
  local attachment
  attachment=$(cloud ec2 describe-network-interfaces --network-interface-ids "$INTERFACE_ID" | jq -r '.NetworkInterfaces[0].Attachment.AttachmentId // empty')
  [ -z "$attachment" ] || cloud ec2 detach-network-interface --attachment-id "$attachment" --force >/dev/null
}

take_interface() {
  local since=$SECONDS
  while [ "$(interface_holder)" != "$1" ]; do
    wait_for_release interface "$1"
    cloud ec2 attach-network-interface --network-interface-id "$INTERFACE_ID" --instance-id "$1" --device-index 1 >/dev/null || log 'the interface is not free yet'
    [ $((SECONDS - since)) -lt "$ATTACH_SECONDS" ] || fail "interface $INTERFACE_ID could not be attached in $ATTACH_SECONDS s"
    sleep 1
  done
}

volume_holder() { cloud ec2 describe-volumes --volume-ids "$VOLUME_ID" | jq -r '.Volumes[0].Attachments[0].InstanceId // empty'; }

detach_volume() { cloud ec2 detach-volume --volume-id "$VOLUME_ID" --force >/dev/null; }

take_volume() {
  local since=$SECONDS
  while [ "$(volume_holder)" != "$1" ]; do
    wait_for_release volume "$1"
    cloud ec2 attach-volume --volume-id "$VOLUME_ID" --instance-id "$1" --device /dev/sdf >/dev/null || log 'the volume is not free yet'
    [ $((SECONDS - since)) -lt "$ATTACH_SECONDS" ] || fail "volume $VOLUME_ID could not be attached in $ATTACH_SECONDS s"
    sleep 1
  done
}

wait_for() {
  local what=$1 since=$SECONDS
  shift
  until "$@"; do
    [ $((SECONDS - since)) -lt "$ATTACH_SECONDS" ] || fail "$what did not appear in $ATTACH_SECONDS s"
    sleep 0.5
  done
}

interface_name() {
  local path
  for path in /sys/class/net/*; do
    if [ "$(<"$path/address")" = "$MAC" ]; then
      basename "$path"
      return
    fi
  done
  return 1
}

interface_present() { interface_name >/dev/null; }

# Answers leave through the interface that was asked: the subnet's routers drop others.
configure_address() {
  local device block bits base gateway network
  wait_for "interface $MAC" interface_present
  device=$(interface_name)
  block=$(metadata "network/interfaces/macs/$MAC/subnet-ipv4-cidr-block")
  bits=${block#*/}
  base=${block%/*}
  gateway=${base%.*}.$((${base##*.} + 1))
  network=$base/$bits
  ip link set dev "$device" up
  # Routes to the subnet stay where they were: only what has this address leaves here.
  ip address replace "$ADDRESS/$bits" dev "$device" noprefixroute
  ip route replace "$network" dev "$device" src "$ADDRESS" table "$ROUTE_TABLE"
  ip route replace default via "$gateway" dev "$device" table "$ROUTE_TABLE"
  ip rule del from "$ADDRESS" table "$ROUTE_TABLE" 2>/dev/null || true
  ip rule add from "$ADDRESS" table "$ROUTE_TABLE" priority 100
  sysctl -q -w "net.ipv4.conf.$device.rp_filter=2" || log 'the reverse path filter could not be set'
}

# Nitro names a volume by its id; older machines give it the letter that was asked for.
volume_device() {
  local name
  for name in "/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${VOLUME_ID/-/}" /dev/xvdf /dev/sdf; do
    if [ -b "$name" ]; then
      readlink -f "$name"
      return
    fi
  done
  return 1
}

volume_present() { volume_device >/dev/null; }

blank() {
  local code=0
  blkid -p "$1" >/dev/null || code=$?
  # 2 is "nothing found"; anything else found, or ambiguous, is never written over.
  [ "$code" -eq 2 ] && cmp -s -n 1048576 "$1" /dev/zero
}

mount_volume() {
  local device
  mkdir -p "$DATA"
  if ! mountpoint -q "$DATA"; then
    wait_for "volume $VOLUME_ID" volume_present
    device=$(volume_device)
    if blank "$device"; then mkfs.ext4 -q -m 0 -L "$VOLUME_LABEL" "$device"; fi
    [ "$(blkid -p -o value -s LABEL "$device")" = "$VOLUME_LABEL" ] || fail "$device holds something else than $VOLUME_LABEL"
    e2fsck -p "$device" >&2 || [ $? -le 1 ] || fail "$device needs a repair by hand"
    mount -o noatime,nodev,nosuid,noexec "$device" "$DATA"
    resize2fs "$device" >/dev/null 2>&1 || log 'the file system was not grown'
  fi
  install -d -o root -g "$OWNER" -m 0750 "$DATA"
  install -d -o "$OWNER" -g "$OWNER" -m 0700 "$DATA/data" "$DATA/sentinel"
  [ -e "$DATA/last-backup" ] || touch "$DATA/last-backup"
}
