/* links: lk_content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content_test.h"
#include "fresh.h"
#include <content/assets.h>

static bool gate(const void *p, size_t n, struct asset_info *out) {
    arena_reset(&arena);
    diag_init(&diag, &arena);
    unsigned char *exact = malloc(n ? n : 1); /* so that a read past the end is found */
    memcpy(exact, p, n);
    bool ok = asset_gate("assets/x", (struct bytes){exact, n}, out, &diag);
    free(exact);
    assert_int_equal(diag.errors, ok ? 0 : 1);
    return ok;
}

/* ---- PNG, written here byte by byte */

struct file {
    unsigned char p[4096];
    size_t n;
};

static void put(struct file *f, const void *p, size_t n) {
    assert_true(f->n + n <= sizeof f->p);
    memcpy(f->p + f->n, p, n);
    f->n += n;
}
static void put32(struct file *f, uint32_t v) {
    unsigned char b[4] = {(unsigned char)(v >> 24), (unsigned char)(v >> 16), (unsigned char)(v >> 8),
                          (unsigned char)v};
    put(f, b, 4);
}
static uint32_t crc(const unsigned char *p, size_t n) { /* bit by bit: another way than the gate's */
    uint32_t v = ~0u;
    for (size_t i = 0; i < n; i++)
        for (int k = 0; k < 8; k++) v = v >> 1 ^ (((v ^ (uint32_t)p[i] >> k) & 1u) ? 0xEDB88320u : 0u);
    return ~v;
}
static void chunk(struct file *f, const char *type, const void *data, size_t n) {
    put32(f, (uint32_t)n);
    size_t from = f->n;
    put(f, type, 4);
    put(f, data, n);
    put32(f, crc(f->p + from, n + 4));
}
static void head(struct file *f, uint32_t w, uint32_t h, int depth, int colour) {
    unsigned char d[13] = {(unsigned char)(w >> 24),
                           (unsigned char)(w >> 16),
                           (unsigned char)(w >> 8),
                           (unsigned char)w,
                           (unsigned char)(h >> 24),
                           (unsigned char)(h >> 16),
                           (unsigned char)(h >> 8),
                           (unsigned char)h,
                           (unsigned char)depth,
                           (unsigned char)colour,
                           0,
                           0,
                           0};
    f->n = 0;
    put(f, "\x89PNG\r\n\x1A\n", 8);
    chunk(f, "IHDR", d, 13);
}
/* one grey pixel: zlib stream of one stored block {filter 0, value 0x80} */
static const unsigned char PIXEL[] = {0x78, 0x01, 0x01, 0x02, 0x00, 0xFD, 0xFF, 0x00, 0x80, 0x00, 0x82, 0x00, 0x81};

static struct file tiny(void) {
    struct file f;
    head(&f, 1, 1, 8, 0);
    chunk(&f, "tEXt", "Comment\0hello", 13);
    chunk(&f, "tRNS", "\0\1", 2);
    chunk(&f, "IDAT", PIXEL, 6);
    chunk(&f, "IDAT", PIXEL + 6, 7);
    chunk(&f, "IEND", "", 0);
    return f;
}

static void png_passes_and_strips(void **state) {
    (void)state;
    struct file f = tiny();
    struct asset_info info;
    assert_true(gate(f.p, f.n, &info));
    assert_int_equal(info.kind, ASSET_PNG);
    assert_true(info.w == 1 && info.h == 1);
    struct bytes s = png_strip(&arena, (struct bytes){f.p, f.n});
    assert_int_equal(s.n, f.n - 25); /* without tEXt, the first chunk after the header */
    assert_memory_equal(s.p, f.p, 33);
    assert_memory_equal(s.p + 33, f.p + 33 + 25, s.n - 33);
    struct file copy = {.n = 0};
    put(&copy, s.p, s.n);
    assert_true(gate(copy.p, copy.n, &info));
    arena.fail_at = 1;
    assert_null(png_strip(&arena, (struct bytes){f.p, f.n}).p);
}

static void png_cut_or_flipped_never_passes(void **state) {
    (void)state;
    struct file f = tiny();
    struct asset_info info;
    for (size_t n = 0; n < f.n; n++) assert_false(gate(f.p, n, &info));
    for (size_t bit = 0; bit < f.n * 8; bit++) {
        f.p[bit / 8] ^= (unsigned char)(1u << bit % 8);
        assert_false(gate(f.p, f.n, &info));
        f.p[bit / 8] ^= (unsigned char)(1u << bit % 8);
    }
    put(&f, "", 1);
    assert_false(gate(f.p, f.n, &info));
    assert_string_equal(diag_all(&arena, &diag),
                        "assets/x: damaged PNG: bytes after its end (copy or export it again)");
}

static const char *png_fault(struct file *f) {
    struct asset_info info;
    if (gate(f->p, f->n, &info)) return "";
    return diag.first->text;
}

static void png_sizes(void **state) {
    (void)state;
    struct file f;
    static const struct {
        uint32_t w, h;
        bool ok;
    } rows[] = {
        {1, 1, true},  {8192, 2048, true}, {4096, 4096, true},    {8193, 1, false},        {4096, 4097, false},
        {0, 1, false}, {1, 0, false},      {30000, 30000, false}, {0xFFFFFFFFu, 1, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        head(&f, rows[i].w, rows[i].h, 8, 2);
        chunk(&f, "IDAT", PIXEL, sizeof PIXEL);
        chunk(&f, "IEND", "", 0);
        assert_int_equal(strcmp(png_fault(&f), "") == 0, rows[i].ok);
    }
    head(&f, 30000, 30000, 8, 2);
    chunk(&f, "IDAT", PIXEL, sizeof PIXEL);
    assert_string_equal(png_fault(&f),
                        "picture of 30000 x 30000 pixels is too large (make it smaller: at most 8192 a side and 16 million in all)");
}

static void png_order(void **state) {
    (void)state;
    /* one letter a chunk: H IHDR, P PLTE of 2 colours, t tRNS of 1 byte, D IDAT, d empty IDAT, E IEND, x text, X
     * unknown */
    static const struct {
        const char *chunks;
        int depth, colour;
        const char *fault;
    } rows[] = {
        {"HPtDDxE", 1, 3, ""},
        {"HDE", 8, 6, ""},
        {"DHE", 8, 0, "header is missing"},
        {"HHDE", 8, 0, "second header"},
        {"HDxDE", 8, 0, "picture data in several places"},
        {"HE", 8, 0, "picture data are missing"},
        {"HdE", 8, 0, "picture data are missing"},
        {"HD", 8, 0, "cut off"},
        {"HDEE", 8, 0, "bytes after its end"},
        {"HXDE", 8, 0, "unknown chunk that it says is needed"},
        {"HDE", 8, 3, "palette is missing"},
        {"HPDE", 8, 0, "wrong palette"},
        {"HPPDE", 8, 3, "palette in a wrong place"},
        {"HDPE", 8, 2, "palette in a wrong place"},
        {"HtPDE", 8, 3, "wrong transparency"},
        {"HPtDE", 8, 6, "wrong transparency"},
        {"HPDtE", 8, 3, "transparency in a wrong place"},
        {"HDE", 2, 6, "no such bit depth and colour type"},
        {"HDE", 16, 3, "no such bit depth and colour type"},
        {"HDE", 8, 5, "no such bit depth and colour type"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct file f;
        head(&f, 1, 1, rows[i].depth, rows[i].colour);
        if (rows[i].chunks[0] != 'H') f.n = 8;
        for (const char *c = rows[i].chunks + (rows[i].chunks[0] == 'H'); *c; c++) {
            if (*c == 'H') chunk(&f, "IHDR", "\0\0\0\1\0\0\0\1\10\0\0\0\0", 13);
            if (*c == 'P') chunk(&f, "PLTE", "abcdef", 6);
            if (*c == 't') chunk(&f, "tRNS", "a", 1);
            if (*c == 'D') chunk(&f, "IDAT", PIXEL, sizeof PIXEL);
            if (*c == 'd') chunk(&f, "IDAT", "", 0);
            if (*c == 'E') chunk(&f, "IEND", "", 0);
            if (*c == 'x') chunk(&f, "tEXt", "a\0b", 3);
            if (*c == 'X') chunk(&f, "ABCD", "", 0);
        }
        const char *fault = png_fault(&f);
        const char *want =
            *rows[i].fault ? arena_printf(&arena, "damaged PNG: %s (copy or export it again)", rows[i].fault) : "";
        assert_string_equal(fault, want);
    }
}

/* ---- JPEG */

static void segment(struct file *f, int marker, const void *p, size_t n) {
    unsigned char b[4] = {0xFF, (unsigned char)marker, (unsigned char)((n + 2) >> 8), (unsigned char)(n + 2)};
    put(f, b, 4);
    put(f, p, n);
}
static const unsigned char FRAME1[] = {8, 0, 20, 0, 30, 1, 1, 0x11, 0};
static const unsigned char SCAN1[] = {1, 1, 0, 0, 63, 0}, SCAN2[] = {1, 1, 0, 0, 0, 0}; /* whole, or the first of several */
static const unsigned char QUANT[65] = {0}, DC[18] = {0x00, 1, [17] = 3}, AC[19] = {0x10, 0, 2, [17] = 1, 2};

static void tables(struct file *f) {
    segment(f, 0xDB, QUANT, sizeof QUANT);
    segment(f, 0xC4, DC, sizeof DC);
    segment(f, 0xC4, AC, sizeof AC);
}

static struct file small_jpeg(void) {
    struct file f = {.n = 0};
    put(&f, "\xFF\xD8", 2);
    segment(&f, 0xE0, "JFIF\0\1\1\0\0\1\0\1\0\0", 14);
    tables(&f);
    segment(&f, 0xC0, FRAME1, sizeof FRAME1);
    segment(&f, 0xDA, SCAN1, sizeof SCAN1);
    put(&f, "\x12\xFF\x00\x34\xFF\xD0\x56", 7);
    put(&f, "\xFF\xD9", 2);
    return f;
}

static void jpeg_passes(void **state) {
    (void)state;
    struct file f = small_jpeg();
    struct asset_info info;
    assert_true(gate(f.p, f.n, &info));
    assert_int_equal(info.kind, ASSET_JPEG);
    assert_true(info.w == 30 && info.h == 20);
    for (size_t n = 0; n < f.n; n++) assert_false(gate(f.p, n, &info));
    for (size_t bit = 0; bit < f.n * 8; bit++) { /* no checksum: only that it ends and reads nothing outside */
        f.p[bit / 8] ^= (unsigned char)(1u << bit % 8);
        gate(f.p, f.n, &info);
        f.p[bit / 8] ^= (unsigned char)(1u << bit % 8);
    }
    put(&f, "x", 1);
    assert_false(gate(f.p, f.n, &info));
    assert_string_equal(diag.first->text, "damaged JPEG: bytes after its end (copy or export it again)");
}

static void jpeg_refuses(void **state) {
    (void)state;
    static const struct {
        int marker;
        unsigned char frame[9];
        int scans;
        const char *fault;
    } rows[] = {
        {0xC2, {8, 0, 20, 0, 30, 1, 1, 0x11, 0}, 64, ""},
        {0xC2, {8, 0, 20, 0, 30, 1, 1, 0x11, 0}, 65, "damaged JPEG: more than 64 scans (copy or export it again)"},
        {0xC1, {8, 0, 20, 0, 30, 1, 1, 0x11, 0}, 0, "damaged JPEG: picture data are missing (copy or export it again)"},
        {0xC9,
         {8, 0, 20, 0, 30, 1, 1, 0x11, 0},
         1,
         "damaged JPEG: a kind of coding that is not read (copy or export it again)"},
        {0xC0, {12, 0, 20, 0, 30, 1, 1, 0x11, 0}, 1, "JPEG of 12 bits and 1 colours (export it as 8 bit RGB or grey)"},
        {0xC0, {8, 0, 20, 0, 30, 4, 1, 0x11, 0}, 1, "JPEG of 8 bits and 4 colours (export it as 8 bit RGB or grey)"},
        {0xC0, {8, 0, 20, 0, 30, 3, 1, 0x11, 0}, 1, "damaged JPEG: frame of a wrong length (copy or export it again)"},
        {0xC0, {8, 0, 0, 0, 30, 1, 1, 0x11, 0}, 1, "picture of 30 x 0 pixels has no area (export it again)"},
        {0xC0,
         {8, 0x20, 1, 0, 30, 1, 1, 0x11, 0},
         1,
         "picture of 30 x 8193 pixels is too large (make it smaller: at most 8192 a side and 16 million in all)"},
        {0xFE, {0}, 1, "damaged JPEG: scan before the frame (copy or export it again)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct file f = {.n = 0};
        struct asset_info info;
        put(&f, "\xFF\xD8", 2);
        tables(&f);
        segment(&f, rows[i].marker, rows[i].frame, 9);
        for (int k = 0; k < rows[i].scans; k++) segment(&f, 0xDA, rows[i].marker == 0xC2 ? SCAN2 : SCAN1, sizeof SCAN1);
        put(&f, "\xFF\xD9", 2);
        bool ok = gate(f.p, f.n, &info);
        assert_string_equal(ok ? "" : diag.first->text, rows[i].fault);
    }
    struct file f = small_jpeg();
    struct asset_info info;
    f.n -= 2;
    segment(&f, 0xC0, FRAME1, sizeof FRAME1);
    put(&f, "\xFF\xD9", 2);
    assert_false(gate(f.p, f.n, &info));
    assert_string_equal(diag.first->text, "damaged JPEG: second frame (copy or export it again)");
}

/* A decoder stops at each of these: it must not be the first to find them. */
static void jpeg_tables(void **state) {
    (void)state;
    static const struct {
        int marker;
        size_t n;
        unsigned char p[24];
        const char *fault;
    } rows[] = {
        {0xDB, 65, {0x04}, "wrong quantisation table"},
        {0xDB, 65, {0x20}, "wrong quantisation table"},
        {0xDB, 64, {0}, "wrong quantisation table"},
        {0xC4, 18, {0x04, 1}, "wrong code table"},
        {0xC4, 18, {0x20, 1}, "wrong code table"},
        {0xC4, 18, {0x00, 1, [17] = 16}, "wrong code table"},     /* a difference of 16 bits */
        {0xC4, 19, {0x00, 2, [17] = 1, 2}, "wrong code table"},   /* two codes of one bit: one would be all ones */
        {0xC4, 18, {0x00, 0, 0, 9}, "wrong code table"},
        {0xC4, 17, {0x00, 1}, "wrong code table"},
        {0xDD, 3, {0}, "wrong restart interval"},
        {0xC0, 9, {8, 0, 20, 0, 30, 1, 1, 0x01, 0}, "wrong sampling"},
        {0xC0, 9, {8, 0, 20, 0, 30, 1, 1, 0x15, 0}, "wrong sampling"},
        {0xC0, 9, {8, 0, 20, 0, 30, 1, 1, 0x11, 4}, "wrong sampling"},
        {0xC0, 9, {8, 0, 20, 0, 30, 1, 1, 0x11, 1}, "wrong scan"},  /* a table that never came */
        {0xC0, 15, {8, 0, 20, 0, 30, 3, 1, 0x11, 0, 2, 0x11, 0, 2, 0x11, 0}, "a colour twice"},
    };
    static const unsigned char scans[][6] = {
        {1, 2, 0, 0, 63, 0}, {1, 1, 0x10, 0, 63, 0}, {1, 1, 0x01, 0, 63, 0}, {1, 1, 0x40, 0, 63, 0}};
    static const unsigned char parts[][6] = {{1, 1, 0, 0, 5, 0}, {1, 1, 0, 5, 2, 0}, {1, 1, 0, 5, 64, 0}, {1, 1, 0, 0, 0, 0x0E}, {1, 1, 0, 0, 0, 0x31}};
    size_t all = sizeof rows / sizeof *rows, whole = sizeof scans / sizeof *scans, more = sizeof parts / sizeof *parts;
    for (size_t i = 0; i < all + whole + more; i++) {
        struct file f = {.n = 0};
        struct asset_info info;
        unsigned char wide[65] = {0};
        put(&f, "\xFF\xD8", 2);
        tables(&f);
        if (i < all) memcpy(wide, rows[i].p, sizeof rows[i].p);
        if (i < all) segment(&f, rows[i].marker, wide, rows[i].n);
        if (i >= all || rows[i].marker != 0xC0) segment(&f, i < all + whole ? 0xC0 : 0xC2, FRAME1, sizeof FRAME1);
        segment(&f, 0xDA, i < all ? SCAN1 : i < all + whole ? scans[i - all] : parts[i - all - whole], 6);
        put(&f, "\xFF\xD9", 2);
        assert_false(gate(f.p, f.n, &info));
        assert_string_equal(diag.first->text,
                            arena_printf(&arena, "damaged JPEG: %s (copy or export it again)", i < all ? rows[i].fault : "wrong scan"));
    }
}

static void jpeg_turned(void **state) {
    (void)state;
    struct file s = small_jpeg(), f = {.n = 0};
    struct asset_info info;
    put(&f, s.p, 2);
    segment(&f, 0xE1, "Exif\0\0MM\0*\0\0\0\10\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0", 32);
    put(&f, s.p + 2, s.n - 2);
    assert_true(gate(f.p, f.n, &info));
    assert_int_equal(diag.warnings, 1);
    assert_string_equal(diag_all(&arena, &diag),
                        "assets/x: warning: the camera's orientation 6 is not read (turn the picture and save it)");
}

/* ---- SVG */

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100.5\">"

static void svg_passes(void **state) {
    (void)state;
    static const char *const rows[] = {
        SVG "</svg>",
        "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a > b -->\n" SVG
        "<g id='a'><path d=\"M0 0\" style=\"fill:red\"/>"
        "<rect clip-path=\"none\"/></g><defs><radialGradient id=\"g\"><stop offset=\"0\"/></radialGradient></defs>"
        "<title>Леопард</title></svg>\n<!-- end -->\n",
        SVG "<metadata><rdf:RDF xmlns:rdf='x'><text>free</text></rdf:RDF></metadata><path/></svg>",
        "<svg viewBox='0,0, 200\n100.5'/>",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct asset_info info;
        assert_true(gate(rows[i], strlen(rows[i]), &info));
        assert_int_equal(info.kind, ASSET_SVG);
        assert_true(info.w == 200 && info.h == 100.5f);
        for (size_t n = 0; n < strlen(rows[i]); n++) /* cut before the root has ended: never */
            if (!strstr(rows[i] + n, "<!-- end") && n <= strlen(rows[i]) - 1 && rows[i][n] != '\n')
                assert_false(gate(rows[i], n, &info));
    }
}

static void svg_refuses(void **state) {
    (void)state;
    static const struct {
        const char *text, *line;
    } rows[] = {
        {SVG "\n <text>6 m</text></svg>", "assets/x:2:2: element 'text' is not drawn (turn it into paths)"},
        {SVG "\n\nлеопард<use/></svg>", "assets/x:3:8: element 'use' is not drawn (write the shape out)"},
        {SVG "<style>a{}</style></svg>",
         "assets/x:1:65: element 'style' is not drawn (write fill and stroke at each shape)"},
        {SVG "\n<clipPath/></svg>",
         "assets/x:2:1: element 'clipPath' is not drawn (use paths, groups, flat fills and gradients)"},
        {SVG "\n<mask/></svg>",
         "assets/x:2:1: element 'mask' is not drawn (use paths, groups, flat fills and gradients)"},
        {SVG "\n<filter/></svg>",
         "assets/x:2:1: element 'filter' is not drawn (use paths, groups, flat fills and gradients)"},
        {SVG "\n<pattern/></svg>",
         "assets/x:2:1: element 'pattern' is not drawn (use paths, groups, flat fills and gradients)"},
        {SVG "\n<script/></svg>",
         "assets/x:2:1: element 'script' is not drawn (use paths, groups, flat fills and gradients)"},
        {SVG "\n<sodipodi:namedview/></svg>",
         "assets/x:2:1: element 'sodipodi:namedview' is not drawn (save it as plain SVG)"},
        {SVG "\n<g><svg/></g></svg>", "assets/x:2:4: 'svg' inside the drawing (use a group)"},
        {SVG "\n<path mask=\"url(#m)\"/></svg>", "assets/x:2:1: attribute 'mask' is not drawn (cut the shape itself)"},
        {"<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n" SVG "</svg>",
         "assets/x:2:1: DOCTYPE, ENTITY or CDATA (delete it)"},
        {SVG "<![CDATA[x]]></svg>", "assets/x:1:65: DOCTYPE, ENTITY or CDATA (delete it)"},
        {SVG "\n<?php ?></svg>", "assets/x:2:1: processing instruction (delete it)"},
        {SVG "\n<g></svg>", "assets/x:2:4: '</svg>' comes before '</g>' (close what was opened last)"},
        {SVG "\n<g>", "assets/x:2:4: drawing is cut off (copy or export it again)"},
        {SVG "</svg>\n<g/>", "assets/x:2:1: something after the end of the drawing (delete it)"},
        {"<svg viewBox=\"0 0 1 1\"/>\nxyz", "assets/x:2:1: text outside of the drawing (delete it)"},
        {"<g/>", "assets/x:1:1: not one 'svg' element (save one drawing a file)"},
        {"<html></html>", "assets/x:1:1: not one 'svg' element (save one drawing a file)"},
        {SVG "\n<path d=M0/></svg>", "assets/x:2:1: attribute without quotes (name=\"value\")"},
        {SVG "\n<path d=\"M0/></svg>", "assets/x:2:1: attribute is never closed (add the quote)"},
        {SVG "\n<path", "assets/x:2:1: tag is never closed (add '>')"},
        {SVG "\n<!-- ", "assets/x:2:1: comment is never closed (add '-->')"},
        {SVG "\n\x01</svg>", "assets/x:2:1: control character (save the file as plain SVG in UTF-8)"},
        {SVG "\nab\xFF</svg>", "assets/x:2:3: not UTF-8 (save the file as plain SVG in UTF-8)"},
        {"<svg width=\"3\" height=\"4\"/>",
         "assets/x:1:1: no viewBox (add viewBox=\"0 0 WIDTH HEIGHT\" to the 'svg' element)"},
        {"<svg viewBox=\"0 0 1e3 nan\"/>", "assets/x:1:1: viewBox is not four plain numbers (like \"0 0 1920 1080\")"},
        {"<svg viewBox=\"0 0 1\"/>", "assets/x:1:1: viewBox is not four plain numbers (like \"0 0 1920 1080\")"},
        {"<svg viewBox=\"0 0 0 5\"/>", "assets/x:1:1: viewBox has no usable size (width and height are more than 0 and at most 1000000)"},
        {"BM", "assets/x: not a PNG, JPEG or SVG picture, whatever its name (export it as one)"},
        {"", "assets/x: picture file is empty (copy it again)"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct asset_info info;
        assert_false(gate(rows[i].text, strlen(rows[i].text), &info));
        assert_string_equal(diag_all(&arena, &diag), rows[i].line);
    }
}

static void svg_caps(void **state) {
    (void)state;
    struct asset_info info;
    char *text = malloc(600 << 10), *p;
    for (int levels = 31; levels <= 32; levels++) { /* the root is the first level */
        p = text + sprintf(text, SVG);
        for (int i = 0; i < levels; i++) p += sprintf(p, "<g>");
        for (int i = 0; i < levels; i++) p += sprintf(p, "</g>");
        strcpy(p, "</svg>");
        assert_int_equal(gate(text, strlen(text), &info), levels == 31);
    }
    assert_string_equal(diag.first->text, "more than 32 levels of groups (ungroup some)");
    for (int count = 1999; count <= 2000; count++) {
        p = text + sprintf(text, SVG);
        for (int i = 0; i < count; i++) p += sprintf(p, "<path/>");
        strcpy(p, "</svg>");
        assert_int_equal(gate(text, strlen(text), &info), count == 1999);
    }
    assert_string_equal(diag.first->text, "more than 2000 elements (simplify the drawing)");
    p = text + sprintf(text, SVG "<!--");
    memset(p, 'x', 530000);
    strcpy(p + 530000, "--></svg>");
    assert_false(gate(text, strlen(text), &info));
    assert_true(strstr(diag.first->text, "is too large") != NULL);
    free(text);
}

/* Random damage: ends, reads nothing outside, says one line. */
static void damage(void **state) {
    (void)state;
    const char *good =
        "<?xml version=\"1.0\"?>" SVG "<g a='b'><path d=\"M0\"/><!-- x --></g><metadata><x:y/></metadata></svg>";
    char text[512];
    uint32_t seed = 3;
    for (int i = 0; i < 20000; i++) {
        size_t n = strlen(good);
        memcpy(text, good, n);
        for (int k = 0; k < 2; k++) {
            seed = seed * 1664525u + 1013904223u;
            text[(seed >> 8) % n] = "<>/='\"! -?gsx\xC3"[(seed >> 24) % 14];
        }
        struct asset_info info;
        gate(text, n, &info);
    }
}

static void probe_reads_below_assets(void **state) {
    (void)state;
    struct file f = tiny();
    struct port_files files = MEM_FILES({"assets/a/b.png", f.p, f.n}, MEM_TEXT("assets/c.png", "GIF89a"));
    struct asset_info info;
    assert_true(asset_probe(&arena, &files, NULL, "a/b.png", &info, &diag));
    assert_int_equal(info.kind, ASSET_PNG);
    assert_false(asset_probe(&arena, &files, NULL, "c.png", &info, &diag));
    assert_false(asset_probe(&arena, &files, NULL, "none.png", &info, &diag));
    assert_string_equal(diag_all(&arena, &diag),
                        "assets/c.png: not a PNG, JPEG or SVG picture, whatever its name (export it "
                        "as one)\nassets/none.png: file is missing");
}

/* A file is judged once for as long as its stamp stays; what was refused is judged each time. */
static uint64_t stamp_now;
static int reads;
static uint64_t tell_stamp(void *ctx, const char *path) { (void)ctx; (void)path; return stamp_now; }
static struct port_files below;
static bool count_read(void *ctx, const char *path, size_t cap, struct arena *a, struct bytes *out, struct diag *d) {
    reads++;
    return below.read(ctx, path, cap, a, out, d);
}

static void judged_once(void **state) {
    (void)state;
    struct file f = tiny();
    below = MEM_FILES({"assets/b.png", f.p, f.n}, MEM_TEXT("assets/c.png", "GIF89a"));
    struct port_files files = below;
    files.read = count_read;
    files.stamp = tell_stamp;
    struct asset_book book;
    struct asset_info info, again;
    asset_book_open(&book, &arena);
    reads = 0, stamp_now = 7;
    assert_true(asset_probe(&arena, &files, &book, "b.png", &info, &diag) && asset_probe(&arena, &files, &book, "b.png", &again, &diag));
    assert_int_equal(reads, 1);
    assert_true(again.w == info.w && again.h == info.h && again.kind == info.kind && info.w > 0);
    stamp_now = 8;                                       /* the file was changed: anew, once */
    for (int i = 0; i < 2; i++) assert_true(asset_probe(&arena, &files, &book, "b.png", &again, &diag));
    assert_int_equal(reads, 2);
    for (int i = 0; i < 2; i++) assert_false(asset_probe(&arena, &files, &book, "c.png", &again, &diag));
    assert_int_equal(reads, 4);
    stamp_now = 0;                                       /* nobody can tell */
    for (int i = 0; i < 2; i++) assert_true(asset_probe(&arena, &files, &book, "b.png", &again, &diag));
    assert_int_equal(reads, 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        FRESH(png_passes_and_strips),
        FRESH(png_cut_or_flipped_never_passes),
        FRESH(png_sizes),
        FRESH(png_order),
        FRESH(jpeg_passes),
        FRESH(jpeg_refuses),
        FRESH(jpeg_tables),
        FRESH(jpeg_turned),
        FRESH(svg_passes),
        FRESH(svg_refuses),
        FRESH(svg_caps),
        FRESH(damage),
        FRESH(probe_reads_below_assets),
        FRESH(judged_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
