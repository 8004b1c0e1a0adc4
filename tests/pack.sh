#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An installed kiosk draws no drawing: it shows what was baked, also at other sizes and when a drawing is no longer the one
# that was baked; without that a placeholder and a line. pack.sh PROGRAM PACK
set -u
. "$(dirname "$0")/screenless_kit.sh"

awaited=
fail() {
    echo "FAILED: $1"
    cat "$tmp/out"
    exit 1
}

# visit WORDS...: the kiosk without a screen, until its first picture is there and the next ones had time to be made; with
# `awaited` set until it has said that, too.
visit() {
    rm -rf "$tmp/xdg"
    XDG_CACHE_HOME=$tmp/xdg "$kiosk" run --pack "$tmp/pack" --trace "$@" >"$tmp/out" 2>&1 &
    program=$!
    n=200
    while ! grep -qF "first picture after" "$tmp/out"; do
        kill -0 "$program" 2>/dev/null && [ $((n -= 1)) -gt 0 ] || fail "no picture"
        sleep 0.1
    done
    n=200
    until [ -z "$awaited" ] || grep -qF "$awaited" "$tmp/out" || [ $((n -= 1)) -eq 0 ]; do sleep 0.1; done
    sleep 1
    kill -TERM "$program"
    wait "$program" || fail "it ended with $?"
    program=
}

mkdir "$tmp/pack" "$tmp/bin"
cp "$1" "$tmp/bin/leopard-kiosk"    # away from what may be baked beside it
kiosk=$tmp/bin/leopard-kiosk
cp -R "$2/scenes" "$2/locales" "$2/assets" "$tmp/pack/"
chmod -R u+w "$tmp/pack"

awaited="face-base.svg: has no baked picture"
visit --windowed 640x360
lines=$(grep -c "$awaited" "$tmp/out")
awaited=
[ "$lines" -eq 1 ] || fail "a drawing that was not baked: $lines lines instead of one"
visit --windowed 640x360 --edit
! grep -q "placeholder" "$tmp/out" || fail "an author sees drawings as they are"

"$kiosk" pack --bake --quiet --pack "$tmp/pack" --size 640x360 --locale ru || fail "it cannot be baked"
visit --windowed 640x360
! grep -q "placeholder" "$tmp/out" || fail "a baked picture was not found"
find "$tmp/pack/assets" -name '*.svg' -exec sh -c 'for f; do echo "<!-- changed -->" >>"$f"; done' sh {} +
for size in 640x360 500x300; do
    visit --windowed $size
    ! grep -q "placeholder" "$tmp/out" || fail "$size: the ladder does not stand in"
done
exit 0
