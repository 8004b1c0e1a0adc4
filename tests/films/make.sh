#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the films of the tests anew from a test picture; needs the program ffmpeg, which the tests do not.
# beeps.*: a tenth of a second of 1000 Hz, half as loud as can be, at half past each second; silence between.
set -eu
cd "$(dirname "$0")"
picture() { echo "testsrc2=s=96x64:r=$2:d=$1"; }
beeps() { echo "aevalsrc=0.5*sin(2*PI*1000*t)*between(mod(t\,1)\,0.5\,0.6):s=44100:d=$1"; }
make() { ffmpeg -v error -y "$@"; }
exact="-pix_fmt yuv420p -map_metadata -1 -fflags +bitexact -flags +bitexact"
clip() {
    seconds=$1
    shift
    # shellcheck disable=SC2086
    make -f lavfi -i "$(picture "$seconds" 25)" $exact "$@"
}
loud() {
    seconds=$1
    shift
    # shellcheck disable=SC2086
    make -f lavfi -i "$(picture "$seconds" 10)" -f lavfi -i "$(beeps "$seconds")" $exact "$@"
}
clip 2 -c:v libx264 -preset veryslow -crf 34 -g 25 -bf 2 -movflags +faststart clip.mp4
clip 0.4 -c:v libvpx -crf 40 -b:v 30k -auto-alt-ref 0 clip.webm
clip 0.4 -c:v mjpeg -q:v 20 -pix_fmt yuvj420p clip.avi
loud 2 -c:v libx264 -preset veryslow -crf 40 -g 10 -c:a aac -b:a 24k -movflags +faststart beeps.mp4
loud 2 -c:v libvpx -crf 50 -b:v 20k -auto-alt-ref 0 -c:a libopus -b:a 16k -ar 48000 beeps.webm
loud 1 -c:v mjpeg -q:v 30 -pix_fmt yuvj420p -c:a pcm_u8 -ar 8000 beeps.avi
