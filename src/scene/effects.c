/* SPDX-License-Identifier: GPL-3.0-or-later */
/* effects.c - what elements wish to happen, in the order they wished it. */
#include <scene/element.h>
#include <string.h>

static void push(struct effects *fx, struct effect ef) {
    if (fx->n == fx->cap) {
        int cap = fx->cap ? fx->cap * 2 : 16;
        struct effect *v = arena_array(fx->arena, struct effect, cap);
        if (!v) return;
        if (fx->n) memcpy(v, fx->v, sizeof *v * (size_t)fx->n);
        fx->v = v;
        fx->cap = cap;
    }
    fx->v[fx->n++] = ef;
}

void effects_action(struct effects *fx, struct node *n, const struct action *a) { push(fx, (struct effect){.action = a, .node = n}); }

void effects_open(struct effects *fx, struct node *n, const struct action *a, struct box from) {
    push(fx, (struct effect){.action = a, .node = n, .from = from});
}

void effects_actions(struct effects *fx, struct node *n, const struct actions *a) {
    for (int i = 0; i < a->n; i++) effects_action(fx, n, &a->v[i]);
}

void effects_set(struct effects *fx, const char *var, struct value v) { push(fx, (struct effect){.is_set = true, .var = var, .value = v}); }

void effects_sound(struct effects *fx, const char *path) {
    if (path) push(fx, (struct effect){.sound = path});
}

void effects_set_num(struct effects *fx, const char *var, double v) {
    effects_set(fx, var, (struct value){.kind = VALUE_NUM, .num = v});
}
