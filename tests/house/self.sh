#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# self.sh CC NM OBJDUMP HOUSE - the house checks can fail: a small tree with one fault of each sort, told by each check.
set -eu
cc=$1 nm=$2 objdump=$3 house=$4
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir/src/base" "$dir/src/draw" "$dir/src/scene" "$dir/src/plat" "$dir/src/app" "$dir/tests"
failed=0

# tells NAME TEXT COMMAND...: the command fails and its output holds TEXT
tells() {
    name=$1 text=$2
    shift 2
    if out=$("$@" 2>&1); then
        echo "$name: the fault was not seen"
        failed=1
    elif ! printf '%s\n' "$out" | grep -qF -- "$text"; then
        echo "$name: expected '$text', got: $out"
        failed=1
    fi
}
passes() {
    name=$1
    shift
    out=$("$@" 2>&1) || { echo "$name: $out"; failed=1; }
}
include() { printf '#include <%s>\n' "$2" > "$dir/src/$1"; }
refused() { include "$1" "$2"; tells "$1 <$2>" "$1:1: $3" sh "$house/includes.sh" "$dir"; rm "$dir/src/$1"; }
allowed() { include "$1" "$2"; passes "$1 <$2>" sh "$house/includes.sh" "$dir"; rm "$dir/src/$1"; }

include scene/element_leap.c scene/element.h
include scene/element_map.c scene/map_view.h
refused base/x.c draw/dlist.h 'base may not include'
refused draw/x.c content/yaml.h 'draw may not include'
refused draw/x.c port.h 'draw may not include'
refused app/x.c plat/files.h 'app may not include'
refused plat/x.c scene/scene.h 'plat may not include'
refused scene/x.c SDL.h 'scene may not include'
refused base/x.c yaml.h 'base may not include'
refused scene/leap_x.c scene/map_view.h 'kinds do not see each other'
refused scene/element_x.c scene/element_leap.h 'kinds do not see each other'
allowed scene/leap_x.c scene/leap_y.h
allowed plat/x.c content/assets.h
allowed main.c plat/files.h
allowed plat/x.c SDL.h
echo '#include "x.h"' > "$dir/src/base/x.c"
tells quotes 'include in quotes' sh "$house/includes.sh" "$dir"
rm "$dir/src/base/x.c"

# lib NAME: an archive of $dir/NAME.c
lib() {
    "$cc" -fPIE -c "$dir/$1.c" -o "$dir/$1.o"
    rm -f "$dir/$1.a"
    ar rc "$dir/$1.a" "$dir/$1.o"
}
printf '#include <time.h>\nlong f(void);\nlong f(void) { return (long)time(0); }\n' > "$dir/clock.c"
printf 'void SDL_Quit(void);\nvoid f(void);\nvoid f(void) { SDL_Quit(); }\n' > "$dir/sdl.c"
printf 'unsigned SDL_GetTicks(void);\nunsigned f(void);\nunsigned f(void) { return SDL_GetTicks(); }\n' > "$dir/ticks.c"
printf 'unsigned long SDL_GetTicks64(void);\nunsigned long f(void);\nunsigned long f(void) { return SDL_GetTicks64(); }\n' > "$dir/ticks64.c"
printf 'int fopen64(void);\nint __sprintf_chk(void);\nint f(void);\nint f(void) { return fopen64() + __sprintf_chk(); }\n' > "$dir/other.c"
printf '#include <string.h>\nconst char *const v[] = {"a"};\nstatic const int w[] = {1, 2};\nint f(int i);\nint f(int i) { return w[i] + (int)strlen(v[0]); }\n' > "$dir/good.c"
printf 'static int count;\nint f(void);\nint f(void) { static int more = 3; return ++count + ++more; }\n' > "$dir/state.c"
for name in clock sdl ticks ticks64 other good state; do lib "$name"; done
tells symbols 'calls time' sh "$house/symbols.sh" "$nm" floors "$dir/clock.a"
tells symbols 'calls SDL_Quit' sh "$house/symbols.sh" "$nm" floors "$dir/good.a" "$dir/sdl.a"
tells symbols 'calls fopen64' sh "$house/symbols.sh" "$nm" floors "$dir/other.a"
tells symbols 'calls __sprintf_chk' sh "$house/symbols.sh" "$nm" floors "$dir/other.a"
tells symbols 'calls SDL_GetTicks' sh "$house/symbols.sh" "$nm" plat "$dir/ticks.a"
tells symbols 'no such library' sh "$house/symbols.sh" "$nm" plat "$dir/none.a"
passes symbols sh "$house/symbols.sh" "$nm" plat "$dir/ticks64.a" "$dir/sdl.a"
passes symbols sh "$house/symbols.sh" "$nm" floors "$dir/good.a"
tells mutable 'variable count' sh "$house/mutable.sh" "$objdump" "$dir/state.a"
tells mutable 'variable more' sh "$house/mutable.sh" "$objdump" "$dir/state.a"
passes mutable sh "$house/mutable.sh" "$objdump" "$dir/good.a"

# body N: a function of N lines in base/x.c
body() {
    { echo 'int'; echo 'long_one(int a,'; echo '         int b) {'; i=4
      while [ "$i" -lt "$1" ]; do echo '    a++;'; i=$((i + 1)); done; echo '}'; } | sed '1d' > "$dir/src/base/x.c"
}
body 61; passes lengths sh "$house/lengths.sh" "$dir"
body 62; tells lengths 'src/base/x.c:1: function long_one has 61 lines' sh "$house/lengths.sh" "$dir"
yes '/* */' | head -500 > "$dir/src/base/x.c"; passes lengths sh "$house/lengths.sh" "$dir"
yes '/* */' | head -501 > "$dir/src/base/x.c"; tells lengths 'src/base/x.c has 501 lines' sh "$house/lengths.sh" "$dir"
rm "$dir/src/base/x.c"
yes '/* */' | head -201 > "$dir/src/base/x.h"; tells lengths 'src/base/x.h has 201 lines' sh "$house/lengths.sh" "$dir"
exit $failed
