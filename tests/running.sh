#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A kiosk that runs notices a pack that was installed: it shows it when nobody stands before it, in the same window and without
# a black moment; a refused one is never seen, one that does not reach its home goes by itself. running.sh PROGRAM
set -u
kiosk=$1
here=$(cd "$(dirname "$0")" && pwd)
for need in python3 zstd b2sum; do command -v $need >/dev/null 2>&1 || exit 77; done
. "$here/window_kit.sh"
. "$here/store_kit.sh"
cd "$tmp" || exit 1
w=640 h=360
start_server 640x360

cp -R "$here/bad/base" wood
chmod -R u+w wood
# One language in the attract screen: it stands still. An idle time that a test can wait for.
sed -i 's/^invite: .*/inviting: [en]/; s/^idle: .*/idle: {ask: 5, reset: 5}/' wood/scenes/journey.yaml
# newer TITLE: a file with another title of the attract screen.
newer() {
    sed -i "s/fit: true, text: .*}/fit: true, text: $1}/" wood/scenes/invite.yaml
    sed -i "s/^msgctxt \"invite\/title.text\"/&/; /^msgctxt \"invite\/title.text\"/,/^\$/ s/^msgid .*/msgid \"$1\"/" wood/locales/ru.po
    pack --archive "$1.lkpack" --pack wood || fail "no file of $1: $(cat err)"
}
picture() { cksum <"$tmp/Xvfb_screen0"; }
# another PICTURE, same PICTURE: what the screen shows within some seconds, at rest.
another() {
    n=80
    while [ "$(picture)" = "$1" ]; do
        [ $((n -= 1)) -gt 0 ] || fail "$2"
        sleep 0.1
    done
    sleep 1
}
same() { [ "$(picture)" = "$1" ] || fail "$2"; }
# How often the whole screen was black, until no_black.
watch_black() {
    python3 - "$tmp/Xvfb_screen0" "$tmp/stop" >"$tmp/black" <<'END' &
import os, struct, sys, time
black = 0
with open(sys.argv[1], "rb") as f:
    head = struct.unpack(">25I", f.read(100))
    start = head[0] + head[19] * 12
    while not os.path.exists(sys.argv[2]):
        f.seek(start)
        seen = f.read()
        black += max(max(seen[i::148]) for i in range(3)) < 8
        time.sleep(0.002)
print(black)
END
    watcher=$!
}
no_black() {
    : >"$tmp/stop"
    wait "$watcher"
    rm "$tmp/stop"
    [ "$(cat "$tmp/black")" = 0 ] || fail "$1: the screen was black $(cat "$tmp/black") times"
}

newer Touch
install Touch.lkpack || fail "it cannot be installed: $(cat err)"
start_kiosk
soon 5 "scene home "
soon 20 "scene invite "                          # nobody is there: the idle time is over
sleep 2
old=$(picture)
first=$(current)
grep -qx proven "$store/state" || fail "it is not proven: $(state)"

# ---- installed while nobody is there: shown within some seconds, after its home, in the same window
newer Welcome
watch_black
forget
install Welcome.lkpack || fail "a second cannot be installed: $(cat err)"
soon 8 "leopard-kiosk: from now on 'The small wood' ($(current | cut -c1-12)) is shown"
soon 3 "scene invite "
no_black "another pack"
another "$old" "the new title is not seen"
new=$(picture)
grep -qx proven "$store/state" || fail "the second is not proven: $(state)"
[ "$(grep -c "^scene home" out) $(grep -c "^first" out)" = "1 0" ] || fail "it did not go on in its window"
[ "$(xdotool search --onlyvisible --name Leopard)" = "$window" ] || fail "another window"

# ---- at rest it only looks: no picture, hardly any time
sleep 2
a=$(awk '{ print $14 + $15 }' "/proc/$program/stat")
sleep 10
b=$(awk '{ print $14 + $15 }' "/proc/$program/stat")
[ $((b - a)) -le 10 ] || fail "it needs $((b - a)) ticks in 10 s at rest"
same "$new" "the screen changed at rest"
printf 'at rest: %s hundredths of a second in 10 s\n' $((b - a))

# ---- never before a visitor: he goes on, and when he has left the old pack is back
xdotool mousemove --window "$window" 10 10 click 1
soon 5 "scene home "
forget
pack --rollback || fail "no way back: $(cat err)"
for i in 1 2 3; do
    xdotool mousemove --window "$window" 10 10 click 1
    sleep 1
done
grep -q "from now on" out && fail "the pack changed before a visitor"
soon 20 "leopard-kiosk: from now on 'The small wood' ($(echo "$first" | cut -c1-12)) is shown"
sleep 1
same "$old" "the old title is not seen again"

# ---- one that is refused, one without a home: never seen, one line, the last good stays
sed 's/^format: 1/format: one/' -i wood/scenes/tree.yaml
python3 "$here/hostile.py" good wood bad.lkpack
sed 's/^format: one/format: 1/' -i wood/scenes/tree.yaml
forget
install bad.lkpack && fail "a pack with a fault was installed"
grep -q "bad.lkpack: is refused, nothing was changed" err || fail "a pack with a fault: $(cat err)"
python3 "$here/hostile.py" no-home wood nohome.lkpack
watch_black
unlooked nohome.lkpack
soon 8 "cannot show its home screen: back to 'The small wood' ($(echo "$first" | cut -c1-12))"
sleep 2
no_black "a pack without a home"
[ "$(grep -c "the pack '" out)" -eq 1 ] || fail "not one line: $(cat out)"
[ "$(current)" = "$first" ] || fail "the last good is not back: $(state)"
same "$old" "the last good is not what is seen"

end_kiosk
exit 0
