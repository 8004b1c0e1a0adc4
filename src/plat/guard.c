/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <plat/guard.h>
#include <SDL.h>
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static SDL_atomic_t stop_asked;   /* the process has one stop */

static void stop_signals(sigset_t *set) {
    sigemptyset(set);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGHUP);
}

/* Waits for signals in a thread of its own: here, unlike in a handler, waking SDL is allowed. */
static void *watch(void *unused) {
    sigset_t set;
    int got;
    (void)unused;
    stop_signals(&set);
    while (sigwait(&set, &got) == 0) {
        if (SDL_AtomicSet(&stop_asked, 1)) {
            signal(got, SIG_DFL);
            pthread_sigmask(SIG_UNBLOCK, &set, NULL);
            raise(got);
        }
        SDL_Event wake = {.type = SDL_USEREVENT};
        if (SDL_WasInit(SDL_INIT_EVENTS)) SDL_PushEvent(&wake);
    }
    return NULL;
}

bool guard_start(void) {
    sigset_t set;
    pthread_t thread;
    stop_signals(&set);
    signal(SIGPIPE, SIG_IGN); /* a closed log pipe is no reason to stop */
    if (pthread_sigmask(SIG_BLOCK, &set, NULL) != 0) return false;
    if (pthread_create(&thread, NULL, watch, NULL) != 0) {
        pthread_sigmask(SIG_UNBLOCK, &set, NULL);
        return false;
    }
    pthread_detach(thread);
    return true;
}

bool guard_stop_asked(void) { return SDL_AtomicGet(&stop_asked) != 0; }
