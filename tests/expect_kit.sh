# SPDX-License-Identifier: GPL-3.0-or-later
# expect_kit.sh - for tests of what a command says and how it ends; read by them with ".". $tmp is theirs; they end with $bad.
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
bad=0

fail() {
    echo "FAILED: $1"
    bad=1
}

# expect CODE "words" COMMAND...: what it said stays in $tmp/out; no words: whatever it says.
expect() {
    code=$1 words=$2
    shift 2
    "$@" >"$tmp/out" 2>&1
    got=$?
    [ "$got" -eq "$code" ] && { [ -z "$words" ] || grep -qF -e "$words" "$tmp/out"; } && return
    fail "$* gave $got, expected $code and '$words'; it said:"
    head -40 "$tmp/out"
}
