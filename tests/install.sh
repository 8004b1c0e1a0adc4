#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# As it is installed: what `cmake --install` puts somewhere is enough for the author's reference with all its pictures, and stays
# small. install.sh CMAKE BUILD
set -u
. "$(dirname "$0")/expect_kit.sh"

"$1" --install "$2" --prefix "$tmp/usr" >"$tmp/log" 2>&1 || { cat "$tmp/log"; exit 1; }
kiosk=$tmp/usr/bin/leopard-kiosk
chmod -R a-w "$tmp/usr"
cd "$tmp" || exit 1
expect 0 "" "$kiosk" reference -o "$tmp/reference"
chmod -R u+w "$tmp/usr"
sed -n 's/^!\[\([a-z-]*\)\](\1.png)$/\1/p' "$tmp/reference/README.md" | LC_ALL=C sort >"$tmp/told"
"$kiosk" schema scene | sed -n 's/^ *"kind-\([a-z-]*\)": {$/\1/p' | LC_ALL=C sort >"$tmp/kinds"
[ "$(wc -l <"$tmp/kinds")" -gt 30 ] && cmp "$tmp/kinds" "$tmp/told" || { echo "FAILED: the reference shows not every kind"; bad=1; }
while read -r kind; do
    [ "$(head -c 8 "$tmp/reference/$kind.png" | tail -c 7 | head -c 3)" = PNG ] || { echo "FAILED: no picture of '$kind'"; bad=1; }
done <"$tmp/told"

# Without fonts, and without the baked pictures, which tests do not make.
kb=$(du -sk --exclude=fonts --exclude=cache "$tmp/usr" | cut -f1)
[ "$kb" -le 61440 ] || { echo "FAILED: $kb KB are installed"; bad=1; }
[ -z "$(find "$tmp/usr" -path '*scenes/reference*' -name '*.png')" ] || { echo "FAILED: pictures of the reference are installed"; bad=1; }
exit $bad
