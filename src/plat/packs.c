/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/packs.h>
#include <sodium.h>

_Static_assert(KEY_BYTES == crypto_sign_PUBLICKEYBYTES && SECRET_BYTES == crypto_sign_SECRETKEYBYTES &&
               SIGN_BYTES == crypto_sign_BYTES && HASH_BYTES == crypto_generichash_BYTES, "port.h and libsodium agree");

static void hash(struct bytes b, unsigned char out[HASH_BYTES]) { crypto_generichash(out, HASH_BYTES, b.p, b.n, NULL, 0); }
static bool keys(unsigned char pub[KEY_BYTES], unsigned char secret[SECRET_BYTES]) { return crypto_sign_keypair(pub, secret) == 0; }
static void sign(const unsigned char secret[SECRET_BYTES], struct bytes b, unsigned char out[SIGN_BYTES]) {
    crypto_sign_detached(out, NULL, b.p, b.n, secret);
}
static bool verify(const unsigned char pub[KEY_BYTES], struct bytes b, const unsigned char sign_bytes[SIGN_BYTES]) {
    return crypto_sign_verify_detached(sign_bytes, b.p, b.n, pub) == 0;
}

const struct port_packs *packs_port(void) {
    static const struct port_packs PORT = {
        .hash = hash, .keys = keys, .sign = sign, .verify = verify,
        .archive = archive_make, .unpack = unpack_open, .next = unpack_next, .read = unpack_read, .write = unpack_write,
        .close = unpack_close, .save = store_save, .save_secret = store_save_secret, .lock = store_lock, .unlock = store_unlock,
        .settle = store_settle, .remove = store_remove, .folders = store_folders};
    return sodium_init() >= 0 ? &PORT : NULL;
}
