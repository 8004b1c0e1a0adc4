/* main.c - the roof: wiring only. */
int main(void);
int main(void) { return 0; }
