#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The author's reference: its words are what the program writes now, every kind has a picture, and each picture is small.
# reference.sh PROGRAM PACK compares; reference.sh --update [--build DIR] makes words and pictures anew (with pngquant): look at them.
set -u
here=$(cd "$(dirname "$0")" && pwd)
update= kiosk= pack=$here/.. build=$here/../build/dev
while [ $# -gt 0 ]; do
    case $1 in
    --update) update=1 ;;
    --build) build=$2 && shift ;;
    *) [ -z "$kiosk" ] && kiosk=$1 || pack=$1 ;;
    esac
    shift
done
dir=$pack/scenes/reference
if [ -n "$update" ]; then
    command -v pngquant >/dev/null || { echo "pngquant is missing (apt-get install pngquant)"; exit 1; }
    rm -f "$dir"/*.png
    "${kiosk:-$build/leopard-kiosk}" reference -o "$dir" --pack "$pack" || exit 1
    pngquant --force --ext .png --nofs --speed 1 --strip 96 "$dir"/*.png
    exit
fi
. "$here/expect_kit.sh"

"$kiosk" reference --pack "$pack" >"$tmp/README.md" || fail "the reference is not whole"
diff -U0 "$dir/README.md" "$tmp/README.md" >"$tmp/diff" || {
    head -40 "$tmp/diff"
    fail "scenes/reference/README.md is stale (leopard-kiosk reference >scenes/reference/README.md; for pictures sh tests/reference.sh --update)"
}
# Every kind that the schema knows, and nothing else; a picture of one colour weighs next to nothing.
"$kiosk" schema scene | sed -n 's/^ *"kind-\([a-z-]*\)": {$/\1/p' | LC_ALL=C sort >"$tmp/kinds"
[ "$(wc -l <"$tmp/kinds")" -gt 30 ] || fail "the schema names no kinds"
(cd "$dir" && ls *.png) | sed 's/\.png$//' | LC_ALL=C sort >"$tmp/pictures"
cmp -s "$tmp/kinds" "$tmp/pictures" || fail "kinds and pictures: $(diff "$tmp/kinds" "$tmp/pictures")"
for p in "$dir"/*.png; do
    size=$(wc -c <"$p")
    [ "$size" -ge 400 ] && [ "$size" -le 40960 ] || fail "$p has $size bytes"
done
for k in $(cat "$tmp/kinds"); do
    grep -qx "### $k" "$dir/README.md" && grep -qF "![$k]($k.png)" "$dir/README.md" || fail "$k is not in the reference"
done

# A picture is cut out where the element lies, and one that cannot be seen is told. A list that is wrong is told with its line.
mkdir -p "$tmp/pack"
for d in scenes locales assets; do cp -R "$here/packs/mini/$d" "$tmp/pack/"; done
mkdir -p "$tmp/pack/scenes/reference" "$tmp/one" "$tmp/two"
# list ROW: the kinds that are missing are told, too
list() {
    printf 'pictures:\n  - %s\n' "$1" >"$tmp/pack/scenes/reference/pictures.yaml"
    "$kiosk" reference --pack "$tmp/pack" >"$tmp/out" 2>&1 && fail "$1: accepted"
}
list '{scene: tree, element: tree}'
grep -q "kind 'text' is shown by no row" "$tmp/out" || fail "a kind without a picture: $(cat "$tmp/out")"
grep -q "kind 'image' is shown by no row" "$tmp/out" && fail "a kind with a picture"
list '{scene: tree, element: moon}'
grep -qF "scenes/reference/pictures.yaml:2:5: scene 'tree' has no element 'moon'" "$tmp/out" || fail "no such element: $(cat "$tmp/out")"
list '{scene: tree, elemnt: tree}'
grep -q "did you mean 'element'" "$tmp/out" || fail "a mistyped key: $(cat "$tmp/out")"
rm "$tmp/pack/scenes/reference/pictures.yaml"
"$kiosk" reference --pack "$tmp/pack" >"$tmp/out" 2>&1 || fail "a pack without a list: $(cat "$tmp/out")"
grep -q '^### text$' "$tmp/out" || fail "a pack without a list has no words"
exit $bad
