#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# includes.sh ROOT - dependencies point down only: each floor includes itself and the floors below it.
# Prints "file:line: what" for every include that does not belong there.
set -eu
cd "$1/src"

find . -name '*.[ch]' | sed 's|^\./||' | LC_ALL=C sort | xargs awk '
BEGIN {
    floors["base"] = "base"
    floors["content"] = "base content port.h"
    floors["draw"] = "base draw"
    floors["text"] = "base text port.h"
    floors["scene"] = "base content draw text scene port.h"
    floors["app"] = floors["scene"] " app"
    floors["command"] = floors["app"] " command"
    floors["plat"] = "base draw text plat port.h content/assets.h"    # the picture gate stands before every decoder
    floors["port.h"] = "base"
    floors["main.c"] = floors["command"] " plat"
    # libraries: which floors may see them
    libs["^yaml\\.h$"] = "content"
    libs["^qrcodegen/"] = "draw"
    libs["^unicode/"] = "content text plat"
    libs["^(SDL|SDL2/)"] = "plat main.c"
    libs["^lib(av|sw)"] = "plat"
    libs["^(archive|sodium)"] = "plat"
    libs["^(cairo|pixman|png|jpeglib|ft2build|freetype|X11/)"] = "plat main.c"
}
function bad(text) { printf "src/%s:%d: %s\n", FILENAME, FNR, text; faults++ }
function among(list, word,   a, n, i) {
    n = split(list, a, " ")
    for (i = 1; i <= n; i++) if (a[i] == word) return 1
    return 0
}
# a kind of element that a file of scene/ belongs to: element_leap.c, leap_draw.c -> leap
function kind_of(path,   name, best, k) {
    name = path; sub(/^scene\//, "", name)
    if (name ~ /^element_/) { sub(/^element_/, "", name); sub(/\.[ch]$/, "", name); return name }
    best = ""
    for (k in kinds) if (index(name, k "_") == 1 && length(k) > length(best)) best = k
    return best
}
FNR == 1 { n = split(FILENAME, part, "/"); floor = part[1] }
!/^[ \t]*#[ \t]*include/ { next }
/"/ { bad("include in quotes (write <floor/name.h> from the source root)"); next }
{
    name = $0; sub(/^[^<]*</, "", name); sub(/>.*$/, "", name)
    split(name, to, "/")
    if (!(floor in floors)) { bad("floor \"" floor "\" is not on the plan (add it to tests/house/includes.sh)"); next }
    if (to[1] in floors) {
        if (!among(floors[floor], to[1]) && !among(floors[floor], name))
            bad(floor " may not include <" name "> (dependencies point down)")
        if (to[1] == "scene") { from[++m] = FILENAME; line[m] = FNR; target[m] = name }
    }
    for (l in libs) if (name ~ l && !among(libs[l], floor)) bad(floor " may not include <" name "> (that library is for: " libs[l] ")")
    if (name ~ /^\.\.?\//) bad("relative include <" name ">")
}
END {
    while (("ls scene/element_*.c 2>/dev/null" | getline path) > 0) kinds[kind_of(path)] = 1
    for (i = 1; i <= m; i++) {
        if (target[i] == "scene/element.h") continue
        owner = kind_of(target[i])
        if (owner != "" && from[i] ~ /^scene\// && kind_of(from[i]) != owner) {
            printf "src/%s:%d: kinds do not see each other: <%s> belongs to \"%s\"\n", from[i], line[i], target[i], owner
            faults++
        }
    }
    exit faults > 0
}'
