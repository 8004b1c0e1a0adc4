#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# symbols.sh NM floors LIB... | symbols.sh NM plat LIB... - what the linked code may not call.
# floors: everything but plat and main. plat: the garden has doors, but none to processes, the network or decoders that
# guess. Catches what banned.h cannot see (a macro, a header that came first).
set -eu
nm=$1 which=$2
shift 2

case $which in
floors) banned='^((SDL|IMG|TTF|Mix)_.*|fopen|freopen|fdopen|open|openat|creat|opendir|tmpfile|mkstemp|unlink|rename|mkdir
|time|clock|clock_gettime|gettimeofday|timespec_get|localtime|localtime_r|gmtime|gmtime_r|nanosleep|usleep|sleep
|getenv|secure_getenv|setenv|putenv|rand|rand_r|srand|random|srandom|drand48|setlocale|exit|_exit|quick_exit|abort|atexit
|system|popen|fork|vfork|exec[lv]p?e?|posix_spawnp?|socket|connect|bind|listen|getaddrinfo|dlopen|dlsym|signal|sigaction|pthread_create
|sprintf|vsprintf|strcpy|strcat|gets|strtok|atof|atoi|atol|strtod|strtof)$' ;;
plat) banned='^(system|popen|fork|vfork|exec[lv]p?e?|posix_spawnp?|dlopen|socket|connect|getaddrinfo
|IMG_Load|IMG_Load_RW|IMG_LoadTyped_RW|IMG_LoadTexture.*|TTF_.*_Wrapped|SDL_GetTicks|SDL_OpenURL|SDL_ShowMessageBox
|SDL_ShowSimpleMessageBox|sprintf|vsprintf|strcpy|strcat|gets|atof|atoi)$' ;;
*) echo "symbols.sh: unknown set '$which'"; exit 2 ;;
esac
banned=$(printf %s "$banned" | tr -d '\n')

faults=0
for lib; do
    [ -f "$lib" ] || { echo "$lib: no such library"; exit 2; }
    # libc's other spellings of one name: __sprintf_chk, __open_2, fopen64, __isoc99_...
    found=$("$nm" -u "$lib" 2>/dev/null | awk -v banned="$banned" '
        /^[^ ].*:$/ { object = $0; sub(/:$/, "", object); next }
        $1 == "U" {
            name = $2
            sub(/@.*/, "", name)
            plain = name
            if (plain ~ /^__.*_chk$/) { sub(/^__/, "", plain); sub(/_chk$/, "", plain) }
            sub(/^__isoc(99|23)_/, "", plain)
            if (plain ~ /^__open.*_2$/) { sub(/^__/, "", plain); sub(/_2$/, "", plain) }
            if (plain !~ /^SDL_/) sub(/64$/, "", plain)
            if (object ~ /^film_file\.c\./ && plain == "dlopen") next    # the module of films, by a path of its own
            if (plain ~ banned) print object ": calls " name
        }')
    if [ -n "$found" ]; then
        echo "$(basename "$lib"):"
        echo "$found"
        faults=1
    fi
done
exit $faults
