/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assets_gate.h - the three gates behind asset_gate: one file, one format. Each adds exactly one line on refusal. */
#ifndef LK_CONTENT_ASSETS_GATE_H
#define LK_CONTENT_ASSETS_GATE_H
#include <content/assets.h>

#define GATE_SIDE 8192.0                        /* px */
#define GATE_AREA (16.0 * 1024 * 1024)          /* px: 4096 x 4096 */
#define GATE_SVG_BYTES ((size_t)512 << 10)
#define GATE_SVG_ELEMENTS 2000
#define GATE_SVG_DEPTH 32
#define GATE_JPEG_SCANS 64

/* Both sides within the caps; says so otherwise. */
bool gate_size(struct pos at, double w, double h, struct diag *d);
bool gate_png(const char *path, struct bytes in, struct asset_info *out, struct diag *d);
bool gate_jpeg(const char *path, struct bytes in, struct asset_info *out, struct diag *d);
bool gate_svg(const char *path, struct bytes in, struct asset_info *out, struct diag *d);
#endif
