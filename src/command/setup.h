/* setup.h - a pack, opened: where it is, its journey, facts and languages. */
#ifndef LK_COMMAND_SETUP_H
#define LK_COMMAND_SETUP_H
#include <command/host.h>

enum { SETUP_LANGUAGES = 16 };
struct setup {
    const struct host *host;
    struct arena arena;                  /* owns everything below */
    struct diag diag;                    /* what was wrong while opening */
    const char *pack;                    /* folder */
    const char *pack_cache, *user_cache; /* folders of baked pictures, or NULL */
    struct port_files files;
    struct port_fonts fonts;
    struct journey journey;
    struct facts facts;
    struct catalog catalogs[SETUP_LANGUAGES]; int ncatalogs;
    struct scene_deps deps;
    bool whole;                          /* journey, facts and catalogues are all right */
};
/* Finds and opens the pack: dir, else <exe>/../share/leopard-kiosk, else the folder of a development build. refs: told of
 * everything the journey refers to; may be NULL. False only when there is no pack at all; a part that is wrong is in diag
 * and stands empty, so that the kiosk still shows what it can. */
bool setup_open(struct setup *s, const struct host *h, const char *dir, const struct field_refs *refs);
void setup_close(struct setup *s);
/* Reads journey, facts and catalogues (again, into more of the arena). False when a part is wrong and now stands empty. */
bool setup_read(struct setup *s, const struct field_refs *refs);
/* The journey's languages have a catalogue but English. */
const struct catalog *setup_catalog(const struct setup *s, const char *lang);
/* Ids of all scene files, sorted; without journey and facts. */
const char **setup_scenes(struct setup *s, int *n);
#endif
