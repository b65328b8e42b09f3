#!/bin/bash
# Stand-in for journald: two entries, once; the cursor says that they were read.
for word in "$@"; do case $word in --cursor-file=*) cursor=${word#*=} ;; esac; done
[ -s "$cursor" ] && exit 0
echo read >"$cursor"
printf '{"__REALTIME_TIMESTAMP":"1700000000000000","_SYSTEMD_UNIT":"redis-blueprints-engine.service","MESSAGE":"said \\"hello\\""}\n'
printf '{"__REALTIME_TIMESTAMP":"1700000001000000","_SYSTEMD_UNIT":"redis-blueprints-engine.service","MESSAGE":[255,254]}\n'
