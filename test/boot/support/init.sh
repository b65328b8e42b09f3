#!/bin/bash
# Makes an instance's root in namespaces of its own and stays as its first process.
set -eu
image=$1 work=$2 root=$2/root
mkdir -p "$work/disk/upper" "$work/disk/work" "$root"
mount -t overlay overlay -o "lowerdir=$image,upperdir=$work/disk/upper,workdir=$work/disk/work" "$root"
mount -t proc proc "$root/proc"
# Settings of memory are the whole machine's, so the instance may not change them.
mount --bind "$root/proc/sys/vm" "$root/proc/sys/vm"
mount -o remount,bind,ro "$root/proc/sys/vm"
mount -t sysfs -o ro sysfs "$root/sys"
mount --bind "$work/dev" "$root/dev"
mount -t tmpfs tmpfs "$root/run"
for program in aws journalctl systemctl; do
  cp "$work/$program" "$root/usr/local/bin/$program"
  chmod 0755 "$root/usr/local/bin/$program"
done
cp "$work/hosts" "$root/etc/hosts"
echo 'ready' >"$work/ready"
exec chroot "$root" /bin/bash -c 'trap : CHLD; while :; do sleep 3600 & wait $!; done'
