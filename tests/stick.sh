#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Packs on a stick: made, verified, installed, shown, gone back from; and every way in which one can be wrong: one line says
# so, and nothing in the store is changed. stick.sh PROGRAM
set -u
kiosk=$1
here=$(cd "$(dirname "$0")" && pwd)
for need in python3 zstd gzip; do command -v $need >/dev/null 2>&1 || exit 77; done
bad=0
. "$here/screenless_kit.sh"
. "$here/store_kit.sh"
cd "$tmp" || exit 1

fail() {
    echo "FAILED: $*"
    bad=1
}
stop() {
    fail "$*"
    tail -20 "$tmp/said" "$tmp/out" "$tmp/err" 2>/dev/null
    exit 1
}
said() { grep -qF -e "$1" "$tmp/said" || stop "${2:-it} did not say '$1'"; }
snapshot() { (cd "$store" && find . -type f ! -name lock -exec cksum {} + | LC_ALL=C sort; find . -type d | LC_ALL=C sort) 2>/dev/null; }

# The kiosk without a screen until it shows a scene; then it is ended as the service does.
shows() {
    "$kiosk" run --windowed 320x180 --trace --silent >"$tmp/out" 2>"$tmp/err" &
    program=$!
    n=300
    while ! grep -q "^scene " "$tmp/out"; do
        kill -0 "$program" 2>/dev/null && [ $((n -= 1)) -gt 0 ] || stop "no scene is shown"
        sleep 0.1
    done
    sleep 0.2
    kill -TERM "$program"
    wait "$program" || stop "the kiosk ended with $?"
    program=
    grep -q "^scene $1 " "$tmp/out" || stop "expected scene $1"
}

# The kiosk held back before its first picture: a pipe that is full lets it write nothing.
held() {
    rm -f "$tmp/pipe"
    mkfifo "$tmp/pipe"
    exec 3<>"$tmp/pipe"
    dd if=/dev/zero of="$tmp/pipe" bs=65536 count=1 2>/dev/null
    "$kiosk" run --windowed 320x180 --trace --silent >"$tmp/pipe" 2>"$tmp/err" 3>&- &
    program=$!
    n=300
    until grep -qx "trial $1" "$store/state"; do
        kill -0 "$program" 2>/dev/null && [ $((n -= 1)) -gt 0 ] || stop "start $1 is not counted: $(state)"
        sleep 0.1
    done
}

cp -R "$here/bad/base" "$tmp/wood"
chmod -R u+w "$tmp/wood"

# ---- made: the same bytes each time, whole, and never over something that is wrong
pack --archive a.lkpack --pack wood || stop "no file was made"
pack --archive b.lkpack --pack wood || stop "no file was made again"
cmp -s a.lkpack b.lkpack || fail "the same pack gives other bytes"
pack --verify a.lkpack || stop "the file is not whole"
said "The small wood"
said "signature  none"
pack --archive "$tmp/nowhere/a.lkpack" --pack wood && fail "a file is made where there is no folder"
[ "$(lines err | wc -l)" -eq 1 ] || fail "no folder: not one line: $(cat err)"
cp -R wood crooked
sed -i 's/^format: 1/format: one/' crooked/scenes/tree.yaml
pack --archive c.lkpack --pack crooked && fail "a pack with a fault is packed"
grep -q "tree.yaml:" err || fail "a pack with a fault: no line"
[ ! -e c.lkpack ] || fail "a pack with a fault left a file"
: >"wood/assets/a b.png"
pack --archive c.lkpack --pack wood && fail "a name with a space is packed"
grep -qF "a pack may not hold 'assets/a b.png'" err || fail "a name with a space: $(cat err)"
rm "wood/assets/a b.png"

# ---- installed: told, shown from home on, proven
pack --list && said "no pack was installed yet"
pack --rollback && fail "there is nothing to go back to"
install a.lkpack || stop "it cannot be installed"
said "installed  the kiosk shows it as soon as nobody stands before it, at the latest when it is started next"
said "before it  the program's own pack ('leopard-kiosk pack --rollback' leads back)"
said "languages  en, ru"
first=$(current)
grep -qx "trial 0" "$store/state" || fail "a new pack is not on trial: $(state)"
[ ! -e "$store/staging" ] || fail "staging was left"
shows home
grep -qx "proven" "$store/state" || stop "home was shown, but the pack is not proven: $(state)"
shows invite
install a.lkpack || stop "installed twice"
said "is installed already"
[ "$(current)" = "$first" ] || fail "installed twice: $(state)"

# ---- a number and a word are changed: the report says which, and what Russian lacks is no obstacle
sed -i 's/value: 6$/value: 7/; s/value: 6,/value: 7,/' wood/scenes/facts.yaml
sed -i '/^msgid "Home"/,/^$/ s/^msgstr .*/msgstr ""/' wood/locales/ru.po
"$kiosk" check --quiet --pack wood >"$tmp/out" 2>&1 && stop "the change took nothing from the Russian"
pack --archive b.lkpack --pack wood || stop "the changed pack cannot be packed"
install b.lkpack || stop "the changed pack cannot be installed"
said "1 changed: leap-length from '6 m"
said "to '7 m"
said "scenes     as before"
said "ru incomplete ("
second=$(current)
[ "$(before)" = "$first" ] || fail "the pack before is not kept: $(state)"
shows home
pack --list && said "before     'The small wood' ($(echo "$first" | cut -c1-12))"
pack --rollback || stop "no way back"
[ "$(current) $(before)" = "$first $second" ] || fail "rolled back: $(state)"
shows invite
pack --rollback || stop "no way forth"
[ "$(current) $(before)" = "$second $first" ] || fail "rolled forth: $(state)"

# ---- two are kept
echo "# one more" >>wood/scenes/tree.yaml
pack --archive c.lkpack --pack wood && install c.lkpack || stop "a third cannot be installed"
said "scenes     1 changed: tree"
shows home
[ "$(find "$store" -mindepth 1 -maxdepth 1 -type d | wc -l)" -eq 2 ] || fail "not two packs: $(ls "$store")"
[ ! -e "$store/$first" ] || fail "the oldest is still there"
third=$(current)

# ---- it passes check but never comes to its home: two starts, and the third shows the one before
echo "# and one" >>wood/scenes/tree.yaml
pack --archive d.lkpack --pack wood && install d.lkpack || stop "a fourth cannot be installed"
for try in 1 2; do
    held $try
    kill -9 "$program"
    wait "$program" 2>/dev/null
    program=
done
shows invite
[ "$(current)" = "$third" ] || fail "it did not go back: $(state)"
grep -q "did not reach its home screen: back to 'The small wood'" err || fail "no line about it: $(cat err)"
[ "$(grep -c "the pack" err)" -eq 1 ] || fail "more than one line: $(cat err)"

# ---- its home cannot be shown: the same start goes on with the one before
install d.lkpack || stop "it cannot be installed again"
held 1
rm "$store/$(current)/scenes/home.yaml"
cat "$tmp/pipe" >"$tmp/out" &
cat=$!
n=200
until grep -qa "^scene invite" "$tmp/out"; do
    kill -0 "$program" 2>/dev/null && [ $((n -= 1)) -gt 0 ] || stop "nothing is shown after a pack without a home"
    sleep 0.1
done
kill -TERM "$program"
wait "$program" || stop "it ended with $?"
program=
kill "$cat"
wait "$cat" 2>/dev/null
exec 3>&-
[ "$(current)" = "$third" ] || fail "it did not go back at once: $(state)"
grep -q "cannot show its home screen: back to" err || fail "no line about it: $(cat err)"

# ---- a file that was installed is no longer what it was; a state that is no state
install d.lkpack || stop "it cannot be installed a third time"
echo "# rot" >>"$store/$(current)/scenes/range.yaml"
shows invite
[ "$(current)" = "$third" ] || fail "a damaged pack is shown: $(state)"
grep -q "is damaged (.*range.yaml: is not the file that was installed" err || fail "no line about it: $(cat err)"
cp "$store/state" keep
head -c 40 keep >"$store/state"
"$kiosk" pack --list >out 2>err && fail "a damaged state is no fault"
grep -q "state: is damaged" err || fail "a damaged state: $(cat err)"
cp keep "$store/state"

# ---- a start without a screen does not count
install d.lkpack || stop "it cannot be installed a fourth time"
(unset SDL_VIDEODRIVER; "$kiosk" run >out 2>err) && fail "it runs without a screen"
grep -qx "trial 0" "$store/state" || fail "a start without a screen was counted: $(state)"
shows home

# ---- what must not be installed
snapshot >"$tmp/was"
# refused NAME "words": one line with a remedy, exit code 1, the store as it was
refused() {
    install "$2" && fail "$1: it was installed"
    [ "$(lines err | wc -l)" -eq 1 ] || fail "$1: not one line: $(cat err)"
    grep -qF -e "$3" err || fail "$1: expected '$3', got: $(cat err)"
    lines err | grep -q '(.*)$' || fail "$1: says not what to do: $(cat err)"
    ! LC_ALL=C grep -q "$(printf '[\001-\010\033]')" err || fail "$1: control characters on the terminal"
    snapshot | cmp -s - "$tmp/was" || fail "$1: the store was changed: $(snapshot | diff - "$tmp/was" | head -3)"
    [ ! -e "$tmp/evil.yaml" ] && [ ! -e /tmp/evil.yaml ] && [ ! -e "$store/evil.yaml" ] || fail "$1: it wrote outside"
}
hostile() {
    python3 "$here/hostile.py" "$1" wood h.lkpack || stop "hostile.py $1"
    refused "$1" h.lkpack "$2"
}
python3 "$here/hostile.py" good wood h.lkpack && pack --verify h.lkpack || stop "hostile.py makes no good pack: $(cat err)"
hostile parent-listed "a pack may not hold 'scenes/../../../evil.yaml'"
hostile parent "holds '../../../evil.yaml', which its list of files does not have in this place"
hostile parent-pax "holds '../../../evil.yaml', which its list of files does not have in this place"
hostile absolute-listed "a pack may not hold '/tmp/evil.yaml'"
hostile absolute "holds '/tmp/evil.yaml', which its list"
hostile symlink "holds 'scenes/tree.yaml', which is a link"
hostile symlink-folder "holds 'assets', which is a link"
hostile hardlink "which is a link"
hostile device "which is a device"
hostile block "which is a device"
hostile pipe "which is a pipe"
hostile folder "which is a folder"
hostile hidden "a pack may not hold 'scenes/.secret.yaml'"
hostile backslash "a pack may not hold 'scenes\\evil.yaml'"
hostile other-top "a pack may not hold 'bin/evil'"
hostile escape "a pack may not hold 'scenes/?[2Jevil.yaml'"
hostile case "two names that differ only in case"
hostile case-folder "two folders that differ only in case"
hostile file-and-folder "both a file and a folder"
hostile twice-listed "is damaged in line"
hostile twice "which its list of files does not name"
hostile unlisted "holds 'scenes/zz.yaml', which its list of files does not name"
hostile missing "which its list of files does not have in this place"
hostile last-missing "was not copied to its end"
hostile other-bytes "holds 'scenes/tree.yaml', which is damaged"
hostile other-size "which has another size"
hostile many "a pack has 1 to 5000"
hostile large "too large: 'assets/large'"
hostile very-large "MB unpacked (at most 512 MB)"
hostile bomb "would grow to 60 MB out of"
hostile bomb-unlisted "which is too large"
hostile bomb-manifest "holds 'manifest', which is too large"
hostile older "pack format 0 is too old for this program"
hostile newer "pack format 2 is newer than this program"
hostile no-format "no pack of the leopard kiosk"
hostile empty-list "0 files"
hostile end "its list of files is damaged in line"
hostile no-end "its list of files is damaged in line"
hostile after-end "its list of files is damaged in line"
hostile nul "its list of files is damaged in line 2"
hostile name "its list of files is damaged in line 2"
hostile unsorted "its list of files is damaged in line"
hostile negative "its list of files is damaged in line"
hostile no-manifest "no pack of the leopard kiosk"
hostile manifest-last "no pack of the leopard kiosk"
hostile gzip "no pack of the leopard kiosk"
hostile plain "no pack of the leopard kiosk"
hostile seal-garbage "its signature is wrong"
hostile seal-large "which is too large"
hostile seal-zero "its signature is wrong"
python3 "$here/hostile.py" no-home wood h.lkpack
install h.lkpack && fail "no home: it was installed"
grep -q "no scene 'home'" err || fail "no home: $(cat err)"
grep -q "h.lkpack: is refused, nothing was changed" err || fail "no home: $(cat err)"
snapshot | cmp -s - "$tmp/was" || fail "no home: the store was changed"

: >empty.lkpack
printf 'scenes' >text.lkpack
refused empty empty.lkpack "is empty"
refused text text.lkpack "no pack of the leopard kiosk"
refused absent absent.lkpack "no such file"
refused folder wood "is no file"
mkfifo pipe.lkpack
refused pipe pipe.lkpack "is no file"

# ---- half copied, flipped: refused wherever it happens (but in the head of zstd, where a bit may not matter)
echo "# the last" >>wood/scenes/tree.yaml
pack --archive e.lkpack --pack wood || stop "no file to damage"
size=$(wc -c <e.lkpack)
pack --verify e.lkpack && id=$(sed -n 's/^pack  *\(.*\), made.*/\1/p' said)
# Every verify reads the whole file and writes nothing; the store's own protection was seen above.
for at in 1 2 3 4 5 9 17 $(seq 20 $((size / 14)) $((size - 60))) $((size - 50)) $((size - 20)) $((size - 4)) $((size - 3)) $((size - 2)) $((size - 1)); do
    head -c "$at" e.lkpack >cut.lkpack
    pack --verify cut.lkpack && fail "cut after $at of $size bytes: it counts as whole"
    [ "$(lines err | wc -l)" -eq 1 ] || fail "cut after $at: not one line: $(cat err)"
done
for at in 0 1 2 3 4 5 6 7 8 $(seq 10 $((size / 14)) $((size - 1))) $((size - 1)); do
    python3 -c "import sys; b = bytearray(open('e.lkpack', 'rb').read()); b[$at] ^= 1 << $at % 8; open('flip.lkpack', 'wb').write(b)"
    if pack --verify flip.lkpack; then
        [ "$at" -lt 6 ] && grep -qF "$id" said || fail "byte $at of $size flipped: it counts as whole"
        continue
    fi
    [ "$(lines err | wc -l)" -eq 1 ] || fail "byte $at flipped: not one line: $(cat err)"
done
head -c $((size / 2)) e.lkpack >cut.lkpack
refused "half copied" cut.lkpack "it again"

# ---- signatures
pack --keys ours && pack --keys theirs || stop "no keys"
[ "$(stat -c %a ours.key)" = 600 ] || fail "others may read the secret key"
pack --keys ours && fail "keys were overwritten"
pack --archive signed.lkpack --pack wood --sign ours.key || stop "it cannot be signed"
pack --archive theirs.lkpack --pack wood --sign theirs.key || stop "it cannot be signed by others"
pack --archive no.lkpack --pack wood --sign ours.pub && fail "it was signed with a public key"
pack --verify signed.lkpack && said "signature  by $(cut -c1-16 ours.pub)"
{ echo "# keys of this museum"; cat ours.pub; } >"$store/trusted.pub"
snapshot >"$tmp/was"
refused "not signed" e.lkpack "is not signed, and this kiosk wants that"
refused "signed by others" theirs.lkpack "is signed by somebody whom this kiosk does not know"
zstd -qdc signed.lkpack | sed 's/name The small wood/name The small mood/' | zstd -qc >changed.lkpack
refused "changed after signing" changed.lkpack "its signature is wrong"
echo "nonsense" >"$store/trusted.pub"
snapshot >"$tmp/was"
refused "no keys to trust" signed.lkpack "holds no public keys"
cat theirs.pub ours.pub >"$store/trusted.pub"
install signed.lkpack || stop "a signed pack is refused"
said "which this kiosk knows"

# ---- an install that is ended at any moment leaves the pack that was
shows home
echo "# after that" >>wood/scenes/tree.yaml
pack --archive f.lkpack --pack wood --sign ours.key || stop "no file to interrupt"
old=$(current)
for ms in 0.01 0.03 0.06 0.1 0.2 0.3; do
    "$kiosk" pack --install f.lkpack --size 320x180 --locale en >out 2>err &
    program=$!
    sleep $ms
    kill -9 "$program" 2>/dev/null
    wait "$program" 2>/dev/null
    program=
    pack --list && ! grep -q "^[sb].*damaged" said || fail "ended after $ms s: $(cat said err)"
    [ "$(current)" = "$old" ] || [ "$(before)" = "$old" ] || fail "ended after $ms s: $(state)"
done
install f.lkpack || stop "after interrupted installs: $(cat err)"
shows home
exit $bad
