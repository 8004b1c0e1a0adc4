#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with sanitizers and runs every test. --long also runs what takes longer.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
long=
for word; do
    case $word in
    --long) long=1 ;;
    --help) echo "usage: test.sh [--long]"; exit 0 ;;
    *) echo "test.sh: '$word' is not expected (usage: test.sh [--long])" >&2; exit 2 ;;
    esac
done

sh "$here/deps.sh" test
cd "$root"
cmake --preset asan
cmake --build --preset asan
LK_LONG=$long ctest --preset asan --parallel "$(nproc)"
