# shellcheck shell=bash disable=SC2119,SC2120,SC2153,SC2154
# Figures of the node, once a minute, in one request.

publish_metrics() { :; }
