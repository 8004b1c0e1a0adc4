#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Feeds the readers with damaged files, guided by what each try reaches (libFuzzer): fuzz.sh [SECONDS [TARGET ...]]
# Without SECONDS 300 for each. What was worth keeping stays in build/fuzz/corpus/TARGET; the next run goes on from there.
# fuzz.sh --brief TARGET is what the tests run: from the seeds alone, the same tries each time, at most 20 s.
# A file that breaks a reader is put into build/fuzz/found; it comes again with build/fuzz/tests/fuzz/fuzz_TARGET FILE.
set -u
cd "$(dirname "$0")/.." || exit 1
fuzz=tests/fuzz
base=tests/bad/base
brief=

# Which files are seeds besides those in tests/fuzz/corpus/TARGET, how long a file may be, which words help, and how many tries are brief.
row() {
    case $1 in
    scene) seeds="$base/scenes/*.yaml scenes/*.yaml" len=32768 dict=yaml runs=400 ;;
    records) seeds="$base/scenes/*.yaml tests/packs/tiger/scenes/*.yaml scenes/reference/samples/partner/*.yaml" len=6000 dict=yaml runs=24000 ;;
    geojson) seeds="$base/assets/map/*" len=8192 dict=yaml runs=200000 ;;
    catalog) seeds="$base/locales/*.po tests/packs/mini/locales/*.po" len=6000 dict=message runs=30000 ;;
    message) seeds= len=1000 dict=message runs=8000 ;;
    asset) seeds="$base/assets/*.* $base/assets/sound/*" len=8192 dict=asset runs=150000 ;;
    packed) seeds= len=4096 dict= runs=200000 ;;
    archive) seeds= len=16384 dict= runs=50000 ;;
    *) echo "fuzz.sh: no target '$1' (see $fuzz)" >&2; return 1 ;;
    esac
}

build() {
    ls "$(clang --print-runtime-dir 2>/dev/null)"/libclang_rt.fuzzer-*.a >/dev/null 2>&1 || { echo "skipped: needs clang and libclang-rt-dev (sh packaging/deps.sh test)"; exit 77; }
    mkdir -p build/fuzz
    { cmake --preset fuzz && cmake --build --preset fuzz; } >build/fuzz/log 2>&1 || { tail -20 build/fuzz/log; exit 1; }
}

# The seeds of a target in a folder of their own: libFuzzer takes folders, with all that lies below them.
gather() {
    rm -rf "build/fuzz/seeds/$1"
    mkdir -p "build/fuzz/seeds/$1" build/fuzz/found
    for file in $seeds; do cp "$file" "build/fuzz/seeds/$1/$(echo "$file" | tr / _)" || return 1; done
    [ "$1" != scene ] || [ -n "$brief" ] || for file in scenes/*.yaml; do pieces "$file" "build/fuzz/seeds/scene/$(basename "$file" .yaml)"; done
}

# pieces SCENE OUT: a scene of each of its elements alone, because what is small is tried ten times as often.
pieces() {
    awk -v out="$2" '
        /^ *#/ { next }
        /^elements:/ { inside = 1; next }
        /^[^ ]/ { inside = 0 }
        !inside { head = head $0 "\n"; next }
        /^  - / { n++ }
        { element[n] = element[n] $0 "\n" }
        END { for (i = 1; i <= n; i++) { printf "%selements:\n%s", head, element[i] >(out "-" i); close(out "-" i) } }' "$1"
}

# One allocation of 64 MB is a fault too, and 30 s: a busy machine may need ten for what takes a second.
run() {
    target=$1
    shift
    row "$target" && gather "$target" || return 1
    [ -z "$dict" ] || set -- "-dict=$fuzz/$dict.dict" "$@"
    "build/fuzz/$fuzz/fuzz_$target" -max_len=$len -timeout=30 -malloc_limit_mb=64 -rss_limit_mb=512 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/found/$target-" "$@" "$fuzz/corpus/$target" "build/fuzz/seeds/$target" >"build/fuzz/$target.log" 2>&1
    rc=$?
    [ $rc -eq 0 ] || sed -n '/ERROR\|SUMMARY\|runtime error\|Test unit written/p' "build/fuzz/$target.log"
    [ $rc -eq 0 ] || echo "$target: broken; see build/fuzz/$target.log, and again with: build/fuzz/$fuzz/fuzz_$target FILE"
    [ $rc -ne 0 ] || echo "$target: $(sed -n 's/^#\([0-9]*\)\tDONE *cov: \([0-9]*\).*/\1 tries, \2 places reached/p' "build/fuzz/$target.log")"
    return $rc
}

export ASAN_OPTIONS=quarantine_size_mb=8:detect_leaks=1
case ${1:-} in
--build) build; exit 0 ;;
--brief)
    brief=1
    row "$2" || exit 1
    [ -x "build/fuzz/$fuzz/fuzz_$2" ] || exit 77
    rm -rf "build/fuzz/brief/$2"
    mkdir -p "build/fuzz/brief/$2"
    run "$2" -seed=1 -runs=$runs -max_total_time=20 "build/fuzz/brief/$2"
    exit ;;
--help) sed -n '3,6s/^# //p' "$0"; exit 0 ;;
esac
seconds=${1:-300}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- scene records geojson catalog message asset packed archive
build
bad=0
for target; do
    mkdir -p "build/fuzz/corpus/$target"
    run "$target" -max_total_time="$seconds" "build/fuzz/corpus/$target" || bad=1
done
exit $bad
