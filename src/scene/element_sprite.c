/* SPDX-License-Identifier: GPL-3.0-or-later */
/* element_sprite.c - a flip-book: several pictures of one size, one of them shown. The frame comes from a track on `frame`, or
 * from the time and `fps`. */
#include <scene/element.h>

#define FRAMES_MAX 64
struct props { struct strs files; float fps; bool loop, flip, turns; rgba mod, tint; };
struct state { uint64_t key[FRAMES_MAX]; int n, shown; const char *alt; };

#define AT(member) .offset = offsetof(struct props, member)
static const struct field FIELDS[] = {
    {.name = "files", .type = FIELD_ASSETS, AT(files), .flags = FIELD_REQUIRED, .help = "Pictures below assets/, in order."},
    {.name = "fps", .type = FIELD_NUM, AT(fps), .max = 60, .def = "0", .unit = "pictures a second",
     .help = "Runs by itself; 0 = a track on 'frame' chooses."},
    {.name = "loop", .type = FIELD_BOOL, AT(loop), .help = "Begins again after the last picture, also when a track counts on."},
    {.name = "flip", .type = FIELD_BOOL, AT(flip), .help = "Mirrored left to right."},
    {.name = "turns", .type = FIELD_BOOL, AT(turns), .help = "Looks the other way in a right-to-left language, as the stage does."},
    {.name = "mod", .type = FIELD_COLOR, AT(mod), .def = "#FFFFFF", .help = "Light on the pictures: colours are multiplied by this."},
    {.name = "tint", .type = FIELD_COLOR, AT(tint), .def = "#00000000", .help = "Fills the shapes with one colour (silhouette)."},
    {0}};

static bool load(struct node *n, void *props, struct load_env *le) {
    const struct props *p = props;
    if (p->files.n >= 1 && p->files.n <= FRAMES_MAX) return true;
    diag_error(le->diag, node_at(n, "files"), "element '%s' has %d pictures (give it 1..%d)", n->common[0].id, p->files.n, FRAMES_MAX);
    return false;
}

static struct vec2 measure(struct node *n, struct env *e, float max_w) {
    const struct props *p = node_props(n, e);
    return env_asset_fit(e, p->files.v[0], node_common(n, e)->size, max_w);
}

static void arrange(struct node *n, struct env *e) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    struct vec2 size;
    bool turned = p->turns && e->rtl && !node_common(n, e)->keep_side;
    s->n = p->files.n;
    for (int i = 0; i < s->n; i++)
        s->key[i] = env_asset(e, p->files.v[i], n->box.w, n->box.h, p->flip != turned, p->mod, p->tint, &size);
    const struct text_ref *alt = &node_common(n, e)->alt;
    s->alt = alt->easy ? env_text(e, alt) : NULL;
}

/* The frame by time, and when the next one is due. In reduced motion the book lies open at its first page. */
static int by_time(const struct props *p, struct env *e) {
    if (p->fps <= 0 || e->still) return 0;
    long at = (long)floor(e->t * (double)p->fps);
    if (!p->loop && at >= p->files.n - 1) return p->files.n - 1;
    double due = (double)(at + 1) / (double)p->fps - e->t;
    env_wake_at(e, e->now + (int64_t)ceil(due * 1000));
    return (int)(at % p->files.n);
}

static void tick(struct node *n, struct env *e, struct effects *fx) {
    const struct props *p = node_props(n, e);
    struct state *s = n->state;
    (void)fx;
    int at = n->anim.has[TRACK_FRAME] ? px_of(floorf(n->anim.v[TRACK_FRAME] + 0.001f)) : by_time(p, e);
    if (p->loop && at > 0) at %= p->files.n;
    s->shown = at < 0 ? 0 : at >= p->files.n ? p->files.n - 1 : at;
}

static void draw(struct node *n, struct paint *pt) {
    const struct state *s = n->state;
    bool press = node_common(n, pt->env)->press.n > 0;
    if (s->shown < s->n) paint_picture(pt, s->key[s->shown], n->box, 1);
    if (s->alt || press)
        paint_item(pt, n, NULL, 0, press ? SEM_BUTTON : SEM_PICTURE, s->alt, n->box, press ? n->box : (struct box){0, 0, 0, 0});
}

const struct element_kind ELEMENT_SPRITE = {
    .name = "sprite", .help = "A flip-book of pictures.",
    .fields = FIELDS, .props_size = sizeof(struct props), .state_size = sizeof(struct state), .hugs = true,
    .load = load, .measure = measure, .arrange = arrange, .tick = tick, .draw = draw};
