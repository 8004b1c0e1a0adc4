#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# For translators: the template's hints, the report's counts, and that what is fuzzy is never shown. pot.sh PROGRAM PACK
set -u
kiosk=$1
. "$(dirname "$0")/expect_kit.sh"
cp -R "$2/tests/packs/tiger" "$tmp/pack"
chmod -R u+w "$tmp/pack"
po=$tmp/pack/locales/ru.po

# change CTXT SED: the entry of that context.
change() { sed -i "/^msgctxt \"$(echo "$1" | sed 's,/,\\/,g')\"/,/^\$/$2" "$po"; }

n=$(grep -c '^msgctxt' "$po")
expect 0 "#. English: 8 letters; up to 11 fit as a rule" "$kiosk" pot --pack "$tmp/pack"
expect 0 "#. in a text, lines at most: 2" "$kiosk" pot --pack "$tmp/pack"
expect 0 "in a text, 1200 px wide" "$kiosk" pot --pack "$tmp/pack"
expect 0 "ru       $n translated, 0 fuzzy, 0 missing, 0 unused, " "$kiosk" pot --report --pack "$tmp/pack"
expect 1 "no language 'ko'" "$kiosk" pot --report --locale ko --pack "$tmp/pack"

change home/invitation.text 's/^msgctxt/#, fuzzy\n&/'
change one-forest/two.label 's/^msgstr.*/msgstr ""/'
change one-forest/three.label 's/^msgid "Three"/msgid "Tree"/'
change one-forest/four.label 's/^msgstr.*/msgstr "Четыре, четыре, четыре"/'
expect 0 "ru       $((n - 3)) translated, 1 fuzzy, 2 missing, 1 unused, " "$kiosk" pot --report --locale ru --pack "$tmp/pack"
expect 0 ": fuzzy: home/invitation.text: Choose where to begin." "$kiosk" pot --report -v --pack "$tmp/pack"
expect 0 ": missing: one-forest/two.label: Two" "$kiosk" pot --report -v --pack "$tmp/pack"
expect 0 "scenes/one-forest.yaml:" "$kiosk" pot --report -v --pack "$tmp/pack"
expect 0 ": unused: one-forest/three.label: Tree" "$kiosk" pot --report -v --pack "$tmp/pack"
expect 0 ": too long: one-forest/four.label: Four" "$kiosk" pot --report -v --pack "$tmp/pack"
expect 0 "22 letters, 7 fit as a rule: Четыре, четыре, четыре" "$kiosk" pot --report -v --pack "$tmp/pack"

# Fuzzy is never shown: English stands until somebody has renewed it. So it is after msgmerge, when a scene has changed.
expect 1 "is marked as fuzzy" "$kiosk" check --pack "$tmp/pack"
printf 'language ru\nstart home\nwait 1\nexpect text "Choose where to begin."\nexpect text "Амурский тигр"\n' >"$tmp/home.replay"
expect 0 "" "$kiosk" replay "$tmp/home.replay" --pack "$tmp/pack"
if command -v msgmerge >/dev/null; then
    cp "$2/tests/packs/tiger/locales/ru.po" "$po"
    sed -i 's/Choose where to begin\./Choose where you want to begin./' "$tmp/pack/scenes/home.yaml"
    "$kiosk" pot --pack "$tmp/pack" -o "$tmp/messages.pot" || bad=1
    msgmerge --quiet --previous --update "$po" "$tmp/messages.pot" || bad=1
    expect 0 "ru       $((n - 1)) translated, 1 fuzzy, 0 missing, 0 unused, " "$kiosk" pot --report --pack "$tmp/pack"
    sed -i 's/Choose where to begin/Choose where you want to begin/' "$tmp/home.replay"
    expect 0 "" "$kiosk" replay "$tmp/home.replay" --pack "$tmp/pack"
fi
exit $bad
