# SPDX-License-Identifier: GPL-3.0-or-later
# window_kit.sh - for tests of the kiosk in a real window; read by them with "." after kiosk= and pack= are set. $quiet: more words
# for `run`.
command -v Xvfb >/dev/null && command -v xdotool >/dev/null || { echo "skipped: needs xvfb and xdotool"; exit 77; }
tmp=$(mktemp -d)
server= program= window= w=1280 h=720 quiet=--silent
finish() {
    [ -z "$program" ] || kill "$program" 2>/dev/null
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$tmp"
}
trap finish EXIT

fail() {
    echo "FAILED: $1"
    cat "$tmp/out" 2>/dev/null
    exit 1
}

# start_server WxH: the server picks a free number itself and says which; its screen is a file: $tmp/Xvfb_screen0.
start_server() {
    mkfifo "$tmp/display"
    Xvfb -displayfd 3 -screen 0 "$1x24" -fbdir "$tmp" -nolisten tcp 3>"$tmp/display" 2>/dev/null &
    server=$!
    read -r number <"$tmp/display" || fail "Xvfb did not start"
    DISPLAY=:$number
    export DISPLAY
    unset WAYLAND_DISPLAY SDL_VIDEODRIVER
}

# start_kiosk [PACK]: in a window of $w x $h, until it shows something; without a pack the installed one.
start_kiosk() {
    first=${w}x$h
    : >"$tmp/out"
    # shellcheck disable=SC2086
    "$kiosk" run ${1:+--pack "$1"} --windowed "${w}x$h" --trace $quiet >>"$tmp/out" 2>&1 &
    program=$!
    soon 20 "first picture after"
    window=$(xdotool search --onlyvisible --name Leopard | head -1)
    [ -n "$window" ] || fail "no window"
    xdotool windowfocus --sync "$window" windowmove --sync "$window" 0 0
}

# end_kiosk: TERM ends it within 2 s, and it was content.
end_kiosk() {
    kill -TERM "$program"
    n=40
    while [ "$n" -gt 0 ] && kill -0 "$program" 2>/dev/null; do
        sleep 0.05
        n=$((n - 1))
    done
    [ "$n" -gt 0 ] || fail "TERM did not end it within 2 s"
    wait "$program"
    code=$?
    program=
    [ "$code" -eq 0 ] || fail "it ended with $code"
}

# soon SECONDS "words": waits until the kiosk has printed them since the last forget.
soon() {
    n=$(($1 * 20))
    while [ "$n" -gt 0 ]; do
        grep -qF -e "$2" "$tmp/out" && return 0
        kill -0 "$program" 2>/dev/null || fail "the kiosk ended"
        sleep 0.05
        n=$((n - 1))
    done
    fail "'$2' did not come within $1 s"
}
forget() { : >"$tmp/out"; }

# look "LINES": where things are when the lines of a script have been played.
look() {
    printf 'size %s\n%s\nsemantics -\n' "$first" "$1" >"$tmp/where.replay"
    "$kiosk" replay "$tmp/where.replay" --quiet --pack "$pack" >"$tmp/items" 2>"$tmp/err" || { cat "$tmp/err"; fail "no items"; }
}

# place ID: "x y", window px, of the middle of what is called so. Items are printed in canvas units:
# ID ROLE "label" ... hit X,Y WxH
place() {
    line=$(grep -F -e "$1 " "$tmp/items" | grep ' hit ' | tail -1)
    at=$(printf '%s\n' "$line" | sed -n 's/.* hit \([-0-9.]*\),\([-0-9.]*\) \([0-9.]*\)x\([0-9.]*\).*/\1 \2 \3 \4/p')
    [ -n "$at" ] || fail "nothing called $1 can be touched: $line"
    echo "$at $w $h" | awk '{ rw = $5 < $6 ? 1080 : 1920; rh = 3000 - rw; k = $5 / rw < $6 / rh ? $5 / rw : $6 / rh
        printf "%d %d\n", ($1 + $3 / 2) * k, ($2 + $4 / 2) * k }'
}

# tap ID, key NAME...: what a visitor does.
tap() {
    at=$(place "$1") || { echo "$at"; exit 1; }
    # shellcheck disable=SC2086
    xdotool mousemove --window "$window" $at mousedown 1 sleep 0.08 mouseup 1
}
key() { for k; do xdotool key "$k" sleep 0.06; done; }

# drag X Y X2 Y2: in a third of a second.
drag() {
    echo "$@" | awk -v win="$window" '{ print "mousemove --window", win, $1, $2, "mousedown 1"
        for (i = 1; i <= 10; i++) print "sleep 0.03 mousemove --window", win, $1 + ($3 - $1) * i / 10, $2 + ($4 - $2) * i / 10
        print "sleep 0.1 mouseup 1" }' >"$tmp/drag"
    xdotool - <"$tmp/drag"
}
