#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The site's own settings: found where they may lie, laid over the pack's, told and left out where they are wrong; and the paw
# print in its true size. site.sh PROGRAM PACK
set -u
kiosk=$1 pack=$2
here=$(dirname "$0")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export XDG_CONFIG_HOME="$tmp/config"
fail() {
    echo "FAILED: $1"
    exit 1
}

# play SITE LINES: they hold under these settings.
play() {
    printf '%b' "$2" >"$tmp/script"
    "$kiosk" replay "$tmp/script" --quiet --pack "$pack" --site "$1" --out "$tmp" 2>"$tmp/err" || fail "$1: $(cat "$tmp/err")"
}

# Everything that it says takes place.
cat >"$tmp/site.yaml" <<'END'
px-per-mm: 4.03
default-language: ko
country: KR
profile: "off"
volume: 0
still: true
low-reach: true
END
"$kiosk" check --quiet --pack "$pack" --site "$tmp/site.yaml" >"$tmp/out" || fail "check: $(cat "$tmp/out")"
[ ! -s "$tmp/out" ] || fail "check said: $(cat "$tmp/out")"
play "$tmp/site.yaml" 'start home\nwait 2\nexpect language ko\nexpect var still 1\nexpect var low-reach 1\nexpect var sound 0\nexpect var call none\nexpect var calibrated 1\nexpect no-id chapters/how-you-can-help\n'
# The example says nothing until a # is taken away, and is right with all of them gone.
play "$here/../packaging/site.yaml" 'start home\nwait 2\nexpect language ru\nexpect var still 0\nexpect var calibrated 0\n'
sed 's/^#\([a-z]\)/\1/' "$here/../packaging/site.yaml" >"$tmp/all.yaml"
[ "$(grep -c '^[a-z]' "$tmp/all.yaml")" = 8 ] || fail "the example has not all keys"
"$kiosk" check --quiet --pack "$pack" --site "$tmp/all.yaml" >"$tmp/out" || fail "the example: $(cat "$tmp/out")"

# What is wrong is told, line by line, and left out; what is right beside it holds, and the kiosk opens.
cat >"$tmp/bad.yaml" <<'END'
px-per-mm: 0
default-language: kr
country: Russia
profile: of
volume: 3
stil: true
low-reach: true
END
"$kiosk" check --quiet --pack "$pack" --site "$tmp/bad.yaml" >"$tmp/out" && fail "a bad file passes"
sed 's|.*/bad.yaml|bad.yaml|' >"$tmp/want" <<'END'
bad.yaml:1:12: the site's settings: 'px-per-mm' is 0 but must be more than 0
bad.yaml:2:19: language 'kr' is not in the journey (did you mean 'ko'?)
bad.yaml:3:10: 'country' is 'Russia', which is no country (two capital letters, for example "RU")
bad.yaml:4:10: the site's settings: 'profile' is 'of' (one of: pledge-only, international, in-russia, off; did you mean 'off'?)
bad.yaml:5:9: the site's settings: 'volume' is 3 but must be from 0 to 1
bad.yaml:6:1: unknown key 'stil' in the site's settings (did you mean 'still'?)
END
sed "s|^$tmp/||" "$tmp/out" | diff "$tmp/want" - || fail "the lines are others"
play "$tmp/bad.yaml" 'start home\nwait 2\nexpect language ru\nexpect var low-reach 1\nexpect var calibrated 0\nexpect var call pledge\n'
printf -- '- a list\n' >"$tmp/list.yaml"
printf 'px-per-mm: [\n' >"$tmp/open.yaml"
: >"$tmp/empty.yaml"
head -c 20000 /dev/zero | tr '\0' '#' >"$tmp/long.yaml"
for file in list.yaml open.yaml empty.yaml long.yaml none.yaml config; do
    "$kiosk" check --quiet --pack "$pack" --site "$tmp/$file" >"$tmp/out" && fail "$file passes"
    [ "$(wc -l <"$tmp/out")" = 1 ] || fail "$file: not one line but $(cat "$tmp/out")"
    play "$tmp/$file" 'start home\nwait 1\nexpect shown scene\n'
done
# A profile that may not be set in this country is told where it was set.
printf 'profile: international\n' >"$tmp/list.yaml"
"$kiosk" check --quiet --pack "$pack" --site "$tmp/list.yaml" >"$tmp/out" && fail "international in Russia passes"
grep -q "list.yaml:1:10: profile 'international' may not be set in RU" "$tmp/out" || fail "who set it: $(cat "$tmp/out")"

# The user's own file is found.
mkdir -p "$XDG_CONFIG_HOME/leopard-kiosk"
printf 'volume: loud\n' >"$XDG_CONFIG_HOME/leopard-kiosk/site.yaml"
"$kiosk" check --quiet --pack "$pack" >"$tmp/out" && fail "the user's file was not read"
grep -q "$XDG_CONFIG_HOME/leopard-kiosk/site.yaml:1:9: " "$tmp/out" || fail "the user's file: $(cat "$tmp/out")"
"$kiosk" check --quiet --pack "$pack" --site "$pack/scenes/reference/samples/site.yaml" >"$tmp/out" || fail "the named file does not win: $(cat "$tmp/out")"

# The print: 90 mm are 363 px of 4.03 to a mm, 0.683 of the drawing's width; no more claim than room.
play "$pack/scenes/reference/samples/site.yaml" 'start two-coats\nlanguage en\nwait 2\nexpect no-id paws\ntap-id true-paws\nwait 1\nexpect var spot 8\nexpect text "true size"\nexpect id print\nexpect no-id lens\nresize 1080x1920\nwait 1\nexpect id print\nresize 640x360\nwait 1\nexpect var calibrated 0\nexpect no-id print\nexpect no-text "true size"\n'
for look in "1920x1080 4.03 531" "1080x1920 4.03 531" "3840x2160 8.06 1062"; do
    set -- $look
    printf 'px-per-mm: %s\n' "$2" >"$tmp/site.yaml"
    "$kiosk" shot two-coats --pack "$pack" --site "$tmp/site.yaml" --size "$1" --state spot=8 --dump -o "$tmp/dump" 2>/dev/null || fail "no picture at $1"
    grep -q "^picture .*,[0-9]* $3x$3 " "$tmp/dump" || fail "$1: the print is not $3 px wide: $(grep -c ^picture "$tmp/dump") pictures"
done
