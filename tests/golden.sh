#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Golden pictures: what the kiosk shows now beside what it showed when somebody last looked and was content.
#
#   golden.sh [--build DIR] [--pack DIR] [SCENE...]            compares; DIR is build/asan when nothing is said
#   golden.sh --update [--build DIR] [--pack DIR] [SCENE...]   makes them anew, and BUILD/golden/sheet.png to look at
#   golden.sh --new [--build DIR] [--pack DIR] [SCENE...]      makes only those that there are none of yet
#
# For each picture golden/NAME.dump (the display list: must be the same, line by line) and golden/NAME.png (480 px, ten of
# them 960 px: tolerances in golden_compare.c). New pictures stay in BUILD/golden when they differ.
set -u
here=$(cd "$(dirname "$0")" && pwd)
golden=$here/golden
pack=$(dirname "$here")
build=$pack/build/asan
update= new= only=
while [ $# -gt 0 ]; do
    case $1 in
    --update) update=1 ;;
    --new) update=1 new=1 ;;
    --build) build=$2; shift ;;
    --pack) pack=$2; shift ;;
    -*) echo "golden.sh: '$1' is not expected" >&2; exit 2 ;;
    *) only="$only $1" ;;
    esac
    shift
done
build=$(cd "$build" && pwd) || exit 2
kiosk=$build/leopard-kiosk
tool=$build/tests/golden_compare
[ -x "$kiosk" ] && [ -x "$tool" ] || { echo "golden.sh: '$build' has no program yet (cmake --preset asan && cmake --build --preset asan)" >&2; exit 2; }
out=$build/golden
mkdir -p "$out"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
# Pictures are painted anew in each run: a cache of yesterday would hide what the painter does today.
XDG_CACHE_HOME=$tmp/cache
LSAN_OPTIONS=suppressions=$here/lsan.supp:print_suppressions=0
ASAN_OPTIONS=${ASAN_OPTIONS:-quarantine_size_mb=1}
export XDG_CACHE_HOME LSAN_OPTIONS ASAN_OPTIONS
bad=0 count=0

versions() {
    dpkg-query -W -f '${Package} ${Version}\n' fonts-noto-core fonts-noto-cjk libfreetype6 libharfbuzz0b libsdl2-ttf-2.0-0 \
        libicu72 libcairo2 libpixman-1-0 2>/dev/null | sort
}

differs() {
    echo "DIFFERS: $1"
    bad=1
}

# keep NAME SIDE: the new picture becomes the golden one.
keep() {
    "$tool" keep "$out/$1.png" "$2" "$golden/$1.png" && mv "$out/$1.dump" "$golden/$1.dump" || differs "$1 cannot be kept"
    rm -f "$out/$1.png"
}

compare() {
    [ -f "$golden/$1.dump" ] && [ -f "$golden/$1.png" ] || { differs "$1 has no golden picture (sh tests/golden.sh --update)"; return; }
    same=1
    if ! diff "$golden/$1.dump" "$out/$1.dump" >"$tmp/diff"; then
        same=
        differs "$1: $(grep -c '^[<>]' "$tmp/diff") lines of its display list (diff $golden/$1.dump $out/$1.dump), the first:"
        grep -m 1 '^<' "$tmp/diff"
        grep -m 1 '^>' "$tmp/diff"
    fi
    if ! "$tool" compare "$out/$1.png" "$golden/$1.png" "$golden/$1.dump" "$out/$1.beside.png" >"$tmp/words"; then
        same=
        differs "$1: $(cat "$tmp/words")"
    fi
    [ -z "$same" ] || rm -f "$out/$1.png" "$out/$1.dump" "$out/$1.beside.png"
}

# picture SCENE NAME SIDE SIZE LANGUAGE "LINES": plays the lines of a script and takes the picture that they end with.
wanted() { case " ${only:-$1} " in *" $1 "*) ;; *) return 1 ;; esac; }
picture() {
    wanted "$1" || return
    [ -z "$new" ] || [ ! -f "$golden/$2.dump" ] || return
    count=$((count + 1))
    printf 'size %s\nlanguage %s\n%s\nshot %s.png\ndump %s.dump\n' "$4" "$5" "$6" "$2" "$2" >"$tmp/$2.replay"
    "$kiosk" replay "$tmp/$2.replay" --quiet --pack "$pack" --site "$here/../scenes/reference/samples/site.yaml" --out "$out" || { differs "$2 cannot be made"; return; }
    if [ -n "$update" ]; then keep "$2" "$3"; else compare "$2"; fi
    names="${names:-} $2"
}

# The ten pictures that are kept at half size; all others are 480 px.
side() {
    case $1 in
    eyes-in-the-forest.ru.1920x1080 | eyes-in-the-forest.zh-Hans.1920x1080 | home.ru.1920x1080 | home.en.1920x1080) echo 960 ;;
    the-leap-flying.* | the-leap-landed.* | shrinking-map-0.* | shrinking-map-1.* | still-there.ru.*) echo 960 ;;
    shrinking-map.ko.1920x1080) echo 960 ;;
    *) echo 480 ;;
    esac
}

# one SCENE VARIANT SIZE LANGUAGE "LINES"
one() { picture "$1" "$1$2.$4.$3" "$(side "$1$2.$4.$3")" "$3" "$4" "$5"; }

if [ -n "$update" ]; then
    mkdir -p "$golden"
    [ -n "$only$new" ] || rm -f "$golden"/*.png "$golden"/*.dump
fi
# Every scene of the journey as it is after six seconds, in each language, lying and upright; then its named states, in English.
scenes="eyes-in-the-forest home $(sed -n 's/^      - \([a-z-]*\)$/\1/p' "$pack/scenes/journey.yaml")"
wide=1920x1080
# states SCENE: what its file names, one a line.
states() {
    printf 'start %s\nwait 0.1\nstates -\n' "$1" >"$tmp/states.replay"
    "$kiosk" replay "$tmp/states.replay" --quiet --pack "$pack" || differs "the states of $1 cannot be told"
}
for scene in $scenes; do
    for size in 1920x1080 1080x1920; do
        for language in ru en zh-Hans ko; do
            then=
            [ "$scene" != shrinking-map ] || then="set stop 2
"
            one "$scene" "" $size $language "start $scene
${then}wait 6"
        done
    done
    wanted "$scene" || continue
    states "$scene" >"$tmp/states"
    while read -r name; do
        one "$scene" "-$name" $wide en "start $scene
wait 1
state $name
wait 5"
    done <"$tmp/states"
done
for language in ru en; do
    one languages "" $wide $language "start the-leap
wait 2
tap-id bar/language
wait 2"
    one still-there "" $wide $language "start shrinking-map
wait 64"
    one sources-sheet "" $wide $language "start the-leap
wait 2
tap-id source
wait 2"
done
for language in en-XA ar-XB; do
    one home "" $wide $language "start home
wait 6"
done
# The longest name of a danger, lit: it must be whole.
one five-dangers -prey $wide ru "start five-dangers
wait 2
tap-id web/prey
wait 3"
# Two languages at once.
for scene in home the-leap two-coats languages five-dangers cub-lottery how-you-can-help one-cat-two-countries quiz; do
    for size in 1920x1080 1080x1920; do
        start="start $scene
wait 6"
        [ "$scene" != languages ] || start="start the-leap
wait 2
tap-id bar/language
wait 2"
        [ "$scene" != quiz ] || start="start quiz
wait 2
tap-id quiz/teams-1
wait 2"
        one $scene "" $size ru+zh-Hans "$start"
    done
done
one the-leap -flying $wide en "start the-leap
wait 2
tap-id leap/pull
wait 0.9"
one the-leap -landed $wide en "start the-leap
wait 2
tap-id leap/pull
wait 6"
one shrinking-map -0 $wide ko "start shrinking-map
wait 6"
one shrinking-map -1 $wide zh-Hans "start shrinking-map
set stop 1
wait 6"

if [ -n "$new" ] && [ "$count" -eq 0 ]; then
    echo "there is a golden picture of everything"
    exit $bad
elif [ -n "$update" ]; then
    [ -n "$only$new" ] || versions >"$golden/versions.txt"
    # shellcheck disable=SC2086
    (cd "$golden" && "$tool" sheet "$out/sheet.png" 4 $(for n in ${names:-}; do echo "$n.png"; done)) || bad=1
    [ "$bad" -ne 0 ] || echo "$count golden pictures are new; look at $out/sheet.png before you commit them"
elif ! versions | diff "$golden/versions.txt" - >"$tmp/versions"; then
    echo "golden pictures were made with other versions of fonts and libraries (<) than those here (>):"
    grep '^[<>]' "$tmp/versions"
fi
[ "$count" -gt 0 ] || { echo "golden.sh: nothing is called$only" >&2; exit 2; }
exit $bad
