/* SPDX-License-Identifier: GPL-3.0-or-later */
/* image.h - how a wish of a picset becomes pixels.
 *
 * Looked for in this order: the pack's cache folder (shipped, read only: NAME.lkp or NAME.png), the user's cache folder
 * (written on demand: NAME.lkp), and else made: a vec program is baked; an asset is read through the picture gate, decoded,
 * scaled and coloured. NAME = 16 hex digits: the wish's key, for an asset mixed with the content of its file, so that a
 * changed drawing is never shown from a cache. A folder filled as a user's cache serves as a pack's.
 *
 * Where no SVG may be parsed the ladder of baked PNGs in the pack's cache stands in, HASH-W.png (hash of the asset's path,
 * width in px): the smallest that is wide enough, else the widest. The drawing's own file may be missing then. What is made of
 * a rung has a NAME of its own in the user's cache, mixed with the rung's content.
 *
 * What cannot be made becomes a quiet placeholder and one line in the log, said once. Calls may come from any thread. */
#ifndef LK_PLAT_IMAGE_H
#define LK_PLAT_IMAGE_H
#include <draw/picset.h>
#include <plat/picture.h>
#include <port.h>

#define IMAGE_SVG_SIDE_MAX 4096
#define IMAGE_USER_CACHE_BYTES (512ll << 20)   /* the oldest files go when it is larger at start */

struct images_options {
    const struct port_files *files;   /* the pack; assets are read as assets/PATH. Borrowed; read from several threads */
    const char *pack_cache;           /* folders; NULL = none; copied */
    const char *user_cache;
    bool allow_svg;                   /* SVG is parsed where the caches do not have it; the ladder is passed by */
    struct port_log log;
};
struct images;
struct images *images_open(const struct images_options *o);   /* NULL = no memory */
void images_close(struct images *im);                         /* NULL allowed; no call may be running */
/* Always fills out (out->failed: with a placeholder). */
void images_make(struct images *im, uint64_t key, const struct pic_spec *spec, struct picture *out);
/* The NAME of a wish in the caches; 0 = it is not kept there (small shapes are made faster than a file is found). */
uint64_t images_name(struct images *im, uint64_t key, const struct pic_spec *spec);
/* The bake step: rasterises an asset at w x h into folder/HASH-W.png. Needs allow_svg for SVG. False with one log line. */
bool images_bake(struct images *im, const char *path, int w, int h, const char *folder);
#endif
