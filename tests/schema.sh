#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The schemas for editors: those of the pack are what the program writes now, every file of the packs is valid by them, and
# `new` gives a pack its own; what the program refuses they refuse too. schema.sh PROGRAM PACK BAD_TABLE
set -u
kiosk=$1 pack=$2 here=$(dirname "$0")
. "$here/expect_kit.sh"

for kind in scene journey facts partners; do
    "$kiosk" schema $kind >"$tmp/now.json" || fail "schema $kind"
    cmp -s "$tmp/now.json" "$pack/scenes/schema/$kind.json" || fail "scenes/schema/$kind.json is stale (leopard-kiosk schema --write)"
done
"$kiosk" schema sceen >"$tmp/out" 2>&1 && fail "schema sceen"
grep -q "did you mean scene" "$tmp/out" || fail "a mistyped kind: $(cat "$tmp/out")"
"$kiosk" schema --write scene >"$tmp/out" 2>&1 && fail "schema --write scene"

# A pack of one's own, without a network: schemas come with it, and new ones replace old ones.
"$kiosk" new pack "$tmp/cat" >"$tmp/out" || fail "new pack"
for kind in scene journey facts partners; do cmp -s "$pack/scenes/schema/$kind.json" "$tmp/cat/scenes/schema/$kind.json" || fail "new pack: $kind.json"; done
echo '{}' >"$tmp/cat/scenes/schema/scene.json"
"$kiosk" schema --write --pack "$tmp/cat" >"$tmp/out" || fail "schema --write"
cmp -s "$pack/scenes/schema/scene.json" "$tmp/cat/scenes/schema/scene.json" || fail "schema --write writes"
rm -r "$tmp/cat/scenes/schema"
"$kiosk" new scene second --pack "$tmp/cat" >"$tmp/out" 2>&1 || fail "new scene"
[ -s "$tmp/cat/scenes/schema/scene.json" ] || fail "new scene: no schema"

# Debian's own Python has the packages of packaging/deps.sh, whichever stands first in the path.
python=python3
/usr/bin/python3 -c 'import jsonschema, yaml' 2>/dev/null && python=/usr/bin/python3
"$python" "$here/schema.py" "$pack/scenes/schema" "$pack"/scenes/*.yaml "$tmp"/cat/scenes/*.yaml "$here"/packs/*/scenes/*.yaml \
    "$pack"/scenes/reference/samples/partner/partners.yaml "$pack"/scenes/reference/samples/*/scenes/*.yaml "$here"/bad/base/scenes/*.yaml || fail "a file that the program accepts is not valid"
"$3" --inputs >"$tmp/broken" 2>/dev/null
"$python" "$here/schema.py" --broken "$pack/scenes/schema" 29 "$tmp/broken" || fail "what the program refuses is valid"
exit $bad
