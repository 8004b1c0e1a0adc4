#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The partner's code: a telephone reads it from the kiosk's own picture, in each language its own address; and what is shown
# when the profile is not in force. partners.sh PROGRAM PACK
set -u
kiosk=$1
command -v zbarimg >/dev/null 2>&1 || exit 77
partner=$2/scenes/reference/samples/partner/partners.yaml
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

fail() {
    echo "FAILED: $1"
    exit 1
}

# Without the code nothing speaks of the partner either.
nothing() {
    "$kiosk" shot how-you-can-help --pack "$tmp/pack" --locale en --semantics -o "$tmp/sem" 2>/dev/null || fail "$1: no picture"
    ! grep -qiE 'example|grown-ups|telephone|paid' "$tmp/sem" || fail "$1: the partner is shown: $(grep -iE 'example|grown-ups|telephone|paid' "$tmp/sem")"
    grep -q 'stones/tell-three' "$tmp/sem" || fail "$1: no stones"
}

mkdir "$tmp/pack"
cp -R "$2/scenes" "$2/locales" "$2/assets" "$tmp/pack/"
chmod -R u+w "$tmp/pack"
file=$tmp/pack/scenes/partners.yaml
nothing "as shipped"

cp "$partner" "$file"
"$kiosk" check --quiet --pack "$tmp/pack" >"$tmp/out" || fail "check: $(cat "$tmp/out")"
[ ! -s "$tmp/out" ] || fail "check said: $(cat "$tmp/out")"
for lang in en ru zh-Hans ko; do
    for look in "1920x1080 big=0" "1080x1920 big=0" "1280x720 big=1"; do
        "$kiosk" shot how-you-can-help --pack "$tmp/pack" --locale $lang --size "${look% *}" --state "${look#* }" -o "$tmp/code.png" 2>"$tmp/err" ||
            fail "$lang, $look: $(cat "$tmp/err")"
        read=$(zbarimg -q --raw "$tmp/code.png" 2>/dev/null)
        [ "$read" = "https://example.org/leopard?from=kiosk&language=$lang" ] || fail "$lang, $look: a telephone reads '$read'"
    done
    "$kiosk" shot how-you-can-help --pack "$tmp/pack" --locale $lang --semantics -o "$tmp/sem" || fail "$lang: no picture"
    grep -q '"example.org/leopard"' "$tmp/sem" || fail "$lang: no short address"
done

# A touch makes the code large, and nothing else can be touched behind it.
cat >"$tmp/script" <<'END'
start how-you-can-help
language ru
wait 1
tap-id code
wait 1
expect id code-big
expect no-id stones-partner/tell-three
tap-id sheet-close
wait 1
tap-id banner
wait 1
expect id code-big
tap-id sheet-close
wait 1
tap-id stones-partner/draw-a-leopard
wait 1
tap-id stones-partner/ring
wait 3
expect var promises-today 1
date 2191-01-01
expect no-id code
expect id stones/tell-three
expect var promises-today 0
monkey 300 3
END
"$kiosk" replay "$tmp/script" --quiet --pack "$tmp/pack" || fail "the large code"

# Past its review: promises alone, and one line says why.
sed 's/^review_by: .*/review_by: 2026/; s/^confirmed_on: .*/confirmed_on: "2000-01-01"/; s/^review_by: 2026/review_by: 2001/' \
    "$partner" >"$file"
nothing "past its review"
"$kiosk" check --quiet --pack "$tmp/pack" >"$tmp/out" || fail "past its review: check is no fault"
[ "$(grep -c 'warning: .*to be reviewed by 2001' "$tmp/out")" -eq 1 ] || fail "past its review: check said: $(cat "$tmp/out")"

# Not confirmed, incomplete, off.
sed '/^confirmed_by/d' "$partner" >"$file"
nothing "not confirmed"
sed '/^    short_address/d; /^      [a-z].*https/d; s/^    url:/    url: {}/' "$partner" >"$file"
nothing "no address"
"$kiosk" check --quiet --pack "$tmp/pack" | grep -q "partner 'example' has no 'url'" || fail "no address: check does not say so"
sed 's/^profile: .*/profile: off/' "$partner" >"$file"
"$kiosk" check --quiet --pack "$tmp/pack" >"$tmp/out" || fail "off: $(cat "$tmp/out")"
"$kiosk" shot home --pack "$tmp/pack" --locale en --semantics -o "$tmp/sem" || fail "off: no home"
printf 'start sources\nlanguage en\nwait 1\nkey home\nwait 1\ntap-id chapters/sources\nwait 1\nexpect scene sources\n' >"$tmp/script"
"$kiosk" replay "$tmp/script" --quiet --pack "$tmp/pack" || fail "off: the chapter keeps its other scenes"

# An organisation that may not be named here: refused, and the kiosk goes on with promises.
sed 's/The Example Keepers/The WWF Keepers/; s/^partners:/organisations: [{id: wwf, not_in: ["RU"], marks: [WWF]}]\npartners:/' \
    "$partner" >"$file"
"$kiosk" check --quiet --pack "$tmp/pack" >"$tmp/out" && fail "a name that may not be shown is accepted"
grep -q "names 'WWF'" "$tmp/out" || fail "it does not say which name: $(cat "$tmp/out")"
nothing "a name that may not be shown"
exit 0
