# SPDX-License-Identifier: GPL-3.0-or-later
# film_kit.sh - for tests of films; read by them with "." after window_kit.sh, with kiosk=, src= and clip= (of tests/films/) set.
# $pack holds a scene "tree" that is the film alone.
[ -e "$(dirname "$kiosk")/leopard-kiosk-films.so" ] || { echo "skipped: built without films"; exit 77; }
pack=$tmp/pack
cp -R "$src/tests/bad/base" "$pack"
cp "$src/tests/films/$clip" "$pack/assets/clip.mp4"

# scene KEYS [LINE]: of the film, and one more element.
scene() {
    cat >"$pack/scenes/tree.yaml" <<END
format: 1
title: Tree
template: stage
elements:
  - {kind: film, id: clip, file: dot.png, film: clip.mp4, at: [400, 200], size: [960, 540], alt: A dot, play: Play the film, pause: Pause the film$1}
${2:-}
END
}

# plays "LINES": of a script, all of which hold.
plays() {
    printf '%s\n' "$1" >"$tmp/film.replay"
    "$kiosk" replay "$tmp/film.replay" --quiet --pack "$pack" --out "$tmp" >"$tmp/words" 2>&1 || fail "$(tail -3 "$tmp/words")"
}
