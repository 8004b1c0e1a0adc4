/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <plat/film_file.h>
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
#include <stdlib.h>
#include <unistd.h>

/* Containers that hold one file's own streams and refer to nothing outside; codecs that Debian decodes. */
#define CONTAINERS "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi"
#define DECODERS "h264,vp8,vp9,libdav1d,av1,mjpeg,aac,mp3float,mp3,opus,vorbis,pcm_s16le,pcm_s16be,pcm_u8"
#define NO_SAMPLE INT64_MIN
enum {
    BLOCK = 32 << 10, PROBE = 2 << 20, STREAMS = 16,
    IDLE_PACKETS = 400,          /* packets of the film without a picture: something is wrong */
    STEP_LEAST_US = 33000,       /* a film of more pictures a second shows every second one */
    SHORT_MS = 500,              /* the last picture may come so much before the end that the file names */
    CHUNK_MOST = 4 * FILM_RATE,  /* samples that one packet may give */
    LATEST = (FILM_SECONDS + 10) * FILM_RATE,
    GRACE = 4                    /* packets after a jump that may need what came before them */
};

struct film_file {
    int fd; int64_t size, at;
    int64_t left;                /* bytes that may still be read before the next seek: hostile indexes send a reader in circles */
    const atomic_bool *stop;
    AVIOContext *io;
    AVFormatContext *in;
    AVCodecContext *codec;
    AVStream *st;
    AVPacket *packet;
    AVFrame *picture;
    struct SwsContext *scaler;
    struct film_info info;
    int last_ms;                 /* of the last picture, -1 = none yet */
    bool fed_all;
    /* of a reader of sound alone */
    struct SwrContext *resampler;
    int rate, format, channels;  /* that it was made for */
    int16_t *pcm; int room;
    int64_t zero, sample;        /* the film's beginning; the next sample, NO_SAMPLE = as its packet says */
    int grace;
};

/* ---- reading */
static bool stopped(const struct film_file *f) { return f->stop && atomic_load(f->stop); }
static int interrupted(void *ctx) { return stopped(ctx); }

static int read_some(void *ctx, uint8_t *to, int n) {
    struct film_file *f = ctx;
    if (stopped(f) || f->left <= 0) return AVERROR_EXIT;
    ssize_t got = n > 0 && f->at < f->size ? pread(f->fd, to, (size_t)n, f->at) : 0;
    if (got < 0) return AVERROR(EIO);
    if (got == 0) return AVERROR_EOF;
    f->at += got;
    f->left -= got;
    return (int)got;
}

static int64_t seek_to(void *ctx, int64_t offset, int whence) {
    struct film_file *f = ctx;
    whence &= ~AVSEEK_FORCE;
    if (whence == AVSEEK_SIZE) return f->size;
    if (whence == SEEK_CUR) offset += f->at;
    if (whence == SEEK_END) offset += f->size;
    if (offset < 0 || offset > f->size) return AVERROR(EINVAL);
    f->left -= BLOCK / 8;                /* seeking to and fro is no way to read for ever either */
    return f->at = offset;
}

static void new_budget(struct film_file *f) { f->left = 3 * f->size + 2 * PROBE; }

static bool open_container(struct film_file *f) {
    unsigned char *block = av_malloc(BLOCK);
    f->io = block ? avio_alloc_context(block, BLOCK, 0, f, read_some, NULL, seek_to) : NULL;
    if (!f->io) av_free(block);
    f->in = f->io ? avformat_alloc_context() : NULL;
    if (!f->in) return false;
    f->in->pb = f->io;
    f->in->interrupt_callback = (AVIOInterruptCB){interrupted, f};
    f->in->probesize = PROBE;
    f->in->max_streams = STREAMS;
    AVDictionary *o = NULL;
    av_dict_set(&o, "format_whitelist", CONTAINERS, 0);
    av_dict_set(&o, "codec_whitelist", DECODERS, 0);
    av_dict_set(&o, "protocol_whitelist", "none", 0);
    bool good = avformat_open_input(&f->in, "", NULL, &o) == 0;      /* frees f->in when it fails */
    av_dict_free(&o);
    return good;
}

/* ---- what is let in */
static bool known_codec(enum AVCodecID id) {
    return id == AV_CODEC_ID_H264 || id == AV_CODEC_ID_VP8 || id == AV_CODEC_ID_VP9 || id == AV_CODEC_ID_AV1 || id == AV_CODEC_ID_MJPEG;
}

static bool known_sound(enum AVCodecID id) {
    return id == AV_CODEC_ID_AAC || id == AV_CODEC_ID_MP3 || id == AV_CODEC_ID_OPUS || id == AV_CODEC_ID_VORBIS || id == AV_CODEC_ID_PCM_S16LE ||
           id == AV_CODEC_ID_PCM_S16BE || id == AV_CODEC_ID_PCM_U8;
}

static bool is_film(const AVStream *s) {
    return s->codecpar->codec_type == AVMEDIA_TYPE_VIDEO && !(s->disposition & AV_DISPOSITION_ATTACHED_PIC);
}

static const char *choose_stream(struct film_file *f) {
    for (unsigned i = 0; i < f->in->nb_streams; i++) {
        AVStream *s = f->in->streams[i];
        if (s->codecpar->codec_type == AVMEDIA_TYPE_AUDIO && f->info.sound <= 0) f->info.sound = known_sound(s->codecpar->codec_id) ? 1 : -1;
        if (is_film(s) && !f->st) f->st = s;
        else s->discard = AVDISCARD_ALL;
    }
    if (!f->st) return "no moving picture in it";
    return known_codec(f->st->codecpar->codec_id) ? NULL : "none of H.264, VP8, VP9, AV1, MJPEG";
}

static const char *check_size(struct film_file *f) {
    const AVCodecParameters *p = f->st->codecpar;
    if (p->width < 16 || p->height < 16) return "no size";
    if (p->width > FILM_SIDE || p->height > FILM_SIDE || p->width * p->height > FILM_PIXELS) return "larger than 1920 x 1080";
    const int32_t *turn = (const int32_t *)av_stream_get_side_data(f->st, AV_PKT_DATA_DISPLAYMATRIX, NULL);
    double angle = turn ? av_display_rotation_get(turn) : 0;
    if (angle > 1 || angle < -1) return "lies on its side and leaves turning to the player";
    double wide = f->st->sample_aspect_ratio.num > 0 ? av_q2d(f->st->sample_aspect_ratio) : 1;
    if (!(wide > 0.4 && wide < 2.5)) wide = 1;
    f->info.w = (int)(p->width * wide + 0.5);
    f->info.h = p->height;
    return NULL;
}

static const char *check_time(struct film_file *f) {
    int64_t us = f->in->duration, own = f->st->duration;    /* a sound beside it may be longer */
    if (own != AV_NOPTS_VALUE && own > 0) us = av_rescale_q(own, f->st->time_base, AV_TIME_BASE_Q);
    if (us == AV_NOPTS_VALUE || us <= 0) return "it does not say how long it is";
    if (us > (int64_t)FILM_SECONDS * 1000000 + 500000) return "longer than 120 seconds";
    AVRational rate = f->st->avg_frame_rate.num > 0 ? f->st->avg_frame_rate : f->st->r_frame_rate;
    double fps = rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 25;
    if (!(fps >= 0.1 && fps <= 240)) return "no sensible number of pictures a second";
    f->info.ms = (int)(us / 1000);
    f->info.step_us = (int)(1e6 / fps);
    while (f->info.step_us < STEP_LEAST_US) f->info.step_us *= 2;
    return NULL;
}

static const char *open_codec(struct film_file *f) {
    const AVCodec *c = avcodec_find_decoder(f->st->codecpar->codec_id);
    f->codec = c ? avcodec_alloc_context3(c) : NULL;
    f->packet = av_packet_alloc();
    f->picture = av_frame_alloc();
    if (!f->codec || !f->packet || !f->picture) return "no memory";
    if (avcodec_parameters_to_context(f->codec, f->st->codecpar) < 0) return "no memory";
    f->codec->thread_count = 1;
    f->codec->max_pixels = FILM_SIDE * 1088;             /* H.264 counts in blocks of 16 */
    f->codec->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
    f->codec->pkt_timebase = f->st->time_base;
    return avcodec_open2(f->codec, c, NULL) == 0 ? NULL : "its decoder refuses it";
}

static const char *open_pictures(struct film_file *f) {
    const char *why = choose_stream(f);
    if (why || (why = check_size(f)) != NULL) return why;
    if (avformat_find_stream_info(f->in, NULL) < 0) return "damaged";
    if ((why = check_size(f)) || (why = check_time(f))) return why;
    return open_codec(f);
}

static bool fit_sound(int rate, int channels) { return rate >= 4000 && rate <= 192000 && channels >= 1 && channels <= 8; }

/* Pictures are read until it is known when they begin. */
static const char *open_sound(struct film_file *f) {
    const AVStream *film = NULL;
    if (avformat_find_stream_info(f->in, NULL) < 0) return "damaged";
    for (unsigned i = 0; i < f->in->nb_streams; i++) {
        AVStream *s = f->in->streams[i];
        if (is_film(s) && !film) film = s;
        if (s->codecpar->codec_type == AVMEDIA_TYPE_AUDIO && known_sound(s->codecpar->codec_id) && !f->st) f->st = s;
        else s->discard = AVDISCARD_ALL;
    }
    if (!f->st || !fit_sound(f->st->codecpar->sample_rate, f->st->codecpar->ch_layout.nb_channels)) return "of an unknown kind";
    if (film && film->start_time != AV_NOPTS_VALUE) f->zero = av_rescale_q(film->start_time, film->time_base, (AVRational){1, FILM_RATE});
    return open_codec(f);
}

static const char *open_all(struct film_file *f, bool sound) {
    new_budget(f);
    if (!open_container(f)) return f->size < 64 ? "empty" : "damaged, or no MP4, WebM, Matroska or AVI";
    return sound ? open_sound(f) : open_pictures(f);
}

static void film_close(struct film_file *f) {
    if (!f) return;
    sws_freeContext(f->scaler);
    swr_free(&f->resampler);
    free(f->pcm);
    av_frame_free(&f->picture);
    av_packet_free(&f->packet);
    avcodec_free_context(&f->codec);
    avformat_close_input(&f->in);
    if (f->io) av_freep(&f->io->buffer);
    avio_context_free(&f->io);
    close(f->fd);
    free(f);
}

static struct film_file *film_open(int fd, size_t n, bool sound, const atomic_bool *stop, struct film_info *out, const char **why) {
    struct film_file *f = calloc(1, sizeof *f);
    *out = (struct film_info){0};
    *why = "no memory";
    if (!f) {
        close(fd);
        return NULL;
    }
    av_log_set_level(AV_LOG_QUIET);      /* what is wrong is said once, by us */
    *f = (struct film_file){.fd = fd, .size = (int64_t)n, .stop = stop, .last_ms = -1, .sample = NO_SAMPLE};
    *why = open_all(f, sound);
    *out = f->info;
    if (!*why) return f;
    film_close(f);
    return NULL;
}

/* ---- pictures */
static int time_of(const struct film_file *f) {
    int64_t pts = f->picture->best_effort_timestamp, start = f->st->start_time != AV_NOPTS_VALUE ? f->st->start_time : 0;
    if (pts == AV_NOPTS_VALUE) return f->last_ms + f->info.step_us / 1000;
    int64_t ms = av_rescale_q_rnd(pts - start, f->st->time_base, (AVRational){1, 1000}, AV_ROUND_DOWN);
    return ms < 0 ? 0 : ms > FILM_SECONDS * 1000 + 1000 ? FILM_SECONDS * 1000 + 1000 : (int)ms;
}

/* 1 fed or nothing of ours, 0 the end, -1 damaged */
static int feed(struct film_file *f) {
    int rc = av_read_frame(f->in, f->packet);
    if (rc == AVERROR_EOF && f->left > 0) {
        f->fed_all = true;
        return avcodec_send_packet(f->codec, NULL) == 0 ? 0 : -1;
    }
    if (rc < 0) return -1;
    bool ours = f->packet->stream_index == f->st->index;
    if (ours && f->packet->flags & AV_PKT_FLAG_CORRUPT) rc = -1;
    if (ours && rc == 0) rc = avcodec_send_packet(f->codec, f->packet);
    if (ours && rc < 0 && f->grace-- > 0) rc = 0;
    av_packet_unref(f->packet);
    return rc == 0 ? 1 : -1;
}

static bool whole_picture(const struct film_file *f) {
    const AVFrame *p = f->picture;
    bool whole = p->decode_error_flags == 0 && !(p->flags & AV_FRAME_FLAG_CORRUPT);
    return whole && p->width >= 16 && p->height >= 16 && p->width <= FILM_SIDE && p->height <= FILM_SIDE;
}

static enum film_step ended(const struct film_file *f, const char **why) {
    int step = f->info.step_us / 1000;
    *why = "cut off";
    return f->last_ms >= 0 && f->last_ms + step + (step > SHORT_MS ? step : SHORT_MS) >= f->info.ms ? FILM_END : FILM_DAMAGED;
}

static enum film_step film_next(struct film_file *f, int *ms, const char **why) {
    *why = "damaged";
    for (int i = 0; i < IDLE_PACKETS && !stopped(f);) {
        int rc = avcodec_receive_frame(f->codec, f->picture);
        if (rc == 0) {
            if (!whole_picture(f)) return FILM_DAMAGED;
            *ms = f->last_ms = time_of(f);
            return *ms >= f->info.ms + SHORT_MS ? FILM_END : FILM_PICTURE;
        }
        if (rc == AVERROR_EOF) return ended(f, why);
        if (rc != AVERROR(EAGAIN) || f->fed_all) return FILM_DAMAGED;
        rc = feed(f);
        if (rc < 0) return FILM_DAMAGED;
        i++;
    }
    return FILM_DAMAGED;
}

static bool film_scale(struct film_file *f, uint32_t *px, int w, int h) {
    const AVFrame *p = f->picture;
    f->scaler = sws_getCachedContext(f->scaler, p->width, p->height, p->format, w, h, AV_PIX_FMT_RGB32, SWS_BILINEAR, NULL, NULL, NULL);
    if (!f->scaler) return false;
    int space = p->colorspace == AVCOL_SPC_UNSPECIFIED ? (p->height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601) : (int)p->colorspace;
    bool full = p->color_range == AVCOL_RANGE_JPEG || p->format == AV_PIX_FMT_YUVJ420P || p->format == AV_PIX_FMT_YUVJ422P ||
                p->format == AV_PIX_FMT_YUVJ444P;
    sws_setColorspaceDetails(f->scaler, sws_getCoefficients(space), full, sws_getCoefficients(SWS_CS_ITU709), 1, 0, 1 << 16, 1 << 16);
    uint8_t *to[4] = {(uint8_t *)px};
    int stride[4] = {w * 4};
    return sws_scale(f->scaler, (const uint8_t *const *)p->data, p->linesize, 0, p->height, to, stride) == h;
}

/* ---- sound */
static bool fit_resampler(struct film_file *f) {
    AVFrame *p = f->picture;
    AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
    int channels = p->ch_layout.nb_channels;
    if (f->resampler && f->rate == p->sample_rate && f->format == p->format && f->channels == channels) return true;
    swr_free(&f->resampler);
    f->rate = p->sample_rate;
    f->format = p->format;
    f->channels = channels;
    return fit_sound(f->rate, channels) && swr_alloc_set_opts2(&f->resampler, &mono, AV_SAMPLE_FMT_S16, FILM_RATE, &p->ch_layout,
                                                               p->format, p->sample_rate, 0, NULL) == 0 && swr_init(f->resampler) == 0;
}

/* The samples of the decoder's frame into f->pcm; how many, -1 = damaged. */
static int resample(struct film_file *f) {
    const AVFrame *p = f->picture;
    if (p->decode_error_flags || p->flags & AV_FRAME_FLAG_CORRUPT || !fit_resampler(f)) return -1;
    int most = swr_get_out_samples(f->resampler, p->nb_samples);
    if (most < 0 || most > CHUNK_MOST) return -1;
    if (most > f->room) {
        int16_t *pcm = realloc(f->pcm, (size_t)most * sizeof *pcm);
        if (!pcm) return -1;
        f->pcm = pcm;
        f->room = most;
    }
    uint8_t *to = (uint8_t *)f->pcm;
    return most == 0 ? 0 : swr_convert(f->resampler, &to, most, (const uint8_t **)p->extended_data, p->nb_samples);
}

/* Packets say when they are heard, roundly: what nearly follows follows. */
static void place(struct film_file *f) {
    int64_t pts = f->picture->best_effort_timestamp;
    if (pts == AV_NOPTS_VALUE) pts = f->sample == NO_SAMPLE ? 0 : f->sample;
    else pts = av_rescale_q(pts, f->st->time_base, (AVRational){1, FILM_RATE}) - f->zero;
    if (pts < -LATEST || pts > LATEST) pts = LATEST;
    if (f->sample == NO_SAMPLE || llabs(pts - f->sample) > FILM_RATE / 20) f->sample = pts;
}

static bool heard_all(const struct film_file *f) {
    int64_t lasts = f->st->duration;
    if (lasts == AV_NOPTS_VALUE || lasts <= 0) return true;
    if (f->st->start_time != AV_NOPTS_VALUE) lasts += f->st->start_time;
    int64_t end = av_rescale_q(lasts, f->st->time_base, (AVRational){1, FILM_RATE}) - f->zero;
    return f->sample != NO_SAMPLE && f->sample + FILM_RATE * SHORT_MS / 1000 >= (end < LATEST ? end : LATEST);
}

static int film_hear(struct film_file *f, const int16_t **to, int64_t *first, const char **why) {
    *why = "damaged";
    for (int i = 0; i < IDLE_PACKETS && !stopped(f);) {
        int rc = avcodec_receive_frame(f->codec, f->picture);
        if (rc == 0) {
            if (f->grace > 0) f->grace--;
            place(f);
            int n = f->sample >= LATEST ? 0 : resample(f);
            if (n < 0 || f->sample >= LATEST) return n;
            if (n == 0) continue;
            *to = f->pcm;
            *first = f->sample;
            f->sample += n;
            return n;
        }
        *why = rc == AVERROR_EOF ? "cut off" : "damaged";
        if (rc == AVERROR_EOF) return heard_all(f) ? 0 : -1;
        if (f->fed_all || (rc != AVERROR(EAGAIN) && f->grace-- <= 0) || feed(f) < 0) return -1;
        i++;
    }
    return -1;
}

static bool film_seek(struct film_file *f, int ms) {
    int64_t start = f->st->start_time != AV_NOPTS_VALUE ? f->st->start_time : 0;
    if (f->codec->codec_type == AVMEDIA_TYPE_AUDIO) start = av_rescale_q(f->zero, (AVRational){1, FILM_RATE}, f->st->time_base);
    int64_t to = start + av_rescale_q(ms, (AVRational){1, 1000}, f->st->time_base);
    new_budget(f);
    if (av_seek_frame(f->in, f->st->index, to, AVSEEK_FLAG_BACKWARD) < 0) return false;
    avcodec_flush_buffers(f->codec);
    f->fed_all = false;
    f->last_ms = -1;
    f->sample = NO_SAMPLE;
    f->grace = f->codec->codec_type == AVMEDIA_TYPE_AUDIO ? GRACE : 0;
    return true;
}

extern const struct film_library film_library_ffmpeg;
const struct film_library film_library_ffmpeg = {FILM_VERSION, film_open, film_close, film_next, film_scale, film_seek, film_hear};
