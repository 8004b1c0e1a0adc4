#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every key wrong in every way (bad_table.c): each fault gives one line at its place, and the words are those of bad/generated.txt.
# bad_table.sh BAD_TABLE compares; bad_table.sh --update [--build DIR] writes the file anew: then read what `git diff` shows as an
# author would.
set -u
here=$(cd "$(dirname "$0")" && pwd)
list=$here/bad/generated.txt
update= table= build=$here/../build/dev
while [ $# -gt 0 ]; do
    case $1 in
    --update) update=1 ;;
    --build) build=$2 && shift ;;
    *) table=$1 ;;
    esac
    shift
done
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
"${table:-$build/tests/bad_table}" >"$tmp/now" || exit 1
[ -z "$update" ] || { cp "$tmp/now" "$list" && exit; }
diff -U0 "$list" "$tmp/now" >"$tmp/diff" && exit
head -60 "$tmp/diff"
echo "FAILED: bad/generated.txt is stale: sh tests/bad_table.sh --update, then read what changed"
exit 1
