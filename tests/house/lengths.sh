#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# lengths.sh ROOT - functions of at most 60 lines, .c of 500 (tests, which are rows of cases: 600), headers of 200. Prints
# what is longer.
set -eu
cd "$1"
find src tests -name '*.[ch]' | LC_ALL=C sort | xargs awk '
function over(what, n, most) { printf "%s has %d lines (at most %d: split it)\n", what, n, most; faults++ }
function file_end() { if (file != "") over_file(file, lines) }
function over_file(name, n,   most) { most = name ~ /\.h$/ ? 200 : name ~ /^tests/ ? 600 : 500; if (n > most) over(name, n, most) }
FNR == 1 { file_end(); file = FILENAME; inside = 0; head = 0 }
{ lines = FNR }
# A signature begins in the first column and its brace closes the line; a body ends with a brace in the first column.
!inside && /^[A-Za-z_]/ { head = FNR; first = $0 }
!inside && !/^#/ && /\)[ \t]*\{[ \t]*(\/\*.*)?$/ && !/=[ \t]*\(/ {
    inside = head ? head : FNR
    name = first; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name)
}
inside && /^\}/ { if (FNR - inside + 1 > 60) over(FILENAME ":" inside ": function " name, FNR - inside + 1, 60); inside = 0 }
END { file_end(); exit faults > 0 }'
