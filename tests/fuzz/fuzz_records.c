/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pack's lists: each is read as facts, as journey and as partners, and what is right in them is used. */
#include "pack.h"
#include <content/message.h>
#include <content/partners.h>

static void say_all(struct arena *a, const struct facts *facts) {
    struct msg_env env = {.lang = "ru", .facts = facts};
    for (int i = 0; i < facts->by_id.count; i++) {
        const struct fact *f = facts->by_id.entries[i].value;
        for (int k = 0; k < f->nvalues; k++) message_value(a, &env, &f->values[k], true);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n) {
    struct fuzz_pack pack = {"scenes/fuzz.yaml", {p, n}};
    struct port_files files = fuzz_files(&pack);
    struct arena a;
    struct diag d;
    struct facts facts = {0};
    struct journey journey = {0}, base = {0};
    struct partners partners = {0};
    arena_init(&a, 64 << 20);
    diag_init(&d, &a);
    if (facts_load(&a, &files, pack.path, &facts, &d)) say_all(&a, &facts);
    journey_load(&a, &files, pack.path, &journey, NULL, &d);
    partners_load(&a, &files, pack.path, &partners, &d);
    if (partners.partners.n && journey_load(&a, &files, "tests/bad/base/scenes/journey.yaml", &base, NULL, &d)) {
        partners_check(&partners, &base, &d);
        struct call c = partners_call(&a, &partners, &base, 2026);
        partners_warn(&partners, &c, &d);
    }
    arena_free(&a);
    return 0;
}
