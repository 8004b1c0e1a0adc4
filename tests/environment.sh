#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever the environment, the program starts and reads numbers the same: locales, no home, a home that cannot be written,
# a tree that was moved. environment.sh PROGRAM PACK
set -u
kiosk=$1
pack=$2
bad=0
tmp=$(mktemp -d)
program=
finish() {
    [ -z "$program" ] || kill "$program" 2>/dev/null
    chmod -R u+w "$tmp"
    rm -rf "$tmp"
}
trap finish EXIT
fail() { echo "FAILED: $1"; bad=1; }

# A locale that writes 1,5, and the proof that it does.
localedef -i de_DE -f UTF-8 "$tmp/de_DE.UTF-8" 2>/dev/null || fail "no comma locale could be made (package: locales)"
LOCPATH=$tmp
export LOCPATH
[ "$(LC_ALL=de_DE.UTF-8 env printf %.1f 1)" = "1,0" ] || fail "the comma locale writes no comma"

# picture NAME COMMAND...: the leap after a second and a half, run by COMMAND (env ...)
picture() {
    name=$1
    shift
    "$@" "$kiosk" shot the-leap --pack "$pack" --locale ru --size 480x270 --at 1.5 -o "$tmp/$name.png" >"$tmp/out" 2>&1 ||
        { fail "$name: $(head -3 "$tmp/out")"; return; }
    [ "$name" = c ] || cmp -s "$tmp/c.png" "$tmp/$name.png" || fail "$name: another picture than in the C locale"
}
echo "a file" >"$tmp/no-folder"
mkdir "$tmp/read-only"
chmod 555 "$tmp/read-only"
picture c env LC_ALL=C
picture comma env LC_ALL=de_DE.UTF-8
picture comma-numbers env -u LC_ALL LC_NUMERIC=de_DE.UTF-8
picture absent-locale env LC_ALL=xx_XX.UTF-8
picture no-home env -u HOME -u XDG_CACHE_HOME
picture home-is-no-folder env -u XDG_CACHE_HOME HOME="$tmp/no-folder"
picture read-only-home env -u XDG_CACHE_HOME HOME="$tmp/read-only"

# What the program prints has points, not commas.
printf 'size 480x270\nwait 0.5\nexpect scene moon\n' >"$tmp/moon.replay"
LC_ALL=de_DE.UTF-8 "$kiosk" replay "$tmp/moon.replay" --pack "$pack" >"$tmp/out" 2>&1
grep -q '(at 0\.5[0-9]* s)' "$tmp/out" || fail "a number with a comma: $(head -3 "$tmp/out")"

# A broken pack of its own; what is said about it is the same everywhere, and nobody's terminal is coloured.
mkdir -p "$tmp/moved here/bin" "$tmp/moved here/share/leopard-kiosk"
cp "$kiosk" "$tmp/moved here/bin/leopard-kiosk"
cp -R "$pack/scenes" "$pack/locales" "$pack/assets" "$tmp/moved here/share/leopard-kiosk/"
chmod -R u+w "$tmp/moved here"
moved=$tmp/moved\ here/bin/leopard-kiosk
"$moved" check >"$tmp/out" 2>&1 || fail "the moved tree: $(head -3 "$tmp/out")"
rm "$tmp/moved here/share/leopard-kiosk/scenes/facts.yaml"
LC_ALL=C NO_COLOR=1 "$moved" check >"$tmp/c" 2>&1 && fail "the moved tree is not read from beside the program"
LC_ALL=de_DE.UTF-8 TERM=xterm "$moved" check >"$tmp/comma" 2>&1
grep -q 'scenes/facts.yaml' "$tmp/c" || fail "the missing file is not named: $(head -3 "$tmp/c")"
cmp -s "$tmp/c" "$tmp/comma" || fail "check says something else in a comma locale"
grep -q "$(printf '\033')" "$tmp/c" && fail "colours in spite of NO_COLOR"

# The kiosk itself, on a screen nobody sees, without any home.
env -i SDL_VIDEODRIVER=dummy LOCPATH="$tmp" LC_ALL=de_DE.UTF-8 ASAN_OPTIONS="${ASAN_OPTIONS:-}" LSAN_OPTIONS="${LSAN_OPTIONS:-}" \
    "$kiosk" run --pack "$pack" --windowed 640x360 --trace >"$tmp/out" 2>&1 &
program=$!
n=200
while [ "$n" -gt 0 ] && ! grep -q "first picture" "$tmp/out" && kill -0 "$program" 2>/dev/null; do
    sleep 0.1
    n=$((n - 1))
done
grep -q "first picture" "$tmp/out" || fail "no first picture: $(head -3 "$tmp/out")"
kill -TERM "$program"
wait "$program"
code=$?
program=
[ "$code" -eq 0 ] || fail "run ended with $code: $(head -3 "$tmp/out")"

exit $bad
