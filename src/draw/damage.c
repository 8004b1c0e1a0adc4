/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <draw/damage.h>
#include <stdlib.h>
#include <string.h>

bool damage_init(struct damage *d, int w, int h) {
    *d = (struct damage){.all = true};
    if (w < 1 || h < 1 || w > 65536 || h > 65536) return w == 0 || h == 0; /* a window without area has no cells */
    int cols = (w + DAMAGE_CELL - 1) / DAMAGE_CELL, rows = (h + DAMAGE_CELL - 1) / DAMAGE_CELL;
    uint64_t *cells = calloc((size_t)cols * (size_t)rows * 2, sizeof *cells);
    if (!cells) return false;
    *d = (struct damage){w, h, cols, rows, cells, cells + (size_t)cols * (size_t)rows, true};
    return true;
}

void damage_free(struct damage *d) {
    free(d->cells < d->next ? d->cells : d->next); /* one block; the halves swap roles */
    *d = (struct damage){.all = true};
}

void damage_all(struct damage *d) { d->all = true; }

/* What of the screen the command can touch. */
static struct ibox reach(const struct draw_cmd *c) {
    struct ibox b = c->box;
    if (c->kind == DRAW_TEXT) {
        int third = (b.h + 2) / 3;
        b = (struct ibox){b.x - third, b.y - third, b.w + 2 * third, b.h + 2 * third};
    }
    return ibox_and(b, c->clip);
}

/* The command without what only says how far it reaches: a fill that grows or a clip that wipes over a picture changes
 * only the cells at its edge. A picture's or text's place stays in. */
static uint64_t essence(const struct draw_cmd *c) {
    struct draw_cmd e = *c;
    e.clip = (struct ibox){0, 0, 0, 0};
    if (c->kind == DRAW_FILL) e.box = e.clip;
    return draw_cmd_hash(&e);
}

static void touch(struct damage *d, const struct draw_cmd *c) {
    struct ibox r = ibox_and(reach(c), (struct ibox){0, 0, d->w, d->h});
    if (ibox_empty(r)) return;
    uint64_t base = essence(c);
    int c0 = r.x / DAMAGE_CELL, c1 = (r.x + r.w - 1) / DAMAGE_CELL;
    int r0 = r.y / DAMAGE_CELL, r1 = (r.y + r.h - 1) / DAMAGE_CELL;
    for (int row = r0; row <= r1; row++) {
        for (int col = c0; col <= c1; col++) {
            struct ibox cell = {col * DAMAGE_CELL, row * DAMAGE_CELL, DAMAGE_CELL, DAMAGE_CELL};
            struct ibox part = ibox_and(r, cell);
            uint64_t where = (uint64_t)(part.x - cell.x) << 24 | (uint64_t)(part.y - cell.y) << 16 |
                             (uint64_t)part.w << 8 | (uint64_t)part.h;
            uint64_t *slot = &d->next[(size_t)row * (size_t)d->cols + (size_t)col];
            *slot = hash_u64(*slot, base + where * 0x9E3779B97F4A7C15ull);
        }
    }
}

static bool dirty(const struct damage *d, int col, int row) {
    size_t i = (size_t)row * (size_t)d->cols + (size_t)col;
    return d->all || d->cells[i] != d->next[i];
}

/* The next run of dirty cells of a row at or after *col. */
static bool next_run(const struct damage *d, int row, int *col, int *c0, int *c1) {
    while (*col < d->cols && !dirty(d, *col, row)) ++*col;
    if (*col >= d->cols) return false;
    *c0 = *col;
    while (*col < d->cols && dirty(d, *col, row)) ++*col;
    *c1 = *col;
    return true;
}

/* The rectangle (in cells) that a run of this row continues downwards, or NULL. */
static struct ibox *above(struct ibox *out, int n, int row, int c0, int c1) {
    for (int i = n - 1; i >= 0; i--)
        if (out[i].y + out[i].h == row && out[i].x == c0 && out[i].x + out[i].w == c1) return &out[i];
    return NULL;
}

/* One rectangle over all dirty cells of the rows from `row` on. */
static struct ibox rest(const struct damage *d, int row) {
    int x0 = d->cols, x1 = 0, y0 = d->rows, y1 = 0, c0, c1;
    for (int r = row; r < d->rows; r++) {
        for (int col = 0; next_run(d, r, &col, &c0, &c1);) {
            if (c0 < x0) x0 = c0;
            if (c1 > x1) x1 = c1;
            if (r < y0) y0 = r;
            y1 = r + 1;
        }
    }
    return (struct ibox){x0, y0, x1 - x0, y1 - y0};
}

/* Merges dirty cells into at most cap rectangles of cells. Returns how many, or, when they are more, -1 - the row whose
 * runs no longer fit; *n rectangles above that row are complete then. */
static int collect(const struct damage *d, struct ibox *out, int cap, int *n) {
    *n = 0;
    for (int row = 0; row < d->rows; row++) {
        int fresh = 0, c0, c1;
        for (int col = 0; next_run(d, row, &col, &c0, &c1);) fresh += above(out, *n, row, c0, c1) == NULL;
        if (*n + fresh > cap) return -1 - row;
        for (int col = 0; next_run(d, row, &col, &c0, &c1);) {
            struct ibox *up = above(out, *n, row, c0, c1);
            if (up) up->h++;
            else out[(*n)++] = (struct ibox){c0, row, c1 - c0, 1};
        }
    }
    return *n;
}

int damage_update(struct damage *d, const struct dlist *l, struct ibox *out, int cap) {
    if (!d->cells || cap < 1) {
        d->all = true;
        return 0;
    }
    memset(d->next, 0, sizeof *d->next * (size_t)d->cols * (size_t)d->rows);
    for (int i = 0; i < l->n; i++) touch(d, &l->cmds[i]);
    int n;
    if (collect(d, out, cap, &n) < 0) {
        int left = collect(d, out, cap - 1, &n); /* keep room for the rectangle that covers the rest */
        out[n++] = rest(d, -1 - left);
    }
    struct ibox screen = {0, 0, d->w, d->h};
    for (int i = 0; i < n; i++)
        out[i] = ibox_and(screen, (struct ibox){out[i].x * DAMAGE_CELL, out[i].y * DAMAGE_CELL, out[i].w * DAMAGE_CELL,
                                                out[i].h * DAMAGE_CELL});
    uint64_t *last = d->cells;
    d->cells = d->next;
    d->next = last;
    d->all = false;
    return n;
}
