/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <scene/track.h>
#include <math.h>
#include <string.h>

const char *const EASE_NAMES[] = {"linear", "cubic-in", "cubic-out", "sine", "back-out", "quint-out", "step", NULL};
const char *const TRACK_PROPS[] = {"x", "y", "alpha", "frame", "value", NULL};

const struct field TRACK_FIELDS[] = {
    {.name = "property", .type = FIELD_ENUM, .offset = offsetof(struct track, property), .flags = FIELD_REQUIRED,
     .extra = TRACK_PROPS, .help = "What moves: x and y are added to the element's place, alpha multiplies its own."},
    {.name = "driver", .type = FIELD_STR, .offset = offsetof(struct track, driver), .def = "time",
     .help = "What moves it: time (seconds since the scene began), play:NAME (seconds since the action play) or a variable."},
    {.name = "keys", .type = FIELD_NUMS, .offset = offsetof(struct track, keys), .flags = FIELD_REQUIRED,
     .help = "Pairs in rising order: position of the driver, value, position, value ..."},
    {.name = "ease", .type = FIELD_ENUM, .offset = offsetof(struct track, ease), .extra = EASE_NAMES, .def = "linear",
     .help = "How the value travels between two keys."},
    {.name = "loop", .type = FIELD_BOOL, .offset = offsetof(struct track, loop),
     .help = "Begins again after the last key (time drivers only)."},
    {.name = "ambient", .type = FIELD_BOOL, .offset = offsetof(struct track, ambient),
     .help = "Rests after five seconds outside of the attract loop, and always in reduced motion."},
    {0}};

float ease(enum track_ease e, float t) {
    t = clampf(t, 0, 1);
    float u = 1 - t, back = 1.4f;
    switch (e) {
    case EASE_IN: return t * t * t;
    case EASE_OUT: return 1 - u * u * u;
    case EASE_IN_OUT: return 0.5f - 0.5f * cosf(t * 3.14159265f);
    case EASE_BACK: return 1 - u * u * ((back + 1) * u - back);
    case EASE_QUINT: return 1 - u * u * u * u * u;
    case EASE_STEP: return t >= 1 ? 1.0f : 0.0f;
    default: return t;
    }
}

/* Position inside the keys of a looping track. */
static double wrapped(const struct track *t, double x) {
    double first = t->keys.v[0], last = t->keys.v[t->keys.n - 2], span = last - first;
    if (!t->loop || span <= 0 || x <= last || !isfinite(x)) return x;
    return first + fmod(x - first, span);
}

/* Index of the pair at or before x; -1 before the first. */
static int segment(const struct track *t, double x) {
    int i = -1;
    while (i + 1 < t->keys.n / 2 && t->keys.v[(i + 1) * 2] <= x) i++;
    return i;
}

/* Seconds until the value changes by time: 0 = it moves now, INFINITY = never again. */
static double track_rest(const struct track *t, double x) {
    int n = t->keys.n / 2;
    if (n < 2) return INFINITY;
    x = wrapped(t, x);
    const float *k = t->keys.v;
    double wait = 0;
    bool wraps = false;
    for (int i = segment(t, x);;) {
        if (i >= n - 1) {
            if (!t->loop || wraps || k[2 * n - 2] <= k[0]) return INFINITY;
            wraps = true;       /* the jump back to the first key is a change of its own */
            if (k[2 * n - 1] != k[1]) return wait;
            i = 0;
            x = k[0];
            continue;
        }
        double next = k[2 * (i + 1)];
        bool flat = i < 0 || k[2 * i + 1] == k[2 * (i + 1) + 1];
        if (!flat && t->ease != EASE_STEP) return wait;
        wait += next - x;
        x = next;
        i++;
        if (!flat) return wait;
    }
}

float track_at(const struct track *t, double x, bool *moving) {
    int n = t->keys.n / 2;
    if (moving) *moving = isfinite(track_rest(t, x));
    if (n < 1) return 0;
    x = wrapped(t, x);
    const float *k = t->keys.v;
    int i = segment(t, x);
    if (i < 0) return k[1];
    if (i >= n - 1) return k[2 * n - 1];
    float span = k[2 * i + 2] - k[2 * i];
    float p = span > 0 ? (float)((x - k[2 * i]) / span) : 1;
    return lerpf(k[2 * i + 1], k[2 * i + 3], ease((enum track_ease)t->ease, p));
}

/* ---- drivers */
double env_ambient(const struct env *e, bool *moving) {
    *moving = !e->still && (e->attract || e->t < 5);
    if (e->still) return 0;
    return e->attract || e->t < 5 ? e->t : 5;
}

/* Who wins on one property: a variable over anything timed, a timeline that plays (the youngest) over the scene's time, and
 * a timeline that was never played only where nobody else speaks. */
enum { RANK_IDLE = 1, RANK_TIME, RANK_PLAY, RANK_VAR };
struct voice { int rank; double x; bool by_time; };

/* Reduced motion has the end of these at once. */
static bool is_motion(const struct track *t) { return t->property == TRACK_X || t->property == TRACK_Y || t->property == TRACK_FRAME; }

/* Where a loop stands in reduced motion: halfway, when all that comes up is up. */
static double loop_middle(const struct track *t) {
    int n = t->keys.n / 2;
    return n ? (t->keys.v[0] + t->keys.v[2 * n - 2]) / 2 : 0;
}

static struct voice voice_of(const struct track *t, const struct env *e) {
    if (!strncmp(t->driver, "play:", 5)) {
        double x = e->play_t ? e->play_t(e, t->driver + 5) : -1;
        if (x < 0) return (struct voice){RANK_IDLE, t->keys.n ? t->keys.v[0] : 0, false};
        if (e->still && is_motion(t)) x = INFINITY;
        return (struct voice){RANK_PLAY, x, isfinite(x)};
    }
    if (strcmp(t->driver, "time") != 0) return (struct voice){RANK_VAR, vars_num(e->vars, t->driver, 0), false};
    if (t->ambient) {
        bool moving;
        double x = env_ambient(e, &moving);
        return (struct voice){RANK_TIME, x, moving};
    }
    if (e->still && t->loop) return (struct voice){RANK_TIME, loop_middle(t), false};
    if (e->still && is_motion(t)) return (struct voice){RANK_TIME, INFINITY, false};
    return (struct voice){RANK_TIME, e->t, true};
}

static void wake_for(const struct track *t, double x, struct env *e) {
    double rest = track_rest(t, x);
    if (rest <= 0) env_next_frame(e);
    else if (rest < 1e6) env_wake_at(e, e->now + (int64_t)ceil(rest * 1000));
}

void tracks_run(struct node *n, struct env *e) {
    const struct list *tracks = &node_common(n, e)->tracks;
    const struct track *all = tracks->items;
    struct voice best[TRACK_COUNT] = {{0}};
    const struct track *who[TRACK_COUNT] = {NULL};
    n->anim = (struct anim){{0}, {false}};
    for (int i = 0; i < tracks->n; i++) {
        struct voice v = voice_of(&all[i], e);
        int p = all[i].property;
        if (v.rank < best[p].rank) continue;
        if (v.rank == RANK_PLAY && best[p].rank == RANK_PLAY && v.x > best[p].x) continue;
        best[p] = v;
        who[p] = &all[i];
    }
    for (int p = 0; p < TRACK_COUNT; p++) {
        if (!who[p] || who[p]->keys.n < 2) continue;
        n->anim.v[p] = track_at(who[p], best[p].x, NULL);
        n->anim.has[p] = true;
        if (best[p].by_time) wake_for(who[p], best[p].x, e);
    }
}
