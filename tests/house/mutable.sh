#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# mutable.sh OBJDUMP LIB... - no floor but plat keeps a variable of its own: the same input gives the same picture.
# Read-only data (.rodata, and .data.rel.ro for tables of pointers) is fine; what sanitizers add is left out.
set -eu
objdump=$1
shift
faults=0
for lib; do
    [ -f "$lib" ] || { echo "$lib: no such library"; exit 2; }
    found=$("$objdump" -t "$lib" | awk '
        /file format/ { object = $1; sub(/:$/, "", object); next }
        {
            # address, seven flag characters, section, size, name
            if (!match($0, /^[0-9a-f]+ .......? /)) next
            n = split(substr($0, RLENGTH + 1), f, /[ \t]+/)
            section = f[1]; name = f[n]
            if (section !~ /^(\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ || section ~ /^\.data\.rel\.ro/) next
            if (name == section || name ~ /^(\.L|\*?\.?Lubsan|\.?LASAN|__odr|__asan|__ubsan|__gcov|__llvm|__sancov|__prof)/) next
            print object ": variable " name " in " section
        }')
    if [ -n "$found" ]; then
        echo "$(basename "$lib"):"
        echo "$found"
        faults=1
    fi
done
exit $faults
