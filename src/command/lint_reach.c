/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lint_reach.c - which scenes can be reached from home, and from which home can. */
#include <command/lint.h>

/* Marks what can be reached from `from`; backwards where `back`. done[n] may hold marks already. */
static void walk(const bool *ways, int n, int from, bool back, bool *done) {
    done[from] = true;
    for (int i = 0; i < n; i++)
        if (!done[i] && ways[back ? i * n + from : from * n + i]) walk(ways, n, i, back, done);
}

void lint_reach(const bool *ways, int n, int home, enum lint_rule *out) {
    enum { MOST = 512 };
    bool there[MOST] = {false}, back[MOST] = {false};
    for (int i = 0; i < n; i++) out[i] = LINT_RULES;
    if (n > MOST || home < 0 || home >= n) return;
    walk(ways, n, home, false, there);
    walk(ways, n, home, true, back);
    for (int i = 0; i < n; i++) out[i] = !there[i] ? LINT_UNREACHABLE : !back[i] ? LINT_DEAD_END : LINT_RULES;
}
