/* pot.c - the template for translators: every text of the pack, once. */
#include <command/command.h>

int command_pot(const struct host *h, int argc, char **argv) {
    (void)argc; (void)argv;
    complain(h, "pot: not yet");
    return EXIT_FAULT;
}
