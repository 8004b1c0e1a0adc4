#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What an author begins with: `new scene` and `new pack` write what is right at once, can be played, and write nothing over.
# Then another animal: a pack of tests/packs/ with no line of C. author.sh PROGRAM PACK
set -u
. "$(dirname "$0")/expect_kit.sh"

# As it is installed: templates beside the program's own pack.
mkdir -p "$tmp/bin" "$tmp/share/leopard-kiosk"
cp "$1" "$tmp/bin/leopard-kiosk"
kiosk=$tmp/bin/leopard-kiosk
for d in scenes locales assets; do cp -R "$2/$d" "$tmp/share/leopard-kiosk/"; done
mkdir "$tmp/share/leopard-kiosk/packaging"
cp -R "$2/packaging/templates" "$tmp/share/leopard-kiosk/packaging/"
own=$tmp/share/leopard-kiosk
chmod -R u+w "$own"

# A scene in the large pack: right in all its languages, with and without a chapter.
expect 0 "below line" "$kiosk" new scene my-scene
expect 0 "0 errors, 1 warning" "$kiosk" check
expect 1 "is there already" "$kiosk" new scene my-scene
expect 1 "no name for a scene" "$kiosk" new scene My_Scene
expect 1 "is there already" "$kiosk" new scene facts
expect 1 "did you mean 'leap'" "$kiosk" new scene other --chapter laep
[ ! -e "$own/scenes/other.yaml" ] || fail "what was refused was written"
expect 2 "say what and its name" "$kiosk" new
expect 2 "say what and its name" "$kiosk" new scene
expect 0 "written: scenes/journey.yaml" "$kiosk" new scene last-leap --chapter leap
sed -n '/- id: leap/,/- id: life/p' "$own/scenes/journey.yaml" | grep -qx '      - last-leap' || fail "the chapter does not name it"
cat >"$tmp/scene.replay" <<'END'
start last-leap
wait 1
expect scene last-leap
expect var snowing 0
tap-id snow-button
wait 0.5
expect var snowing 1
tap-id source
wait 1
expect id close
END
expect 0 "" "$kiosk" replay "$tmp/scene.replay"
expect 0 ": 0 faults" "$kiosk" check --render --scene last-leap

# A pack: whole in itself, in two languages, and a second scene behind a list in brackets.
expect 0 "a pack is in" "$kiosk" new pack "$tmp/cat"
expect 0 "6 scenes, 2 languages: 0 errors, 0 warnings" "$kiosk" check --date 2026-01-01 --pack "$tmp/cat"
expect 0 ": 0 faults" "$kiosk" check --render --pack "$tmp/cat"     # in all sizes of letters and screens
before=$(cat "$tmp/cat/scenes/"*.yaml | cksum)
expect 1 "is there already" "$kiosk" new pack "$tmp/cat"
[ "$before" = "$(cat "$tmp/cat/scenes/"*.yaml | cksum)" ] || fail "a pack was written over"
grep -q '@ID@\|@FACT@' "$tmp/cat/scenes/"*.yaml "$tmp/cat/locales/"*.po && fail "a mark was left in the pack"
awk '/^    scenes:/ { print "    scenes: [first-scene]   # one"; next } !/^      - /' "$tmp/cat/scenes/journey.yaml" >"$tmp/journey"
cp "$tmp/journey" "$tmp/cat/scenes/journey.yaml"
expect 0 "written: scenes/journey.yaml" "$kiosk" new scene second --chapter cat --pack "$tmp/cat"
grep -qF 'scenes: [first-scene, second]   # one' "$tmp/cat/scenes/journey.yaml" || fail "the list in brackets"
expect 0 "0 errors, 0 warnings" "$kiosk" check --date 2026-01-01 --pack "$tmp/cat"
# Where the last scene stands, not what reads like it before.
cp -R "$tmp/cat" "$tmp/other"
awk '/^chapters:/ { print; print "  - {id: second, title: \"Кот second\", subtitle: A, light: 1, scenes: [first-scene, \"second\"]}"; exit } { print }' \
    "$tmp/cat/scenes/journey.yaml" >"$tmp/other/scenes/journey.yaml"
expect 0 "written: scenes/journey.yaml" "$kiosk" new scene third --chapter second --pack "$tmp/other"
grep -qF 'scenes: [first-scene, "second", third]}' "$tmp/other/scenes/journey.yaml" || fail "behind another word: $(tail -1 "$tmp/other/scenes/journey.yaml")"
cat >"$tmp/cat.replay" <<'END'
language ru
wait 2
tap-id begin
wait 1
expect scene home
expect text "Домашняя кошка"
END
expect 0 "" "$kiosk" replay "$tmp/cat.replay" --pack "$tmp/cat"

# Without a figure the lines that need one are left out.
printf 'format: 1\nunits: {m: length-meter}\nnouns: []\nfacts: []\nsources: {}\n' >"$tmp/cat/scenes/facts.yaml"
rm "$tmp/cat/scenes/first-scene.yaml" "$tmp/cat/scenes/second.yaml"
sed -i 's/\[first-scene, second\]/[third]/' "$tmp/cat/scenes/journey.yaml"
expect 0 "written: scenes/third.yaml" "$kiosk" new scene third --pack "$tmp/cat"
expect 0 "0 errors, 0 warnings" "$kiosk" check --date 2026-01-01 --pack "$tmp/cat"

# Another animal: the same program, another species, two languages, three scenes; nothing of the leopard is shown.
tiger=$2/tests/packs/tiger
expect 0 "8 scenes, 2 languages: 0 errors, 0 warnings" "$kiosk" check --date 2026-01-01 --pack "$tiger"
cat >"$tmp/tiger.replay" <<'END'
language ru
wait 2
expect text "Амурский тигр"
tap-id begin
wait 1
expect scene home
expect no-text "леопард"
tap-id chapters/back-from-few
wait 2
expect scene back-from-few
expect text "осталось менее 40"
tap-id today
wait 1
expect text "не менее 750"
tap-id bar/next
wait 2
expect scene two-counts
tap-id choose-listed
wait 1
expect text "265–486"
tap-id bar/next
wait 2
expect scene one-forest
tap-id three
wait 1
expect var answer other
tap-id four
wait 1
expect text "Четыре!"
tap-id source
wait 1
expect text "В одном лесу живут"
monkey 300 7
END
expect 0 "" "$kiosk" replay "$tmp/tiger.replay" --pack "$tiger"
expect 0 "" "$kiosk" shot back-from-few --pack "$tiger" --size 540x960 --state today -o "$tmp/tiger.png"
exit $bad
