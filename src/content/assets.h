/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assets.h - what a picture file says of itself, before anything is decoded.
 *
 * The picture gate: PNG and JPEG structure, checksums and caps; SVG subset (paths, groups, flat fills, gradients) and caps.
 * See the rules P1-P4 of the reliability page: a file that passes cannot hang or bomb its decoder. */
#ifndef LK_CONTENT_ASSETS_H
#define LK_CONTENT_ASSETS_H
#include <base/map.h>
#include <port.h>

enum asset_kind { ASSET_PNG, ASSET_JPEG, ASSET_SVG };
struct asset_info { enum asset_kind kind; float w, h; /* pixels, or the SVG's viewBox size */ };
/* Reads only by magic bytes, never by the extension. One line in d on refusal. in: the whole file. */
bool asset_gate(const char *path, struct bytes in, struct asset_info *out, struct diag *d);
/* What pictures were found good, each with the stamp of its file: a file is read and judged once, not for every scene and each
 * time one begins. For one thread. */
struct asset_book { struct arena *a; struct map good; };
void asset_book_open(struct asset_book *b, struct arena *a);
/* Reads and gates assets/PATH. book: known from before, and noted (NULL = neither). */
bool asset_probe(struct arena *a, const struct port_files *files, struct asset_book *book, const char *path, struct asset_info *out, struct diag *d);
/* A font of the pack: TrueType or OpenType, whole by its own checksum. One line in d on refusal. */
#define FONT_MAX ((size_t)32 << 20)
bool font_gate(const char *path, struct bytes in, struct diag *d);
/* A sound: mono or stereo Ogg Vorbis of at most two minutes, every page whole by its checksum. One line in d on refusal. */
#define SOUND_MAX ((size_t)4 << 20)
bool sound_gate(const char *path, struct bytes in, struct diag *d);
bool sound_probe(struct arena *a, const struct port_files *files, const char *path, struct diag *d);   /* assets/PATH */
/* A PNG that passed the gate, reduced to IHDR, PLTE, tRNS, IDAT, IEND (compressed text and profiles cannot expand). */
struct bytes png_strip(struct arena *a, struct bytes in);
#endif
