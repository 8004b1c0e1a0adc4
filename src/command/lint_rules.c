/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lint_rules.c - rules on boxes: where words and targets may lie. */
#include <command/lint.h>

#define TOUCH 5.0f           /* letters that share less than this, or than this part of a line, have not met: few letters fill their box */
#define TOUCH_PART 0.15f
#define LEAN 16.0f           /* a control's box is larger than its drawing by about this much */
#define EDGE 2.0f            /* letters may pass an edge by this much */
#define BAR_EDGE 8.0f        /* the bar's crest is not straight */
#define STEAL 6.0f           /* targets that share less do not steal from each other */
#define WHOLE 0.06f          /* a target on more of the canvas than this is ground, not a control */

static struct box shared(struct box a, struct box b) {
    float x0 = fmaxf(a.x, b.x), y0 = fmaxf(a.y, b.y), x1 = fminf(a.x + a.w, b.x + b.w), y1 = fminf(a.y + a.h, b.y + b.h);
    return x1 > x0 && y1 > y0 ? (struct box){x0, y0, x1 - x0, y1 - y0} : (struct box){0, 0, 0, 0};
}
static bool holds(struct box a, struct box b) {
    return b.x >= a.x - EDGE && b.y >= a.y - EDGE && b.x + b.w <= a.x + a.w + EDGE && b.y + b.h <= a.y + a.h + EDGE;
}
static float depth(struct box b) { return fminf(b.w, b.h); }

static void say(const struct lint_sink *out, enum lint_rule rule, const struct lint_owner *of, const char *id, const char *other, float measure) {
    out->fault(out->ctx, &(struct lint_fault){rule, of, id, other, measure});
}

/* Two discs meet later than their boxes; a disc and a box about where the disc's inner square does. */
static float steal(const struct lint_target *a, const struct lint_target *b) {
    if (a->round && b->round) {
        float dx = a->hit.x + a->hit.w / 2 - b->hit.x - b->hit.w / 2, dy = a->hit.y + a->hit.h / 2 - b->hit.y - b->hit.h / 2;
        return (depth(a->hit) + depth(b->hit)) / 2 - sqrtf(dx * dx + dy * dy);
    }
    struct box x = a->round ? box_grow(a->hit, -0.146f * depth(a->hit)) : a->hit, y = b->round ? box_grow(b->hit, -0.146f * depth(b->hit)) : b->hit;
    return depth(shared(x, y));
}

/* ---- one text */
static float beyond(struct box b, float w, float h) {
    return fmaxf(fmaxf(-b.x, -b.y), fmaxf(b.x + b.w - w, b.y + b.h - h));
}

static void one_text(const struct lint_frame *f, const struct lint_text *t, const struct lint_sink *out) {
    float off = beyond(t->box, f->w, f->h), under = t->box.y + t->box.h - f->floor;
    if (t->cut) say(out, LINT_CUT, t->of, t->id, NULL, 0);
    if (t->clipped > EDGE) say(out, LINT_CLIPPED, t->of, t->id, NULL, t->clipped);
    if (t->missing) say(out, LINT_GLYPHS, t->of, t->id, NULL, 0);
    if (t->px > 0 && t->px + f->pixel / 2 < LINT_LETTERS) say(out, LINT_TINY, t->of, t->id, NULL, floorf(t->px));
    if (off > EDGE) say(out, LINT_OFF_SCREEN, t->of, t->id, NULL, off);
    else if (!t->bar && under > BAR_EDGE) say(out, LINT_UNDER_BAR, t->of, t->id, NULL, under);
}

/* ---- two texts: the most that a line of one shares with a line of the other; 0: they have not met */
static float touch(float line_h, struct box s) { return depth(s) > fmaxf(TOUCH, TOUCH_PART * line_h) ? depth(s) : 0; }

static float meet(const struct lint_text *a, const struct lint_text *b) {
    float most = 0;
    if (depth(shared(a->box, b->box)) <= TOUCH) return 0;
    for (int i = 0; i < a->nlines; i++)
        for (int k = 0; k < b->nlines; k++)
            most = fmaxf(most, touch(fmaxf(a->lines[i].h, b->lines[k].h), shared(a->lines[i], b->lines[k])));
    return most;
}

/* The later one has a plate, drawn over the whole of the earlier: a card that was opened over it. */
static bool laid_over(const struct lint_text *a, const struct lint_text *b) {
    const struct lint_text *late = a->order > b->order ? a : b, *early = late == a ? b : a;
    return late->plate.w > 0 && late->plate_order > early->order && holds(late->plate, early->box);
}

/* ---- a text and the controls of others */
static bool belongs(const struct lint_owner *of, const struct lint_owner *to) {
    for (; of && to; of = of->parent)
        if (of->node == to->node) return true;
    return false;
}

/* One of them lies on a card that was opened over the other. */
static bool on_card(const struct lint_owner *a, const struct lint_owner *b) {
    for (; a; a = a->parent)
        if (a->card && !belongs(b, a)) return true;
    return false;
}
static bool card_between(const struct lint_owner *a, const struct lint_owner *b) { return on_card(a, b) || on_card(b, a); }

/* How far the text reaches into a control; 0: it does not, or lies in it as a whole as words on it do. */
static float reach(const struct lint_frame *f, const struct lint_text *t, const struct lint_target *c) {
    if (belongs(t->of, c->of) || belongs(c->of, t->of) || card_between(t->of, c->of) || c->hit.w * c->hit.h > WHOLE * f->w * f->h) return 0;
    struct box seen = shared(c->drawn, c->hit);
    if (c->round) seen = box_grow(seen, -0.1f * depth(seen));
    float most = 0;
    for (int k = 0; k < t->nlines; k++) most = fmaxf(most, touch(t->lines[k].h, shared(t->lines[k], seen)));
    return most <= LEAN || holds(seen, t->box) ? 0 : most;
}

static bool reaches_control_of(const struct lint_frame *f, const struct lint_text *t, const void *node) {
    for (int i = 0; i < f->ntargets; i++)
        if (f->targets[i].of->node == node && reach(f, t, &f->targets[i]) > 0) return true;
    return false;
}

/* A control of the text's own element meets that control: that is said of the two. */
static bool controls_meet(const struct lint_frame *f, const struct lint_text *t, const struct lint_target *c) {
    for (int i = 0; i < f->ntargets; i++)
        if (f->targets[i].of->node == t->of->node && steal(&f->targets[i], c) > STEAL) return true;
    return false;
}

static void text_on_control(const struct lint_frame *f, const struct lint_text *t, const struct lint_sink *out) {
    for (int i = 0; i < f->ntargets; i++) {
        const struct lint_target *c = &f->targets[i];
        float d = reach(f, t, c);
        if (d > 0 && !controls_meet(f, t, c)) say(out, LINT_TEXT_ON_CONTROL, t->of, t->id, c->id, d);
    }
}

static void text_on_text(const struct lint_frame *f, int i, const struct lint_sink *out) {
    const struct lint_text *a = &f->texts[i];
    for (int k = i + 1; k < f->ntexts; k++) {
        const struct lint_text *b = &f->texts[k];
        float d = meet(a, b);
        if (d <= 0 || laid_over(a, b) || card_between(a->of, b->of) || (str_eq(a->id, b->id) && str_eq(a->words, b->words))) continue;
        if (a->of->node != b->of->node && (reaches_control_of(f, a, b->of->node) || reaches_control_of(f, b, a->of->node))) continue;
        say(out, LINT_TEXT_ON_TEXT, b->of, b->id, a->id, d);
    }
}

void lint_texts(const struct lint_frame *f, const struct lint_sink *out) {
    for (int i = 0; i < f->ntexts; i++) {
        one_text(f, &f->texts[i], out);
        text_on_text(f, i, out);
        text_on_control(f, &f->texts[i], out);
    }
}

/* ---- targets */
/* The largest part of a that b leaves free, by its shorter side. */
static float rest(struct box a, struct box s) {
    float left = s.x - a.x, right = a.x + a.w - s.x - s.w, above = s.y - a.y, below = a.y + a.h - s.y - s.h;
    return fmaxf(fmaxf(fminf(left, a.h), fminf(right, a.h)), fmaxf(fminf(above, a.w), fminf(below, a.w)));
}

static void two_targets(const struct lint_target *under, const struct lint_target *over, const struct lint_sink *out) {
    float d = steal(under, over), small = under->hit.w * under->hit.h, large = over->hit.w * over->hit.h;
    if (d <= STEAL || card_between(under->of, over->of) || (under->of->node == over->of->node && (under->handle || over->handle))) return;
    bool ground = small > 4 * large;        /* a small thing on a large one takes little from it */
    if (ground && rest(under->hit, shared(under->hit, over->hit)) >= (under->main ? LINT_MAIN : LINT_TARGET)) return;
    say(out, LINT_TARGETS, over->of, over->id, under->id, d);
}

void lint_targets(const struct lint_frame *f, const struct lint_sink *out) {
    struct box screen = {0, 0, f->w, f->h};
    for (int i = 0; i < f->ntargets; i++) {
        const struct lint_target *t = &f->targets[i];
        float side = floorf(depth(shared(t->hit, screen)) + 0.5f);
        if (side < 1) say(out, LINT_AWAY, t->of, t->id, NULL, 0);
        else if (side < LINT_TARGET) say(out, LINT_SMALL, t->of, t->id, NULL, side);
        else if (t->main && side < LINT_MAIN) say(out, LINT_SMALL_MAIN, t->of, t->id, NULL, side);
        for (int k = 0; k < i; k++) {
            const struct lint_target *u = &f->targets[k];
            two_targets(u, t, out);
            if (t->choice && u->of->node == t->of->node && str_eq(t->choice, u->choice)) say(out, LINT_SAME, t->of, t->id, t->choice, 0);
        }
    }
}
