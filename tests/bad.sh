#!/bin/sh
# Broken packs: each row of a .rows file breaks a copy of bad/base and says what `check` must print, line by line, with exit
# code 1. Then the kiosk opens the same pack without a screen: it must show something good and say the same lines.
# bad.sh PROGRAM ROWS; LK_BAD=print shows what is printed instead of comparing. The form of the rows: README.md
set -u
kiosk=$1
rows=$2
here=$(dirname "$0")
base=$here/bad/base
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
n=0 bad=0 name=
ulimit -s 256 # a deep file must not need a deep stack

fail() {
    echo "FAILED: $rows: $name: $1"
    bad=$((bad + 1))
}

# flip FILE BYTE BIT
flip() {
    old=$(dd if="$1" bs=1 skip="$2" count=1 2>/dev/null | od -An -tu1)
    # shellcheck disable=SC2059
    printf "\\$(printf %o $((old ^ (1 << $3))))" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}

# cut FILE BYTES: only so many stay; less than 0: so many go
cut_off() {
    size=$(wc -c <"$1")
    [ "$2" -ge 0 ] && size=$2 || size=$((size + $2))
    truncate -s "$size" "$1"
}

# One line of a row: VERB FILE REST
change() {
    verb=${1%% *}
    rest=${1#* }
    file=$tmp/pack/${rest%% *}
    arg=${rest#* }
    case $verb in
    edit) sed -i -E "$arg" "$file" ;;
    append) printf '%b\n' "$arg" >>"$file" ;;
    write) printf '%b' "$arg" >"$file" ;;
    empty) : >"$file" ;;
    take) mkdir -p "$(dirname "$file")" && cp "$here/../$arg" "$file" ;;
    fill) awk -v n="${arg%% *}" -v t="${arg#* }" 'BEGIN { while (n-- > 0) printf "%s", t }' >>"$file" ;;
    nul) tr "$arg" '\0' <"$file" >"$tmp/nul" && mv "$tmp/nul" "$file" ;;
    numbers) awk -v n="$arg" 'BEGIN { while (n-- > 0) printf "msgctxt \"n\"\nmsgid \"a%d\"\nmsgstr \"a\"\n", n }' >>"$file" ;;
    cut) cut_off "$file" "$arg" ;;
    flip) flip "$file" "${arg%% *}" "${arg#* }" ;;
    big) truncate -s "$arg" "$file" ;;
    remove) rm "$file" ;;
    link) ln -sf "$arg" "$file" ;;
    pipe) rm -f "$file" && mkfifo "$file" ;;
    folder) rm -f "$file" && mkdir "$file" ;;
    *) return 1 ;;
    esac
}

begin() {
    name=$1 start= shows=any
    n=$((n + 1))
    rm -rf "$tmp/pack"
    cp -R "$base" "$tmp/pack"
    : >"$tmp/want"
    : >"$tmp/alone"
    : >"$tmp/then"
}

# Where the visit begins: where the row says, else in the first scene that a line names.
first_scene() {
    [ -n "$start" ] && return
    start=$(sed -n '/^scenes\/\(facts\|journey\|partners\)\.yaml/d; s/^scenes\/\([a-z-]*\)\.yaml:.*/\1/p' "$tmp/want" | head -1)
    [ -n "$start" ] || start=tree
}

visit() {
    [ "$start" = none ] || [ "$shows" = card ] || echo "start $start"
    echo 'wait 1'
    cat "$tmp/then"
    case $shows in
    scene-*) echo "expect scene ${shows#scene-}" ;;
    *) echo "expect shown $shows" ;;
    esac
}

see_kiosk() {
    first_scene
    visit >"$tmp/visit.replay"
    timeout 10 "$kiosk" replay "$tmp/visit.replay" --quiet --pack "$tmp/pack" >"$tmp/log" 2>&1
    code=$?
    [ "$code" -eq 0 ] || fail "the kiosk ended with $code: $(tail -3 "$tmp/log")"
    while IFS= read -r said; do
        case $said in *': warning: '*) continue ;; esac
        grep -qF -e "$said" "$tmp/log" || fail "the kiosk does not say: $said"
    done <"$tmp/want"
}

finish() {
    [ -n "$name" ] || return 0
    cat "$tmp/want" "$tmp/alone" | LC_ALL=C sort >"$tmp/all"
    timeout 10 "$kiosk" check --quiet --pack "$tmp/pack" >"$tmp/out" 2>"$tmp/err"
    code=$?
    if [ "${LK_BAD:-}" = print ]; then
        echo "== $name"
        [ "$code" -eq 1 ] || echo "   exit code $code"
        sed 's/^/> /' "$tmp/out"
        cat "$tmp/err"
        cp "$tmp/out" "$tmp/want"
    else
        [ "$code" -eq 1 ] || fail "check ended with $code"
        [ ! -s "$tmp/err" ] || fail "check complained: $(head -3 "$tmp/err")"
        LC_ALL=C sort "$tmp/out" >"$tmp/sorted"
        cmp -s "$tmp/all" "$tmp/sorted" || fail "check printed
$(diff "$tmp/all" "$tmp/sorted")"
    fi
    see_kiosk
}

while IFS= read -r line || [ -n "$line" ]; do
    case $line in
    '== '*)
        finish
        begin "${line#== }"
        ;;
    '> '*) printf '%s\n' "${line#> }" >>"$tmp/want" ;;
    'check> '*) printf '%s\n' "${line#check> }" >>"$tmp/alone" ;;
    'start '*) start=${line#start } ;;
    'shows '*) shows=${line#shows } ;;
    'then '*) printf '%s\nwait 1\n' "${line#then }" >>"$tmp/then" ;;
    '' | '#'*) ;;
    *) change "$line" || fail "cannot do: $line" ;;
    esac
done <"$rows"
finish
echo "$n rows of $(basename "$rows"), $bad faults"
[ "$n" -gt 0 ] && [ "$bad" -eq 0 ]
