/* SPDX-License-Identifier: GPL-3.0-or-later */
/* route.h - which element an input belongs to: fingers are captured by the item they came down on (one finger an item),
 * keys go to the focused item. Hit testing and focus order are the semantic list of the frame the visitor saw. */
#ifndef LK_SCENE_ROUTE_H
#define LK_SCENE_ROUTE_H
#include <scene/element.h>

#define ROUTE_FINGERS 10
#define ROUTE_SLOP 12.0f             /* canvas units before a press becomes a drag */
/* dragged: left the slop (items that drag only: sliding inside a button is no drag). node NULL while down: a dead finger. */
struct route_finger { bool down; struct node *node; int item; struct vec2 start; struct box hit; bool dragged, drags, round; };
struct route {
    struct route_finger fingers[ROUTE_FINGERS];
    const char *focus_id;            /* id of the focused item, interned for the visit; NULL = no focus shown */
    char focus_name[96];             /* what focus_id points to */
    struct node *focus_node; int focus_item;
    struct vec2 last; bool touched;  /* where the last press was (touch ring), and whether one is down */
    int64_t press_at;
};
void route_init(struct route *r);
/* One event against the last frame's list. True when something reacted. A finger on an item that another finger holds, or on
 * a second item of an element while one of the two drags, is dead until it lifts (unless the kind is multi). Keys: NEXT/PREV
 * walk the focusable items of the topmost layer, arrows go to a focused slider or handle (NODE_KEY) and else walk, SELECT =
 * NODE_ACTIVATE. BACK and HOME are not handled (false). A kind without `event` answers NODE_ACTIVATE with its press actions. */
bool route_event(struct route *r, const struct ui_event *ev, const struct semlist *seen, struct env *e, struct effects *fx);
/* A scene goes: captured fingers are cancelled and stay dead until they lift. */
void route_drop(struct route *r, struct env *e, struct effects *fx);
#endif
