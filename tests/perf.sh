#!/bin/sh
# The figures the kiosk is held to, in a window of 1920x1080 painted by the processor: a release build with baked pictures,
# on a machine that does nothing else. Prints each; fails when one is missed. perf.sh PROGRAM PACK
set -u
kiosk=$1
pack=$2
. "$(dirname "$0")/window_kit.sh"
w=1920 h=1080
bad=0

# held "WHAT" VALUE MOST UNIT, reached "WHAT" VALUE LEAST UNIT: one line; a miss begins with !
figure() {
    mark=" "
    [ "$5" = yes ] || { mark="!"; bad=1; }
    printf '%s %-58s %8s %s\n' "$mark" "$1" "$2" "$3 ($4)"
}
held() { figure "$1" "$2" "$4" "at most $3" "$(awk -v v="$2" -v m="$3" 'BEGIN { print (v != "" && v + 0 <= m) ? "yes" : "no" }')"; }
reached() { figure "$1" "$2" "$4" "at least $3" "$(awk -v v="$2" -v m="$3" 'BEGIN { print (v + 0 >= m) ? "yes" : "no" }')"; }

# column SCENE N: of the table of bench.
column() { awk -v s="$1" -v n="$2" '$1 == s { print $n }' "$tmp/bench" | tr -d x; }
share() { # SECONDS: per cent of one core, of the kiosk
    a=$(awk '{ print $14 + $15 }' "/proc/$program/stat")
    sleep "$1"
    b=$(awk '{ print $14 + $15 }' "/proc/$program/stat")
    echo "$a $b $1 $(getconf CLK_TCK)" | awk '{ printf "%.2f", ($2 - $1) * 100 / $4 / $3 }'
}
pss() { awk '/^Pss:/ { printf "%.1f", $2 / 1024 }' "/proc/$program/smaps_rollup"; }
most() { echo "$1 $2" | awk '{ print ($1 > $2 ? $1 : $2) }'; }

start_server 1920x1080
export XDG_CACHE_HOME="$tmp/xdg"

# Started three times, the disk warm from the first.
for i in 1 2 3; do
    start_kiosk "$pack"
    start=$(sed -n 's/^first picture after \([0-9]*\) ms/\1/p' "$tmp/out")
    [ $i -eq 3 ] || end_kiosk
done
held "process start to the first complete picture" "$start" 200 ms

# A visit: every scene of every chapter, the sheet of languages, home. What is made ahead is made in between.
memory=0
sleep 3
held "the attract loop, share of a core" "$(share 10)" 50 %
memory=$(most "$memory" "$(pss)")
story="language ru
wait 1"
look "$story"
left=40
step() { # not like clockwork: that would be a panel that taps by itself
    tap "$1"
    sleep "$((2 + left % 2)).$((left % 3 * 3))"
    memory=$(most "$memory" "$(pss)")
    story="$story
tap-id $1
wait 1"
    look "$story"
}
step languages/en
step "$(sed -n 's/^ *\(chapters\/[^ ]*\) .*/\1/p' "$tmp/items" | head -1)"
while [ "$(grep '^scene ' "$tmp/out" | tail -1)" != "scene home language en" ]; do
    [ $((left -= 1)) -gt 0 ] || fail "the chapters have no end"
    step bar/next
done
step "$(sed -n 's/^ *\(chapters\/[^ ]*\) .*/\1/p' "$tmp/items" | tail -1)"
step bar/language
step languages/ko
step bar/home
[ "$(grep '^scene ' "$tmp/out" | tail -1)" = "scene home language ko" ] || fail "the visit went astray"
printf '  %s scenes were shown\n' "$(grep -c '^scene ' "$tmp/out")"
xdotool mousemove 1915 5
sleep 8
cksum <"$tmp/Xvfb_screen0" >"$tmp/before"
held "home at rest, share of a core over 20 s" "$(share 20)" 0.2 %
cksum <"$tmp/Xvfb_screen0" | cmp -s - "$tmp/before" || { echo "! something moved on the screen at rest"; bad=1; }
held "memory (PSS), the whole journey visited" "$(most "$memory" "$(pss)")" 100 MiB
end_kiosk

"$kiosk" bench --plain --pack "$pack" >"$tmp/bench" || fail "bench"
cat "$tmp/bench"
for s in $(awk 'NR > 2 && $1 != "process" { print $1 }' "$tmp/bench"); do
    [ "$(column "$s" 2)" = 0 ] || {
        reached "$s: median, free-running on one core" "$(column "$s" 2)" 120 frames/s
        reached "$s: the slowest second" "$(column "$s" 3)" 60 frames/s
        reached "$s: beside the plain loop" "$(column "$s" 5)" 2 times
        held "$s: at 60 a second, share of a core" "$(column "$s" 6)" 50 %
    }
    held "$s: from a press to its picture" "$(column "$s" 8)" 8 ms
    held "$s: the next scene complete" "$(column "$s" 9)" 50 ms
    reached "$s: on the way to the next scene, the slowest second" "$(column "$s" 10)" 60 frames/s
done

visit="tap-id languages/en
wait 0.5
tap-id chapters/the-leap
wait 97"
printf 'wait 1\nrepeat 20 {\n%s\n}\nmemory\nrepeat 1000 {\n%s\n}\nmemory\n' "$visit" "$visit" >"$tmp/visits.replay"
"$kiosk" replay "$tmp/visits.replay" --quiet --pack "$pack" >"$tmp/visits" || fail "a thousand visits"
held "memory after 1000 visits, grown by" "$(sed -n 's/.* memory \([0-9]*\) KB/\1/p' "$tmp/visits" | paste -sd ' ' | awk '{ print $2 - $1 }')" 512 KB

for n in 500 2000; do "$kiosk" bench --pack-size $n --pack "$pack" >"$tmp/$n" || fail "bench --pack-size"; cat "$tmp/$n"; done
each() { sed -n 's/.*; \([0-9.]*\) ms a scene/\1/p' "$tmp/$1"; }
held "2000 scenes beside 500, time for each" "$(echo "$(each 2000) $(each 500)" | awk '{ printf "%.2f", $1 / $2 }')" 1.3 times
exit $bad
