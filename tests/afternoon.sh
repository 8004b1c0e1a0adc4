#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An author's afternoon from the empty folder to the kiosk and back: what each step says, line by line. How each of its parts
# may go wrong: author.sh, pot.sh, edit.sh, stick.sh, running.sh. afternoon.sh PROGRAM PACK
set -u
kiosk=$1
here=$(cd "$(dirname "$0")" && pwd)
for need in python3 msginit; do command -v $need >/dev/null 2>&1 || { echo "skipped: needs $need"; exit 77; }; done
. "$here/screenless_kit.sh"
. "$here/store_kit.sh"
cd "$tmp" || exit 1

fail() {
    echo "FAILED: $1"
    cat said out 2>/dev/null
    exit 1
}
# says CODE WORDS...: the command; its lines (without what fonts this machine lacks) are those of the standard input, each
# as a pattern of the shell.
says() {
    code=$1
    shift
    "$kiosk" "$@" >said 2>&1
    got=$?
    [ "$got" -eq "$code" ] || fail "$* gave $got, expected $code"
    cat >want
    lines said >lines
    while IFS= read -r line <&3; do
        IFS= read -r seen <&4 || seen=
        # shellcheck disable=SC2254
        case $seen in $line) ;; *) fail "$*: expected '$line', got '$seen'" ;; esac
    done 3<want 4<lines
    [ "$(wc -l <lines)" -eq "$(wc -l <want)" ] || fail "$*: more was said"
}
# seen "WORDS" LANGUAGE SCENE: a visitor of the folder reads them.
seen() {
    printf 'language %s\nstart %s\nwait 2\nexpect text "%s"\n' "$2" "$3" "$1" >seen.replay
    "$kiosk" replay seen.replay --quiet --pack cat >said 2>&1 || fail "'$1' is not read in $2"
}
# The kiosk, silent and unseen, with the installed pack.
start_kiosk() {
    "$kiosk" run --windowed 320x180 --trace --silent >out 2>&1 &
    program=$!
}
soon() { # SECONDS "words" HOW OFTEN
    n=$(($1 * 10))
    until [ "$(grep -cF -e "$2" out)" -ge "${3:-1}" ]; do
        kill -0 "$program" 2>/dev/null && [ $((n -= 1)) -gt 0 ] || fail "'$2' did not come within $1 s"
        sleep 0.1
    done
}
end_kiosk() {
    kill -TERM "$program"
    wait "$program" || fail "the kiosk ended with $?"
    program=
}

# ---- one o'clock: a pack and its keys, on the kiosk
says 0 new pack cat <<'END'
written: scenes/first-scene.yaml
written: locales/ru.po
a pack is in cat: read its README.md, then leopard-kiosk run --edit --pack cat
END
says 0 pack --keys museum <<'END'
museum.key*
museum.pub*
END
mkdir -p "$store"
cp museum.pub "$store/trusted.pub"
pack --archive first.lkpack --sign museum.key --pack cat || fail "no file"
install first.lkpack || fail "it cannot be installed: $(cat err)"
start_kiosk
soon 20 "scene home "
sleep 0.5
end_kiosk
start_kiosk
soon 20 "scene invite "

# ---- a scene, with a picture of its own
says 0 new scene second --chapter cat --pack cat <<'END'
written: scenes/second.yaml
written: locales/ru.po
written: scenes/journey.yaml
look at it: leopard-kiosk shot second -o second.png, or leopard-kiosk run --edit
END
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><path d="M5 55 L50 5 L95 55 Z" fill="#F2A93B"/></svg>\n' >cat/assets/art/my-animal.svg
sed -i 's/^  # - {kind: image, id: animal/  - {kind: image, id: animal/' cat/scenes/second.yaml
says 1 check --pack cat <<'END'
scenes/second.yaml:44:*: text 'second/animal.alt' has no translation in 'ru' (add it to locales/ru.po)
7 scenes, 2 languages: 1 error, 0 warnings
END
printf '\nmsgctxt "second/animal.alt"\nmsgid "What it shows"\nmsgstr "Что здесь видно"\n' >>cat/locales/ru.po

# ---- a number, in one place
seen "2.13 m" en second
sed -i 's/^    value: 2.13$/    value: 2.5/' cat/scenes/facts.yaml
seen "2.5 m" en second
seen "2,5 м" ru second

# ---- a language: one row, and a file that msginit begins
sed -i 's/^languages: \[en, ru\]/languages: [en, ru, fr]/' cat/scenes/journey.yaml
"$kiosk" pot --pack cat -o messages.pot >said 2>&1 || fail "no template"
msginit --no-translator -l fr -i messages.pot -o cat/locales/fr.po >said 2>&1 || fail "msginit"
"$kiosk" pot --report --pack cat >said 2>&1
n=$(sed -n 's/^fr  *0 translated, 0 fuzzy, \([0-9]*\) missing, .*/\1/p' said)
[ "${n:-0}" -gt 20 ] || fail "a new language does not lack everything"
python3 - cat/locales/fr.po <<'END'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
def words(quoted):                       # every e of a word, never one of a {place}
    return "".join(part if part.startswith("{") else part.replace("e", "é") for part in re.split(r"(\{[^}]*\})", quoted))
out = []
for entry in text.split("\n\n"):
    m = re.search(r'^msgid (.*?)^msgstr ""$', entry, re.S | re.M)
    if m and m.group(1).strip() != '""':
        entry = entry[:m.end() - 2] + words(m.group(1)).rstrip("\n") + entry[m.end():]
    out.append(entry)
open(sys.argv[1], "w", encoding="utf-8").write("\n\n".join(out))
END
msgfmt -c -o /dev/null cat/locales/fr.po 2>said || fail "the French file"
seen "From thé régistér: 2,5" fr second

# ---- all of it is looked at
says 0 check --pack cat <<'END'
7 scenes, 3 languages: 0 errors, 0 warnings
END
says 0 check --render --quick --pack cat <<'END'
7 scenes, * pictures laid out, * painted: 0 faults, * s
7 scenes, 3 languages: 0 errors, 0 warnings
END
"$kiosk" pot --report --pack cat >said 2>&1 || fail "no report"
for l in ru fr; do grep -q "^$l  *[0-9]* translated, 0 fuzzy, 0 missing, 0 unused, " said || fail "$l is not complete"; done

# ---- onto the stick, and onto the kiosk that runs; what is damaged or not the museum's stays out
pack --archive second.lkpack --sign museum.key --pack cat || fail "no second file"
says 0 pack --install second.lkpack --size 320x180 --locale en <<END
pack       House cat, ????????????, made with version *
size       * KB in one file, * MB and * files unpacked
signature  by $(cut -c1-16 museum.pub), which this kiosk knows
scenes     1 new: second
facts      1 changed: jump-house-cat from '2.13 m (2018)' to '2.5 m (2018)'
others     3 changed: locales/ru.po, scenes/facts.yaml, scenes/journey.yaml; 2 new: assets/art/my-animal.svg, locales/fr.po
languages  en, ru, fr
pictures   are being prepared ...
installed  the kiosk shows it as soon as nobody stands before it, at the latest when it is started next
before it  'House cat' ($(current | cut -c1-12)) ('leopard-kiosk pack --rollback' leads back)
END
soon 10 "from now on 'House cat' ($(current | cut -c1-12)) is shown"
soon 5 "scene invite " 2
head -c 3000 second.lkpack >damaged.lkpack
state >before
says 1 pack --install damaged.lkpack <<'END'
damaged.lkpack: is damaged or was not copied to its end*
END
pack --archive nobody.lkpack --pack cat || fail "no file without a signature"
says 1 pack --install nobody.lkpack <<'END'
nobody.lkpack: is not signed, and this kiosk wants that*
END
state | cmp -s - before || fail "what was refused changed the store"

# ---- and back
says 0 pack --rollback <<END
back to 'House cat' ($(before | cut -c1-12)): the kiosk shows it as soon as nobody stands before it
END
soon 10 "from now on 'House cat' ($(current | cut -c1-12)) is shown"
soon 5 "scene invite " 3
[ "$(grep -c "error" out)" -eq 0 ] || fail "the kiosk complained"
end_kiosk
exit 0
