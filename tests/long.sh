#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What takes longer than every change may wait: packaging/test.sh --long. long.sh PROGRAM PACK
set -u
kiosk=$1
pack=$2
[ -n "${LK_LONG:-}" ] || { echo "skipped: only with packaging/test.sh --long"; exit 77; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
bad=0

# Twenty children, each as long as an hour; whoever comes after them finds the first day, and no memory is lost.
for seed in 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
    printf 'wait 1\nmonkey 20000 %s\nwait 95\nexpect language ru\n' "$seed" >"$tmp/monkey.replay"
    "$kiosk" replay "$tmp/monkey.replay" --quiet --pack "$pack" || bad=1
done

# A thousand visits end where they began.
cat >"$tmp/visits.replay" <<'END'
wait 1
repeat 50 {
tap-id languages/en
wait 0.5
tap-id chapters/the-leap
wait 2
wait 95
expect scene eyes-in-the-forest
}
memory
repeat 950 {
tap-id languages/en
wait 0.5
tap-id chapters/the-leap
wait 2
wait 95
expect scene eyes-in-the-forest
}
expect memory 4096
END
"$kiosk" replay "$tmp/visits.replay" --pack "$pack" || bad=1

# The figures, of a release build.
cd "$(dirname "$0")/.." || exit 1
if { cmake --preset release && cmake --build --preset release; } >"$tmp/build" 2>&1; then
    sh tests/perf.sh build/release/leopard-kiosk "$PWD"
    case $? in 0 | 77) ;; *) bad=1 ;; esac
else
    tail -20 "$tmp/build"
    bad=1
fi

exit $bad
