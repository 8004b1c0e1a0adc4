#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The kiosk in a real window: it shows a picture, a touch on a language wakes it in that language, TERM ends it.
# window.sh PROGRAM PACK
set -u
kiosk=$1
pack=$2
. "$(dirname "$0")/window_kit.sh"
start_server 1280x800
start_kiosk "$pack"
soon 5 "scene eyes-in-the-forest language ru"
look "language ru
wait 0.1"
tap languages/en
soon 5 "scene home language en"
end_kiosk
exit 0
