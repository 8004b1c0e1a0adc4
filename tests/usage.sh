#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The program from outside: exit codes, help, and what it says when something is missing. usage.sh PROGRAM PACK
set -u
kiosk=$1
pack=$2
. "$(dirname "$0")/expect_kit.sh"

expect 0 "usage: leopard-kiosk" "$kiosk" --help
expect 0 "leopard-kiosk 0." "$kiosk" --version
for c in run check shot replay bench schema reference pot facts new pack; do
    expect 0 "usage: leopard-kiosk" "$kiosk" "$c" --help
    expect 2 "unknown option '--nonsense'" "$kiosk" "$c" --nonsense
done
expect 2 "did you mean 'check'" "$kiosk" chekc
expect 2 "is no value for --size" "$kiosk" shot home --size 12 -o "$tmp/x.png"
expect 2 "no value for" "$kiosk" shot home --size
expect 2 "language 'xx' is not in the journey" "$kiosk" shot home --locale ru+xx --pack "$pack" -o "$tmp/x.png"
expect 2 "'ru+ru' is one language twice (name two, like ru+en)" "$kiosk" shot home --locale ru+ru --pack "$pack" -o "$tmp/x.png"
expect 2 "name one scene" "$kiosk" shot
expect 2 "is not expected" "$kiosk" check something
expect 1 "no-such-pack" "$kiosk" check --pack "$tmp/no-such-pack"
expect 1 "no-such-scene" "$kiosk" shot no-such-scene --pack "$pack" -o "$tmp/x.png"
expect 1 "cannot be read" "$kiosk" replay "$tmp/no-such-script" --pack "$pack"
expect 1 "no display found: pictures can be made with 'leopard-kiosk shot" \
    env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER "$kiosk" run --pack "$pack"
mkdir -p "$tmp/empty/scenes"
expect 1 "journey.yaml" "$kiosk" check --pack "$tmp/empty"

# How it looks: what is asked for must make sense; the small pack has faults to find, and a page to sign.
mini=$(dirname "$0")/packs/mini
expect 2 "belong to --render" "$kiosk" check --scene home --pack "$mini"
expect 2 "leave --quick out" "$kiosk" check --render --quick --sheet-dir "$tmp/sheets" --pack "$mini"
expect 2 "no scene 'hom'" "$kiosk" check --render --scene hom --pack "$mini"
expect 2 "language 'ko' is not in the journey" "$kiosk" check --render --locale ko --pack "$mini"
expect 2 "shot: language 'ko' is not in the journey" "$kiosk" shot home --locale ko --pack "$mini" -o "$tmp/ko.png"
printf 'language ko\nwait 1\n' >"$tmp/ko.replay"
expect 1 "ko.replay:1: no language 'ko'" "$kiosk" replay "$tmp/ko.replay" --pack "$mini"
expect 0 "" "$kiosk" shot home --locale en-XA --size 480x270 --pack "$mini" -o "$tmp/xa.png"
expect 1 "1 scenes, 29 pictures laid out, 13 painted: 0 faults" "$kiosk" check --render --scene home --locale en --pack "$mini"
expect 1 "scenes/tree.yaml: no touch leads back home" "$kiosk" check --render --pack "$mini"
expect 1 "element 'title': shows English: \"Mini\" at ru" "$kiosk" check --render --scene home --pack "$mini" --sheet-dir "$tmp/sheet"
for f in index.html ru.html en/home.rest.1080x1920.png; do
    [ -s "$tmp/sheet/$f" ] || { echo "FAILED: the contact sheet lacks $f"; bad=1; }
done

# A script that demands what is not there fails with its line.
printf 'wait 0.1\nexpect scene moon\n' >"$tmp/moon.replay"
expect 1 "moon.replay:2: expected scene 'moon', seen" "$kiosk" replay "$tmp/moon.replay" --pack "$pack"
printf 'wiat 1\n' >"$tmp/typo.replay"
expect 1 "did you mean 'wait'" "$kiosk" replay "$tmp/typo.replay" --pack "$pack"

printf 'wait 0.1\nstate full\n' >"$tmp/state.replay"
expect 1 "state.replay:2: scene 'eyes-in-the-forest' has no state 'full'" "$kiosk" replay "$tmp/state.replay" --pack "$pack"

# Numbers that make no sense are told before they are used.
while read -r line; do
    printf 'wait 0.1\n%s\n' "${line%%|*}" >"$tmp/number.replay"
    expect 1 "number.replay:2: ${line#*|}" "$kiosk" replay "$tmp/number.replay" --pack "$pack"
done <<'END'
down 10 5 5|'10' is no number from 0 to 9
cancel -1|'-1' is no number from 0 to 9
wait 1e300|'1e300' is no number from 0 to 100000000
wait -1|'-1' is no number from 0
tap 1000001 5|'1000001' is no number from -1000000
monkey 5 -1|'-1' is no number from 0 to 4294967295
date 2026-13-01|'2026-13-01' is no day
repeat 1e12 {|'repeat' is written
at 1e300 wait 1|'at' is written
END
awk 'BEGIN { for (i = 0; i < 20001; i++) print "wait 0" }' >"$tmp/endless.replay"
expect 1 "endless.replay:20000: the script has too many lines" "$kiosk" replay "$tmp/endless.replay" --pack "$pack"

# The same instant is the same picture, byte by byte; without a home or a cache as well.
expect 0 "" "$kiosk" shot home --pack "$pack" --size 480x270 --at 1 -o "$tmp/1.png"
expect 0 "" env -i "$kiosk" shot home --pack "$pack" --size 480x270 --at 1 -o "$tmp/2.png"
cmp -s "$tmp/1.png" "$tmp/2.png" || { echo "FAILED: two pictures of the same instant differ"; bad=1; }

exit $bad
