/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bake_pack.h - fills the cache folder of a pack, so that a kiosk finds there what it would else have to make. */
#ifndef LK_PLAT_BAKE_PACK_H
#define LK_PLAT_BAKE_PACK_H
#include <plat/image.h>

struct bake_wishes {
    const struct pic_spec *const *specs; const uint64_t *keys;
    int n, exact;             /* the first `exact` get their very pictures, all of them make the ladder (image.h) */
};
/* Makes the pictures with so many threads, where the folder does not have them yet; what else lies in the folder by the
 * name of a picture goes. Returns how many could not be made (each with a line in the log); -1 = no memory. */
int bake_pack(const struct port_files *files, struct port_log log, const char *folder, const struct bake_wishes *w, int threads);
#endif
