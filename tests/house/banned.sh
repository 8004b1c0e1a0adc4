#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# banned.sh CC ROOT - banned.h does what it says: each of these lines must not compile, and an honest file must.
set -eu
cc=$1 root=$2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
compiles() { "$cc" -std=gnu11 -Werror=implicit-function-declaration -I "$root/src" -include "$root/src/base/banned.h" -c "$dir/x.c" -o "$dir/x.o" 2>/dev/null; }

printf '#include <stdlib.h>\n#include <time.h>\n#include <string.h>\nstruct s { int time, open; };\nint f(struct s *v);\nint f(struct s *v) { return v->time + v->open; }\n' > "$dir/x.c"
compiles || { echo "an honest file does not compile under banned.h"; exit 1; }

faults=0
while read -r call; do
    printf '#include <stdlib.h>\nvoid f(char *a, void *p);\nvoid f(char *a, void *p) { (void)a; (void)p; %s; }\n' "$call" > "$dir/x.c"
    if compiles; then
        echo "banned.h lets through: $call"
        faults=1
    fi
done <<'CALLS'
strcpy(a, "x")
strcat(a, "x")
sprintf(a, "x")
vsprintf(a, "x", p)
gets(a)
atoi(a)
atof(a)
strtod(a, 0)
rand()
srand(1)
setlocale(0, "")
getenv("HOME")
system("ls")
popen("ls", "r")
fork()
execv(a, p)
execlp(a, a, p)
execvp(a, p)
exit(1)
abort()
time(0)
clock_gettime(0, p)
gettimeofday(p, 0)
fopen(a, "r")
open(a, 0)
opendir(a)
sleep(1)
usleep(1)
socket(1, 1, 1)
connect(1, p, 1)
dlopen(a, 1)
SDL_GetTicks()
SDL_Delay(1)
CALLS
exit $faults
