# SPDX-License-Identifier: GPL-3.0-or-later
# store_kit.sh - for tests of packs in one file and of the store; read by them with "." after kiosk= and tmp= are set. What a
# command says is in $tmp/said and $tmp/err.
export XDG_DATA_HOME="$tmp/data" XDG_CACHE_HOME="$tmp/cache"
store=$tmp/data/leopard-kiosk/packs
# What fonts this machine lacks is of no concern here.
lines() { grep -v "^leopard-kiosk: warning: font " "$1"; }
pack() { "$kiosk" pack "$@" >"$tmp/said" 2>"$tmp/err"; }
install() { pack --install "$@" --size 320x180 --locale en; }
state() { cat "$store/state" 2>/dev/null; }
current() { sed -n 's/^current //p' "$store/state"; }
before() { sed -n 's/^before //p' "$store/state"; }

# unlooked FILE: puts a pack into the store that no install would let in, and shows it next: whole, and wrong.
unlooked() {
    rm -rf "$tmp/unlooked"
    mkdir "$tmp/unlooked"
    zstd -qdc "$1" | tar -xf - -C "$tmp/unlooked"
    id=$(b2sum -l 256 "$tmp/unlooked/manifest" | cut -c1-32)
    mv "$tmp/unlooked" "$store/$id"
    printf 'leopard-kiosk store 1\ncurrent %s\nbefore %s\ntrial 0\n' "$id" "$(current)" >"$store/state.new"
    mv "$store/state.new" "$store/state"
}
