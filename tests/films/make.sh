#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the films of the tests anew from a test picture; needs the program ffmpeg, which the tests do not.
set -eu
cd "$(dirname "$0")"
clip() {
    seconds=$1
    shift
    ffmpeg -v error -y -f lavfi -i "testsrc2=s=96x64:r=25:d=$seconds" -pix_fmt yuv420p -map_metadata -1 -fflags +bitexact -flags +bitexact "$@"
}
clip 2 -c:v libx264 -preset veryslow -crf 34 -g 25 -bf 2 -movflags +faststart clip.mp4
clip 0.4 -c:v libvpx -crf 40 -b:v 30k -auto-alt-ref 0 clip.webm
clip 0.4 -c:v mjpeg -q:v 20 -pix_fmt yuvj420p clip.avi
