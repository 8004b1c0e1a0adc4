#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the kiosk: a window, or the whole screen with --kiosk. Other words go to the
# program: run.sh --language ru; run.sh --windowed 1920x1080; run.sh --pack ~/my-pack.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")

if [ "${1:-}" = --help ]; then
    echo "usage: run.sh [--kiosk | --windowed WxH] [--language ru] [--pack DIR]"
    exit 0
fi

sh "$here/deps.sh" build
cd "$root"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "building ..."
if ! { cmake --preset release && cmake --build --preset release; } >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
kiosk=$root/build/release/leopard-kiosk
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ] && [ -z "${SDL_VIDEODRIVER:-}" ]; then
    echo "no display found. The kiosk is built; pictures can be made without one:"
    echo "  '$kiosk' shot the-leap --locale ru --size 1920x1080 --at 3 -o the-leap.png"
    exit 1
fi
cd "$OLDPWD"
rm -f "$log"
trap - EXIT
exec "$kiosk" run "$@"
