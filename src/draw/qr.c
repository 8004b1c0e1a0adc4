/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <draw/qr.h>
#include <qrcodegen/qrcodegen.h>

enum { VERSION_MAX = 10, BYTES = qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MAX) };
_Static_assert(QR_SIDE_MAX == VERSION_MAX * 4 + 17, "the largest version fits");

bool qr_make(struct qr *q, const char *text) {
    uint8_t work[BYTES], code[BYTES];
    *q = (struct qr){0};
    if (!text || !*text) return false;
    if (!qrcodegen_encodeText(text, work, code, qrcodegen_Ecc_MEDIUM, 1, VERSION_MAX, qrcodegen_Mask_AUTO, true)) return false;
    q->side = qrcodegen_getSize(code);
    for (int y = 0; y < q->side; y++)
        for (int x = 0; x < q->side; x++) q->dark[y][x] = qrcodegen_getModule(code, x, y);
    return true;
}

int qr_module(const struct qr *q, int px) { return q->side ? px / (q->side + 2 * QR_QUIET) : 0; }

void qr_draw(struct vec *v, const struct qr *q, float x, float y, float unit, rgba ink) {
    for (int row = 0; row < q->side; row++)
        for (int from = 0, to; from < q->side; from = to) {
            to = from + 1;
            if (!q->dark[row][from]) continue;
            while (to < q->side && q->dark[row][to]) to++;
            vec_rect(v, (struct box){x + (float)from * unit, y + (float)row * unit, (float)(to - from) * unit, unit});
        }
    vec_fill(v, ink);
}
