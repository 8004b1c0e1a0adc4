/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chip.h - a pill with one short text: names and results in the leap, labels on a map. */
#ifndef LK_SCENE_CHIP_H
#define LK_SCENE_CHIP_H
#include <scene/element.h>

enum chip_shape { CHIP_PILL /* paper pill with its shadow */, CHIP_PLATE /* soft dark plate, no edge */ };
struct chip {
    struct para para;
    struct vec2 text;      /* of the paragraph, from the chip's top left */
    float w, h;            /* of the chip; 0 = nothing to draw */
    uint64_t key;
    float margin;          /* the picture is larger by this on every side */
};
/* While arranging. max_w: widest chip. An empty text makes an empty chip. */
void chip_make(struct chip *c, struct env *e, const char *text, struct text_style style, enum chip_shape shape, rgba fill,
               float max_w);
/* The text becomes the element's item `part` with the role; returns it or NULL. */
struct sem_item *chip_draw(const struct chip *c, struct paint *p, struct node *n, const char *part, enum sem_role role,
                           float x, float y, float alpha);
/* Distance of the leftmost line from the paragraph's left edge, canvas units. */
float para_left(const struct para *p, const struct env *e);
/* How far a paragraph of a node that keeps its side moves to stand on that side as a block, its lines by the language; else 0. */
float para_kept(const struct para *p, const struct node *n, const struct env *e);
/* env_para, but on refusal the paragraph is empty and safe to draw. */
bool safe_para(struct env *e, const char *utf8, struct text_style style, float max_w, struct para *out);
/* Lays out a text that changes with every frame: like env_para, but it lives only as long as the frame. */
bool frame_para(struct env *e, const char *utf8, struct text_style style, float max_w, struct para *out);
#endif
