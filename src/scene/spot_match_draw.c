/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spot_match_draw.c - the drawing of each moment of the game. */
#include <scene/spot_match.h>
#include <scene/track.h>

struct view {
    struct paint *pt;
    struct env *e;
    struct node *n;
    const struct spot_props *p;
    const struct spot_state *s;
    const struct spot_look *l;
};

static void show(const struct view *v, const struct spot_pic *pic, struct vec2 at, float alpha) {
    if (alpha <= 0) return;
    paint_picture(v->pt, pic->key, (struct box){at.x + pic->area.x, at.y + pic->area.y, pic->area.w, pic->area.h}, alpha);
}

static struct vec2 between(struct vec2 a, struct vec2 b, float t) { return (struct vec2){lerpf(a.x, b.x, t), lerpf(a.y, b.y, t)}; }

/* ms since the match; in reduced motion it is over at once. */
static float match_ms(const struct view *v) { return v->e->still ? 1e6f : spot_ms(v->e, v->s->since); }

/* ---- the patch */
static struct vec2 patch_at(const struct view *v, float *grown) {
    const struct spot_state *s = v->s;
    struct vec2 home = spot_home(v->p, v->e);
    float ms = spot_ms(v->e, s->since);
    *grown = 1;
    if (s->mode == SPOT_HELD) {
        *grown = v->e->still ? 1 : clampf(ms / 90, 0, 1);
        return s->at;
    }
    if (s->mode == SPOT_FLY) {
        float t = clampf(ms / (s->snap ? SPOT_SNAP_MS : SPOT_FLY_MS), 0, 1);
        struct vec2 to = spot_on(spot_hang_of(v->p, v->e, v->s->deal.photos, s->aim), v->p->photo_w, s->deal.crop);
        struct vec2 at = between(s->from, to, ease(s->snap ? EASE_BACK : EASE_IN_OUT, t));
        if (!s->snap) at.y -= 60 * sinf(3.14159265f * t), *grown = clampf(t * 3, 0, 1);
        return at;
    }
    if (s->mode == SPOT_HOME) {
        float t = clampf(ms / SPOT_HOME_MS, 0, 1);
        *grown = 1 - t;
        return between(s->from, home, ease(EASE_OUT, t));
    }
    *grown = 0;
    return home;
}

static void draw_patch(const struct view *v) {
    const struct spot_state *s = v->s;
    float grown, carried = SPOT_CROP_R * v->p->photo_w / SPOTS_W;
    struct vec2 at = patch_at(v, &grown), home = spot_home(v->p, v->e);
    bool rests = s->mode == SPOT_ASK, moving;
    if (rests) {
        show(v, &v->l->shadow, (struct vec2){home.x, home.y + v->p->patch_r + 12}, 1);
        show(v, &v->l->dots, home, 1);
    }
    show(v, &v->l->patch[(int)(grown * (SPOT_SIZES - 1) + .5f)], at, 1);
    if (rests) {
        float beat = .75f - .25f * cosf((float)env_ambient(v->e, &moving) * 6.2832f / 2.4f);
        show(v, &v->l->touch, (struct vec2){at.x + v->p->patch_r * .64f, at.y + v->p->patch_r * .64f}, beat);
    }
    float pulse = spot_ms(v->e, s->near_at) / 450;
    if (s->mode == SPOT_HELD && s->near && (v->e->still || pulse < 1)) show(v, &v->l->halo, at, v->e->still ? 1 : 1 - pulse);
    if (s->mode != SPOT_ASK && s->mode != SPOT_HELD) return;
    struct box b = {at.x - v->p->patch_r, at.y - v->p->patch_r, 2 * v->p->patch_r, 2 * v->p->patch_r};
    if (s->mode == SPOT_HELD) b = (struct box){at.x - carried, at.y - carried, 2 * carried, 2 * carried};
    struct sem_item *it = paint_item(v->pt, v->n, "patch", 0, SEM_HANDLE, v->l->patch_label, b, b);
    if (it) it->round = it->drags = true;
}

/* ---- photos on the cord */
static bool glows(const struct view *v, int i) {
    const struct spot_state *s = v->s;
    if (s->mode == SPOT_MATCH || s->mode == SPOT_FLY) return false;
    return v->n->pressed == i + 1 || s->hint == i || s->point == i || spot_ms(v->e, s->glow_at) < SPOT_GLOW_MS;
}

static void label(const struct view *v, int i, struct spot_hang h, float alpha) {
    const struct para *para = &v->l->label[i];
    float k = v->p->photo_w / SPOTS_W;
    struct vec2 mid = spot_on(h, v->p->photo_w, (struct vec2){SPOTS_W / 2, (v->p->photo_h + spot_foot(v->e) / 2) / k});
    char part[] = {'p', 'h', 'o', 't', 'o', '-', (char)('1' + i), 0};
    struct sem_item *it = paint_para(v->pt, v->n, part, SEM_BUTTON, para, mid.x - v->p->photo_w / 2, mid.y - para_h(para, v->e) / 2, alpha);
    bool open = v->s->mode == SPOT_ASK || v->s->mode == SPOT_HOME || v->s->mode == SPOT_HELD;
    if (!it) return;
    it->item = i + 1;
    it->box = spot_photo_box(v->p, v->e, v->s->deal.photos, i);
    it->box.x += v->pt->ox, it->box.y += v->pt->oy;
    if (!open) {
        it->role = SEM_PICTURE;
        return;
    }
    it->hit = it->box;
    it->focusable = true;
    it->state = (v->n->pressed == i + 1 ? SEM_PRESSED : 0u) | (v->n->focused == i + 1 ? SEM_FOCUSED : 0u);
}

/* The photo as it hangs now: swinging, lifted under the patch, paler while reduced motion says no. */
static void draw_photo(const struct view *v, int i) {
    const struct spot_state *s = v->s;
    struct spot_hang h = spot_hang_of(v->p, v->e, v->s->deal.photos, i);
    const struct spot_pic *pic = &v->l->photo[i];
    float turn = i == s->swing ? spot_swing(s, v->e) : 0;
    bool lifted = s->mode == SPOT_HELD && spot_photo_under(v->p, v->e, s->deal.photos, s->at) == i;
    bool refused = v->e->still && s->no && i == s->swing;
    struct vec2 peg = h.pivot;
    if (i == v->l->swinging) {
        int k = (int)lroundf(turn / .5f) + SPOT_SWINGS / 2;
        pic = &v->l->swing[k < 0 ? 0 : k >= SPOT_SWINGS ? SPOT_SWINGS - 1 : k];
        h.turn += turn;
    }
    if (lifted && !v->e->still) h.pivot.y -= 10;
    show(v, pic, h.pivot, refused ? .45f : 1);
    if (glows(v, i) || (lifted && v->e->still)) show(v, &v->l->rim[i], h.pivot, 1);
    label(v, i, h, 1);
    show(v, &v->l->peg, peg, 1);
}

/* ---- the match: the right photo comes near, the others go back along the cord */
static void draw_leaving(const struct view *v, float t) {
    const struct spot_deal *d = &v->s->deal;
    struct spot_hang print = spot_print_of(v->p, v->e);
    float small_h = v->p->photo_h * v->p->small_w / v->p->photo_w;
    for (int i = 0; i < d->photos; i++) {
        struct spot_hang from = spot_hang_of(v->p, v->e, v->s->deal.photos, i), to = i == d->right ? print : spot_small_of(v->p, v->e, i, d->right);
        struct vec2 at = between(from.pivot, to.pivot, t);
        if (i != d->right) {
            show(v, &v->l->small[i], (struct vec2){at.x, at.y + (1 - t) * (v->p->photo_h - small_h) / 2}, t * 2 - 1);
            show(v, &v->l->photo[i], at, 1 - t * 2);
            show(v, &v->l->peg, at, 1);
        } else if (t < 1) {
            show(v, &v->l->photo[i], (struct vec2){at.x, at.y + t * 120}, 1 - t * 2);
        }
    }
}

static void draw_print(const struct view *v, float ms, float t) {
    const struct spot_deal *d = &v->s->deal;
    struct spot_hang print = spot_print_of(v->p, v->e);
    struct vec2 off = {(1 - t) * (v->e->rtl ? -150 : 150), (1 - t) * 50};         /* from the side where no words stand */
    struct vec2 mid = spot_on(print, v->p->print_size.x, d->crop);
    show(v, &v->l->print, (struct vec2){print.pivot.x + off.x, print.pivot.y + off.y}, t * 1.4f - .4f);
    show(v, &v->l->ring, (struct vec2){mid.x + off.x, mid.y + off.y}, (t - .5f) * 2);
    for (int i = 0; i < d->joins; i++)
        show(v, &v->l->join[i], spot_on(print, v->p->print_size.x, d->join[i]), (ms - SPOT_JOIN_AT - (float)i * SPOT_JOIN_MS) / SPOT_JOIN_MS);
    float seen = clampf((ms - SPOT_JOIN_AT - (float)d->joins * SPOT_JOIN_MS) / 180, 0, 1);
    struct vec2 corner = spot_on(print, v->p->print_size.x, (struct vec2){SPOTS_W - 9, 5});
    show(v, &v->l->tick, (struct vec2){corner.x, corner.y - 30 * (1 - ease(EASE_BACK, seen))}, seen);
}

/* Rosettes that drift away from the ring and fade. */
static void draw_sparks(const struct view *v, float ms) {
    float t = (ms - SPOT_SPARK_AT) / SPOT_SPARK_MS;
    if (t <= 0 || t >= 1) return;
    uint32_t rng = 5;
    struct vec2 mid = spot_on(spot_print_of(v->p, v->e), v->p->print_size.x, v->s->deal.crop);
    for (int i = 0; i < SPOT_SPARKS; i++) {
        float a = ((float)i + (float)rng_next(&rng)) / SPOT_SPARKS * 6.2832f, far = 300 + 260 * (float)rng_next(&rng);
        float d = 150 + far * ease(EASE_OUT, t);
        show(v, &v->l->spark[i % 3], (struct vec2){mid.x + cosf(a) * d * 1.1f, mid.y + sinf(a) * d * .7f}, 1 - t * t);
    }
}

static void draw_match(const struct view *v) {
    float ms = match_ms(v), t = ease(EASE_OUT, clampf(ms / SPOT_GROW_MS, 0, 1));
    draw_leaving(v, t);
    draw_print(v, ms, t);
    if (!v->e->still) draw_sparks(v, ms);
}

void spot_match_draw(struct node *n, struct paint *pt) {
    const struct spot_state *s = n->state;
    struct view v = {pt, pt->env, n, node_props(n, pt->env), s, s->look};
    if (!v.l) return;
    for (int i = 0; i < v.l->cords; i++)
        if (i == 0 || s->mode != SPOT_MATCH) show(&v, &v.l->cord[i], (struct vec2){0, spot_cord_at(v.p, v.e, i, 0)}, 1);
    if (s->mode == SPOT_MATCH) {
        draw_match(&v);
        return;
    }
    for (int i = 0; i < s->deal.photos; i++) draw_photo(&v, i);
    draw_patch(&v);
}
