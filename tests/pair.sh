#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Two languages at once: what is said on the visible screen is said in both. Goes through every scene at rest, upright and
# lying, in two pairs, and lists what shows its first language alone.
#
#   pair.sh KIOSK SOURCE
set -u
kiosk=$1 source=$2
bad=0 seen=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# Words that have one language by their nature: a language's own name, a page of a pager, the chapter's line (both in one),
# the Latin name, a source's own title, the place's own name. What says no more than a number is none of these lists' business.
own='^(languages|second)(/[A-Za-z-]*)? |/page |^chapter|^bar text|list/(source|more)|^name text|^centre text|/(unit|mark|cm|scale)-[0-9]'
# The sheet that nobody has chosen a language on yet: the front sheet shows the languages themselves.
front=eyes-in-the-forest

# scene size element: there is no room for the second, and why.
allowed='
whose-spots any match                a letter is its photo’s in any language
one-cat-two-countries any china-number  the same count, its source stands beside it
on-the-scales any pack-weight        a measure
shrinking-map 1920x1080 then-figure  a measure: its source stands beside it
'

excused() { # SCENE SIZE ELEMENT
    printf '%s' "$allowed" | awk -v s="$1" -v z="$2" -v e="$3" '$1 == s && ($2 == z || $2 == "any") && ($3 == e || index(e, $3 "/") == 1) { found = 1 } END { exit !found }'
}

for file in "$source"/scenes/*.yaml; do
    scene=$(basename "$file" .yaml)
    case $scene in journey | facts | partners | site | languages | still-there | sources-sheet | $front) continue ;; esac
    pairs="ru+zh-Hans en+ko"
    [ "$scene" = how-you-can-help ] && pairs="$pairs ru+ar fr+ru"      # long words on stones
    for pair in $pairs; do
        for size in 1920x1080 1080x1920; do
            "$kiosk" shot "$scene" --pack "$source" --locale $pair --size $size --semantics -o "$tmp/said" || { bad=1; continue; }
            # one item a line; then those that hold letters and whose second is missing or unseen
            awk '{ all = all $0 } !/ box -?[0-9]+,/ { all = all " "; next } { print all; all = "" }' "$tmp/said" |
                grep -E '^[^"]*"[^"]*[^][ 0-9.,?+–:/"'"$(printf '\302\240')"'·-]' | grep -vE "$own" |
                grep -vE ' also "[^"]*" (value|box)' >"$tmp/alone"
            seen=$((seen + $(grep -cE ' also "[^"]*" (value|box)' "$tmp/said")))
            while read -r element rest; do
                excused "$scene" $size "$element" && continue
                echo "one language only: $scene $pair $size $element $rest"
                bad=1
            done <"$tmp/alone"
        done
    done
done
[ $seen -gt 500 ] || { echo "only $seen texts in both languages were found"; bad=1; }
exit $bad
