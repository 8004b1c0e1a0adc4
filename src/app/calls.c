/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calls.c - the day, and which call to action is in force on it: what scenes may know of the partner are variables that
 * nobody else can set (SCENE_CALL_WORDS). */
#include <app/app_state.h>
#include <content/partners.h>

static void word(struct app *a, const char *name, const char *text) {
    vars_set(&a->vars, name, (struct value){.kind = VALUE_WORD, .word = text ? text : ""});
}

void calls_words(struct app *a) {
    const struct partner *p = a->call.partner;
    static const struct partner none = {0};
    word(a, "call", CALL_NAMES[a->call.kind]);
    word(a, "partner-kind", p ? PARTNER_KINDS[p->kind] : NULL);
    if (!p) p = &none;
    word(a, "partner-name", lang_text(&p->name, a->language));
    word(a, "partner-address", p->short_address);
    word(a, "partner-symbol", lang_text(&p->symbolic, a->language));
    word(a, "partner-money", lang_text(&p->use_of_money, a->language));
    word(a, "partner-money-year", p->use_of_money_on ? arena_strn(&a->frames[a->turn], p->use_of_money_on, 4) : NULL);
}

void calls_settle(struct app *a) {
    const char *before = a->call.why;
    const struct partners *p = a->deps.journey->partners;
    a->call = partners_call(&a->arena, p, a->deps.journey, a->today.year);
    a->view.partner = a->call.partner;
    if (a->call.why && !before && a->began)
        app_log(a, 1, "profile '%s' is not in force any more, 'pledge-only' is shown: %s", PROFILE_NAMES[p->profile], a->call.why);
    calls_words(a);
}

void app_today(struct app *a, struct date today) {
    struct date was = a->today;
    if (today.year == was.year && today.month == was.month && today.day == was.day) return;
    a->today = today;
    if (was.year) vars_new_day(&a->vars);
    if (today.year != was.year) calls_settle(a);
}

void app_reread(struct app *a) { calls_settle(a); }
