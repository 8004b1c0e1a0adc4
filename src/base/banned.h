/* banned.h - force-included into every floor but plat: these names do not compile there. */
#ifndef LK_BASE_BANNED_H
#define LK_BASE_BANNED_H
#endif
