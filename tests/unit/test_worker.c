/* links: lk_plat */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thread beside the loop: it begins, it is told to end and does, and one that does not is not waited for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <plat/worker.h>

struct owner { struct worker th; bool quit, stuck, began; };     /* all guarded by its lock */

static int work(void *ctx) {
    struct owner *o = ctx;
    SDL_LockMutex(o->th.lock);
    o->began = true;
    SDL_CondBroadcast(o->th.news);
    while (!o->quit || o->stuck) SDL_CondWait(o->th.news, o->th.lock);
    SDL_UnlockMutex(o->th.lock);
    worker_done(&o->th);
    return 0;
}

static void begin(struct owner *o) {
    *o = (struct owner){0};
    assert_true(worker_begin(&o->th, work, "test", o));
    SDL_LockMutex(o->th.lock);
    while (!o->began) SDL_CondWait(o->th.news, o->th.lock);
    SDL_UnlockMutex(o->th.lock);
    assert_false(worker_is_done(&o->th));
}
static void say(struct owner *o, bool quit, bool stuck) {
    SDL_LockMutex(o->th.lock);
    o->quit = quit;
    o->stuck = stuck;
    SDL_CondBroadcast(o->th.news);
    SDL_UnlockMutex(o->th.lock);
}

static void ends(void **state) {
    (void)state;
    struct owner o;
    begin(&o);
    say(&o, true, false);
    assert_true(worker_end(&o.th, SDL_GetTicks64() + 60000));
    assert_true(!o.th.thread && !o.th.lock && !o.th.news);
    assert_true(worker_end(&o.th, 0));           /* an empty one */
}

static void is_not_waited_for(void **state) {
    (void)state;
    static struct owner o;                       /* its thread may outlive this */
    begin(&o);
    say(&o, true, true);
    Uint64 end = SDL_GetTicks64() + 50;
    assert_false(worker_end(&o.th, end));
    assert_true(SDL_GetTicks64() >= end && o.th.lock);
    say(&o, true, false);                        /* it goes on with what it needed */
    while (!worker_is_done(&o.th)) SDL_Delay(1);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(ends), cmocka_unit_test(is_not_waited_for)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
