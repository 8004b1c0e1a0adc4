#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages that are missing: `deps.sh build` or `deps.sh test`. Does nothing when all are there.
set -eu

build="gcc cmake ninja-build pkg-config libsdl2-dev libsdl2-image-dev libsdl2-ttf-dev libsdl2-mixer-dev libyaml-dev libicu-dev libcairo2-dev
libpixman-1-dev libzstd-dev libqrcodegen-dev libarchive-dev libsodium-dev libavformat-dev libavcodec-dev
libswscale-dev libswresample-dev libavutil-dev fonts-noto-core fonts-noto-cjk"
test="libcmocka-dev gettext locales xvfb xdotool zbar-tools python3 python3-jsonschema python3-yaml zstd unicode-data clang
libclang-rt-dev"

want=$build
[ "${1:-build}" = build ] || want="$build $test"

missing=
for p in $want; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null || true) in
    installed) ;;
    *) missing="$missing $p" ;;
    esac
done
[ -n "$missing" ] || exit 0

echo "installing:$missing"
root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "these packages are missing, and there is no sudo: as root, run  apt-get install$missing" >&2
        exit 1
    fi
    root=sudo
fi
# shellcheck disable=SC2086
fetch() { $root env DEBIAN_FRONTEND=noninteractive apt-get -y -q "$@"; }    # sudo forgets what is exported
# The lists may be old or absent: they are fetched only when the first try fails.
# shellcheck disable=SC2086
fetch install --no-install-recommends $missing >/dev/null 2>&1 || {
    fetch update
    fetch install --no-install-recommends $missing
}
