/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalogue: read, and every entry checked and said as the kiosk does it. */
#include "pack.h"
#include <content/message.h>

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n) {
    struct fuzz_pack pack = {"locales/ru.po", {p, n}};
    struct port_files files = fuzz_files(&pack);
    struct arena a;
    struct diag d;
    const struct facts *facts = fuzz_facts();
    struct catalog c = {0};
    arena_init(&a, 64 << 20);
    diag_init(&d, &a);
    catalog_load(&a, &files, pack.path, "ru", &c, &d);
    struct msg_env env = {.lang = "ru", .catalog = &c, .facts = facts};
    for (int i = 0; i < c.n; i++) {
        const struct catalog_entry *e = &c.all[i];
        struct text_ref t = {.ctxt = e->ctxt, .easy = e->id};
        if (e->str && *e->str) message_check(&a, e->str, e->id, "ru", facts, NULL, e->written, &d);
        message_text(&a, &env, &t, false);
    }
    arena_free(&a);
    return 0;
}
