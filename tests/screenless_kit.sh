# SPDX-License-Identifier: GPL-3.0-or-later
# screenless_kit.sh - for tests of a kiosk that runs without any screen; read by them with ".". $tmp is theirs; what runs is
# $program, and ends with them.
tmp=$(mktemp -d)
program=
finish() {
    [ -z "$program" ] || kill -9 "$program" 2>/dev/null
    rm -rf "$tmp"
}
trap finish EXIT
unset DISPLAY WAYLAND_DISPLAY
export SDL_VIDEODRIVER=dummy
