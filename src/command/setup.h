/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setup.h - a pack, opened: where it is, its journey, facts and languages. */
#ifndef LK_COMMAND_SETUP_H
#define LK_COMMAND_SETUP_H
#include <command/host.h>
#include <content/site.h>

enum { SETUP_LANGUAGES = JOURNEY_LANGUAGES };
#define SETUP_NO_SCENE "(none)"        /* stands for the scenes of a journey that could not be read */
struct setup {
    const struct host *host;
    struct arena arena;                  /* owns everything below */
    struct diag diag;                    /* what was wrong while opening */
    const char *pack;                    /* folder */
    const char *pack_cache, *user_cache; /* folders of baked pictures, or NULL */
    struct port_files files;
    struct port_fonts fonts;
    struct journey journey;              /* empty when it has a fault: only the card is shown then */
    struct journey read;                 /* what could be read of it: for checking */
    struct facts facts;
    struct partners partners;
    const char *site_file;               /* the site's own settings, or NULL */
    struct site site;                    /* laid over journey and partners */
    struct catalog catalogs[SETUP_LANGUAGES]; int ncatalogs;
    const struct catalog *languages[SETUP_LANGUAGES];   /* the same, for scene_check */
    struct asset_book assets;
    struct scene_deps deps;
    bool english;                        /* journey, facts and partners are all right */
};
/* The folder of the program's own pack and of packaging/templates/, in the arena; NULL = neither installed nor a development build. */
const char *setup_home(const struct host *h, struct arena *a);
/* Finds and opens the pack: dir, else <exe>/../share/leopard-kiosk, else the folder of a development build. refs: told of
 * everything the journey refers to; may be NULL. False only when there is no pack at all; a part that is wrong is in diag,
 * and the kiosk shows what it can with what is right. */
bool setup_open(struct setup *s, const struct host *h, const char *dir, const struct field_refs *refs);
/* The same, with the settings of a site laid over the pack's: a path as setup_site gives it; NULL = none. */
bool setup_open_site(struct setup *s, const struct host *h, const char *dir, const char *site, const struct field_refs *refs);
/* Whose settings hold: the file that was named, else that of the user, else that of the machine; NULL = there is none. */
const char *setup_site(const struct host *h, const char *named);
void setup_close(struct setup *s);
/* Reads journey, facts, partners, site and catalogues (again, into more of the arena). False when something in them is wrong. */
bool setup_read(struct setup *s, const struct field_refs *refs);
/* Catalogue i anew, into more of the arena. False: the one that was there stays. */
bool setup_read_catalog(struct setup *s, int i);
/* The journey's languages have a catalogue but English. */
const struct catalog *setup_catalog(const struct setup *s, const char *lang);
/* Can anybody read it in this language, or in both of "ru+zh-Hans": of the journey's, or of those that nobody speaks (pseudo.h)?
 * False with a line on stderr in the name of the command. A journey that could not be read has none, and is not to blame. */
bool setup_speaks(const struct setup *s, const char *command, const char *lang);
/* Ids of all scene files, sorted; without journey and facts. */
const char **setup_scenes(struct setup *s, int *n);
#endif
