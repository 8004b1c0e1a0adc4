/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <content/assets.h>
#include <base/str.h>
#include <content/assets_gate.h>
#include <string.h>

#define FILE_MAX ((size_t)16 << 20)

bool gate_size(struct pos at, double w, double h, struct diag *d) {
    if (w < 1 || h < 1)
        diag_error(d, at, "picture of %.0f x %.0f pixels has no area (export it again)", w, h);
    else if (w > GATE_SIDE || h > GATE_SIDE || w * h > GATE_AREA)
        diag_error(d, at, "picture of %.0f x %.0f pixels is too large (make it smaller: at most %.0f a side and 16 million in all)", w,
                   h, GATE_SIDE);
    else
        return true;
    return false;
}

/* A drawing is text: after a byte order mark and blanks comes '<'. */
static bool looks_like_svg(struct bytes in) {
    size_t i = in.n >= 3 && memcmp(in.p, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (i < in.n && i < 256 && (in.p[i] == ' ' || in.p[i] == '\t' || in.p[i] == '\n' || in.p[i] == '\r')) i++;
    return i < in.n && in.p[i] == '<';
}

bool asset_gate(const char *path, struct bytes in, struct asset_info *out, struct diag *d) {
    *out = (struct asset_info){0};
    struct pos at = {path, 0, 0};
    if (in.n == 0)
        diag_error(d, at, "picture file is empty (copy it again)");
    else if (in.n > FILE_MAX)
        diag_error(d, at, "picture file of %zu bytes is too large (make it smaller: at most %zu)", in.n, FILE_MAX);
    else if (in.n >= 8 && memcmp(in.p, "\x89PNG\r\n\x1A\n", 8) == 0)
        return gate_png(path, in, out, d);
    else if (in.n >= 3 && memcmp(in.p, "\xFF\xD8\xFF", 3) == 0)
        return gate_jpeg(path, in, out, d);
    else if (looks_like_svg(in))
        return gate_svg(path, in, out, d);
    else
        diag_error(d, at, "not a PNG, JPEG or SVG picture, whatever its name (export it as one)");
    return false;
}

struct good { uint64_t stamp; struct asset_info info; };

void asset_book_open(struct asset_book *b, struct arena *a) {
    b->a = a;
    map_init(&b->good, a);
}

static void note(struct asset_book *b, struct good *known, const char *file, uint64_t stamp, const struct asset_info *info) {
    struct good *g = known ? known : arena_new(b->a, struct good);
    if (!g) return;
    *g = (struct good){stamp, *info};
    if (!known && !map_put(&b->good, arena_str(b->a, file), g)) return;
}

bool asset_probe(struct arena *a, const struct port_files *files, struct asset_book *book, const char *path, struct asset_info *out,
                 struct diag *d) {
    struct bytes in;
    *out = (struct asset_info){0};
    const char *file = arena_printf(d->arena, "assets/%s", path);
    if (!file) {
        diag_error(d, (struct pos){0}, "not enough memory to look at a picture");
        return false;
    }
    uint64_t stamp = book && files->stamp ? files->stamp(files->ctx, file) : 0;     /* before it is read: what comes later is seen later */
    struct good *known = stamp ? map_get(&book->good, file) : NULL;
    if (known && known->stamp == stamp) {
        *out = known->info;
        return true;
    }
    if (!files->read(files->ctx, file, FILE_MAX, a, &in, d) || !asset_gate(file, in, out, d)) return false;
    if (stamp) note(book, known, file, stamp, out);
    return true;
}
