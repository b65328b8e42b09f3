#!/bin/bash
# Stand-in for the AWS CLI: passes its words to the stand-in for the cloud, which knows the caller by its address.
answer=$(printf '%s\0' "$@" | curl -s -m 60 --data-binary @- http://10.77.0.1:8080/cli) || exit 255
jq -rj .err <<<"$answer" >&2
jq -rj .out <<<"$answer"
exit "$(jq -r .code <<<"$answer")"
