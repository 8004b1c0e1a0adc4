/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference_shot.c - the moments: which element shows a kind, what stands of it in its file, and its picture. */
#include <command/command.h>
#include <command/reference.h>
#include <scene/layout.h>
#include <stddef.h>
#include <string.h>

enum { EXAMPLE_LINES = 16, FILE_MAX = 1 << 20, START_MS = 1000, STEP_MS = 16 };
static const float WIDEST = 440, HIGHEST = 248, LARGEST = 0.7f, MARGIN = 20;   /* px of a picture; px per canvas unit; canvas units */

/* ---- the list */
#define AT(m) .offset = offsetof(struct moment, m)
static const struct field MOMENT[] = {
    {.name = "scene", .type = FIELD_SCENE, AT(scene), .flags = FIELD_REQUIRED, .help = "Scene that holds it."},
    {.name = "element", .type = FIELD_ID, AT(element), .flags = FIELD_REQUIRED, .help = "Element that shows its kind."},
    {.name = "state", .type = FIELD_ID, AT(state), .help = "State of the scene."},
    {.name = "set", .type = FIELD_SETS, AT(set), .help = "Variables, after the state."},
    {.name = "at", .type = FIELD_NUM, AT(at), .max = 60, .def = "4", .unit = "s", .help = "How long it has been shown."},
    {.name = "pack", .type = FIELD_STR, AT(pack), .help = "Another pack, below this one."},
    {.name = "partners", .type = FIELD_STR, AT(partners), .help = "Another partners.yaml, below this pack: whoever shows a partner needs one."},
    {.name = "site", .type = FIELD_STR, AT(site), .help = "Settings of a site, below this pack: a true size needs a screen that was measured."},
    {0}};
#undef AT
struct list_file { struct list pictures; };
static const struct field LIST[] = {
    {.name = "pictures", .type = FIELD_LIST, .offset = offsetof(struct list_file, pictures), .flags = FIELD_REQUIRED, .sub = MOMENT,
     .sub_size = sizeof(struct moment), .help = "One element for each kind."},
    {0}};

static const char *pack_of(struct arena *a, const char *pack, const struct moment *m) {
    return m->pack ? arena_printf(a, "%s/%s", pack, m->pack) : pack;
}

static bool any_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out, struct diag *d) {
    const struct host *h = ctx;
    if (h->read(h->ctx, path, cap, a, out)) return true;
    diag_error(d, (struct pos){path, 0, 0}, "cannot be read");
    return false;
}
static bool any_exists(void *ctx, const char *path) {
    const struct host *h = ctx;
    return h->stamp(h->ctx, path) != 0;
}

/* The pack of a moment, with the partner that it needs. */
static bool open_pack(struct setup *s, const struct host *h, struct arena *a, const char *pack, const struct moment *m) {
    struct port_files any = {.ctx = (void *)(uintptr_t)h, .read = any_read, .exists = any_exists};
    if (!setup_open_site(s, h, pack_of(a, pack, m), m->site ? arena_printf(a, "%s/%s", pack, m->site) : NULL, NULL)) return false;
    if (!m->partners) return true;
    return partners_load(&s->arena, &any, arena_printf(a, "%s/%s", pack, m->partners), &s->partners, &s->diag) &&
           partners_check(&s->partners, &s->read, &s->diag);
}

/* The lines of the element whose map begins at `at`, moved to the left; a long one ends early. */
static const char *lines_of(struct arena *a, const char *text, struct pos at) {
    struct sbuf b = {.arena = a};
    size_t indent = at.col > 2 ? (size_t)at.col - 3 : 0;
    for (int line = 1; line < at.line && text; line++) text = strchr(text, '\n') ? strchr(text, '\n') + 1 : NULL;
    for (int n = 0; text && *text; n++) {
        size_t len = strcspn(text, "\n"), spaces = strspn(text, " ");
        if (n && (spaces <= indent || spaces == len)) break;
        if (n == EXAMPLE_LINES) {
            sbuf_puts(&b, "  # and so on\n");
            break;
        }
        sbuf_add(&b, text + (spaces < indent ? spaces : indent), len - (spaces < indent ? spaces : indent));
        sbuf_putc(&b, '\n');
        text += len + (text[len] == '\n');
    }
    return b.p;
}

static bool look_up(struct setup *s, struct arena *a, struct moment *m, struct diag *d) {
    struct scene *scene = scene_load(&s->deps, m->scene, d);
    const struct node *n = scene ? scene_node(scene, m->element) : NULL;
    struct bytes in;
    if (scene && !n) diag_error(d, m->pos, "scene '%s' has no element '%s' (name one that shows its kind)", m->scene, m->element);
    if (n && s->files.read(s->files.ctx, arena_printf(a, "scenes/%s.yaml", m->scene), FILE_MAX, a, &in, d)) {
        m->kind = n->kind;
        m->sheet = scene->top.sheet;
        m->example = lines_of(a, (const char *)in.p, n->pos);
    }
    if (scene) scene_free(scene);
    return m->kind && m->example;
}

bool moments_read(const struct host *h, const char *pack, struct arena *a, struct moments *out, struct diag *d) {
    static const struct yaml_caps caps = {.bytes = 64 * 1024, .events = 4000, .scalar = 1024, .depth = 6};
    const char *path = REFERENCE_DIR "/pictures.yaml";
    struct bytes in;
    struct list_file file = {0};
    int before = d->errors;
    *out = (struct moments){0};
    if (!h->stamp(h->ctx, arena_printf(a, "%s/%s", pack, path))) return true;
    if (!h->read(h->ctx, arena_printf(a, "%s/%s", pack, path), caps.bytes, a, &in)) return false;
    const struct yval *root = yaml_read(a, path, in, &caps, d);
    struct fields_in fi = {.arena = a, .diag = d, .what = "the list of pictures"};
    if (!root || !fields_read(&fi, root, (const struct field *const[]){LIST, NULL}, (void *const[]){&file}, false)) return false;
    *out = (struct moments){file.pictures.items, file.pictures.n};
    for (int i = 0; i < out->n; i++) {
        struct setup s;
        out->v[i].pos = yaml_get(root, "pictures")->items[i]->pos;
        if (open_pack(&s, h, a, pack, &out->v[i])) look_up(&s, a, &out->v[i], d);
        setup_close(&s);
    }
    return d->errors == before;
}

/* ---- the picture */
/* The moment on a screen of w x h px; NULL when the scene cannot be shown. */
static const struct frame *play(struct session *s, const struct moment *m, int w, int h) {
    struct app_options ao = {.w = w, .h = h, .text_scale = 1, .language = "en", .idle_off = true, .sound = true};
    if (!session_open(s, s->setup, &ao)) return NULL;
    s->quiet = true;
    app_start(s->app, m->sheet ? s->setup->journey.home : m->scene);
    if (m->sheet) app_open(s->app, m->scene);
    const struct frame *f = session_step(s, NULL, 0, START_MS);
    const struct scene *scene = app_scene(s->app);
    const struct scene_state *st = scene && m->state ? scene_named(scene, m->state) : NULL;
    if (st) app_state(s->app, st);
    app_put(s->app, &m->set);
    int64_t end = START_MS + (int64_t)(m->at * 1000);
    for (int64_t now = START_MS; now < end; now += STEP_MS) f = session_step(s, NULL, 0, now);
    return scene ? f : NULL;
}

/* Where the element lies, in canvas units, with a rim; w 0 = it cannot be seen. */
static struct box where(const struct session *s, const struct moment *m, struct env *canvas) {
    const struct scene *scene = app_scene(s->app);
    const struct node *n = scene ? scene_node(scene, m->element) : NULL;
    for (const struct node *p = n; p; p = p->parent)
        if (!p->visible) n = NULL;
    if (!n) return (struct box){0};
    float x = n->box.x + (n->anim.has[TRACK_X] ? n->anim.v[TRACK_X] : 0), y = n->box.y + (n->anim.has[TRACK_Y] ? n->anim.v[TRACK_Y] : 0);
    float x0 = fmaxf(0, x - MARGIN), y0 = fmaxf(0, y - MARGIN);
    float x1 = fminf(canvas->w, x + n->box.w + MARGIN), y1 = fminf(canvas->h, y + n->box.h + MARGIN);
    return x1 > x0 + 1 && y1 > y0 + 1 && n->box.w > 0 ? (struct box){x0, y0, x1 - x0, y1 - y0} : (struct box){0};
}

/* One colour all over shows nothing. */
static bool blank(const struct host *h, struct view *v) {
    int w, ht, stride;
    const uint32_t *px = h->view_pixels(v, &w, &ht, &stride);
    for (int y = 0; px && y < ht; y++)
        for (int x = 0; x < w; x++)
            if ((px[(size_t)y * (size_t)stride / 4 + (size_t)x] ^ px[0]) & 0xFFFFFF) return false;
    return true;
}

static bool cut(const struct host *h, struct setup *s, const struct frame *f, struct ibox at, const char *path) {
    struct arena a;
    struct dlist list;
    struct frame part = *f;
    struct view_options vo = {.kind = VIEW_BUFFER, .w = at.w, .h = at.h, .pack_cache = s->pack_cache, .user_cache = s->user_cache, .allow_svg = true};
    arena_init(&a, 64 << 20);
    dlist_begin(&list, &a, at.w, at.h);
    for (int i = 0; i < f->list->n; i++) dlist_copy(&list, &f->list->cmds[i], -at.x, -at.y, 1);
    part.list = &list;
    part.hash = dlist_hash(&list);
    struct view *v = a.failed ? NULL : h->view_open(h->ctx, &vo, &s->diag);
    bool good = v && h->view_show(v, &part) && !blank(h, v) && h->view_png(v, path);
    if (v) h->view_close(v);
    arena_free(&a);
    return good;
}

/* Played once to see where it lies, and once more on a screen on which it is as large as its picture. */
static bool picture(struct session *s, const struct moment *m, const char *path) {
    struct env canvas = {0};
    layout_canvas(&canvas, 1920, 1080);
    bool good = play(s, m, 1920, 1080);
    struct box b = good ? where(s, m, &canvas) : (struct box){0};
    session_close(s);
    if (b.w <= 0) return false;
    float k = fminf(LARGEST, fminf(WIDEST / b.w, HIGHEST / b.h));
    int w = (int)lroundf(1920 * k), h = (int)lroundf(1080 * k);
    s->setup->site.px_per_mm *= k;                  /* the same screen, drawn smaller */
    const struct frame *f = play(s, m, w, h);
    layout_canvas(&canvas, w, h);
    b = f ? where(s, m, &canvas) : (struct box){0};
    struct ibox at = {(int)(b.x * canvas.scale), (int)(b.y * canvas.scale), (int)ceilf(b.w * canvas.scale), (int)ceilf(b.h * canvas.scale)};
    good = b.w > 0 && cut(s->setup->host, s->setup, f, at, path);
    session_close(s);
    return good;
}

bool moment_picture(const struct host *h, const char *pack, const struct moment *m, const char *dir) {
    struct setup s;
    struct arena a;
    arena_init(&a, 1 << 20);
    bool good = open_pack(&s, h, &a, pack, m);
    struct session ses = {.setup = &s};
    good = good && picture(&ses, m, arena_printf(&a, "%s/%s.png", dir, m->kind->name));
    if (!good) complain(h, "reference: element '%s' of scene '%s' gives no picture (name another moment in " REFERENCE_DIR "/pictures.yaml)", m->element, m->scene);
    setup_close(&s);
    arena_free(&a);
    return good;
}
