/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/film_file.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NAME "leopard-kiosk-films.so"
#ifndef LK_LIBDIR
#define LK_LIBDIR "lib"
#endif

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const struct film_library *loaded;

/* Beside the program (a build), or where an installation puts it. */
static bool find_module(char *out, size_t cap) {
    static const char *const places[] = {"%.*s/" NAME, "%.*s/../" LK_LIBDIR "/leopard-kiosk/" NAME};
    char exe[2048];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
    if (n <= 0) return false;
    exe[n] = 0;
    const char *slash = strrchr(exe, '/');
    for (size_t i = 0; slash && i < sizeof places / sizeof *places; i++) {
        snprintf(out, cap, places[i], (int)(slash - exe), exe);
        if (access(out, R_OK) == 0) return true;
    }
    return false;
}

bool film_built(void) {
    char path[4096];
    return find_module(path, sizeof path);
}

static void load(void) {
    char path[4096];
    void *module = find_module(path, sizeof path) ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    const struct film_library *l = module ? dlsym(module, FILM_LIBRARY) : NULL;
    if (l && l->version == FILM_VERSION) loaded = l;
}

const struct film_library *film_library(void) {
    pthread_once(&once, load);
    return loaded;
}
