#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes every sound of the kiosk from numbers: python3, numpy, and oggenc (vorbis-tools).

    python3 assets/sound/generator/make_sounds.py assets/sound

Ambiences are loops: their noise is made of whole periods, so that the end runs into the beginning without a seam. Nothing is
louder than -12 dBFS; nothing is recorded, so nobody's rights are touched. The same seeds give the same samples."""
import os
import subprocess
import sys
import tempfile
import wave

import numpy as np

RATE = 32000
LOOP = 20  # s


def seconds(n):
    return np.arange(int(n * RATE)) / RATE


def noise_loop(rng, low, high, tilt=1.0, length=LOOP):
    """Noise between two frequencies whose period is the loop: random phases, amplitude falling by `tilt`."""
    n = int(length * RATE)
    f = np.fft.rfftfreq(n, 1 / RATE)
    amp = np.zeros_like(f)
    band = (f >= low) & (f <= high)
    amp[band] = (f[band] / low) ** -tilt
    edge = np.clip((f - low) / (low * 0.3), 0, 1) * np.clip((high - f) / (high * 0.3), 0, 1)
    spectrum = amp * edge * np.exp(2j * np.pi * rng.random(len(f)))
    out = np.fft.irfft(spectrum, n)
    return out / np.max(np.abs(out))


def swell(rng, low, high, waves, length=LOOP):
    """A slow curve between two levels, with whole waves in the loop."""
    t = seconds(length) / length
    s = sum(np.sin(2 * np.pi * (k * t + rng.random())) / k for k in waves)
    s = (s - s.min()) / (s.max() - s.min())
    return low + (high - low) * s


def put(out, sound, at, gain=1.0):
    """Adds a sound to a loop; what goes over the end comes in at the beginning."""
    i = int(at * RATE)
    idx = (i + np.arange(len(sound))) % len(out)
    np.add.at(out, idx, sound * gain)


def fade(sound, attack, release):
    n = len(sound)
    a, r = int(attack * RATE), int(release * RATE)
    env = np.ones(n)
    env[:a] = np.linspace(0, 1, a) ** 1.5
    env[n - r:] *= np.linspace(1, 0, r) ** 1.5
    return sound * env


def soft_noise(rng, length, low, high):
    """One-shot noise between two frequencies."""
    n = int(length * RATE)
    spectrum = np.fft.rfft(rng.standard_normal(n))
    f = np.fft.rfftfreq(n, 1 / RATE)
    spectrum *= np.clip((f - low) / (low * 0.5 + 1), 0, 1) * np.clip((high - f) / (high * 0.4), 0, 1)
    out = np.fft.irfft(spectrum, n)
    return out / np.max(np.abs(out))


# ---- creatures and things
def owl(rng, pitch):
    """A far owl: two soft hoots, the second longer and falling a little."""
    parts = []
    for length, drop in ((0.34, 0.98), (0.0, 1), (0.75, 0.93)):
        if length == 0:
            parts.append(np.zeros(int(0.28 * RATE)))
            continue
        t = seconds(length)
        f = pitch * (1 + (drop - 1) * t / length)
        phase = 2 * np.pi * np.cumsum(f) / RATE
        parts.append(fade(np.sin(phase) + 0.18 * np.sin(2 * phase), 0.09, 0.2))
    return np.concatenate(parts)


def tit(rng, pitch):
    """A small bird at dawn: three to five short whistles that fall."""
    parts = []
    for _ in range(rng.integers(3, 6)):
        length = 0.09 + 0.05 * rng.random()
        t = seconds(length)
        f = pitch * (1.12 - 0.22 * t / length)
        parts.append(fade(np.sin(2 * np.pi * np.cumsum(f) / RATE), 0.012, 0.05))
        parts.append(np.zeros(int((0.06 + 0.03 * rng.random()) * RATE)))
    return np.concatenate(parts)


def woodpecker(rng):
    """Drumming on dry wood, getting softer."""
    out = np.zeros(int(1.1 * RATE))
    for k in range(14):
        knock = fade(soft_noise(rng, 0.03, 500, 2600), 0.001, 0.024)
        put(out[:-1], knock, 0.05 + k * 0.058, 1 - k / 18)
    return out


def drip(rng, pitch):
    t = seconds(0.16)
    f = pitch * (1 + 0.9 * t / 0.16)
    return fade(np.sin(2 * np.pi * np.cumsum(f) / RATE) * np.exp(-t * 26), 0.002, 0.05)


def crackle(rng):
    return fade(soft_noise(rng, 0.02 + 0.02 * rng.random(), 1400, 7000), 0.0008, 0.014)


def step(rng):
    """A paw in dry snow: a soft press and the crystals giving way."""
    press = fade(soft_noise(rng, 0.16, 90, 700), 0.03, 0.1)
    grains = np.zeros(len(press))
    for _ in range(26):
        put(grains, crackle(rng)[: len(grains)], 0.02 + 0.09 * rng.random(), 0.25 + 0.4 * rng.random())
    return press * 0.8 + grains * 0.5


# ---- ambiences
def wind(rng, low, high, base, gust):
    body = noise_loop(rng, low, high, 1.1) * swell(rng, base, gust, (1, 2, 3, 5))
    return body + 0.25 * noise_loop(rng, high, high * 4, 1.4) * swell(rng, 0, gust, (1, 3, 4))


def dusk(rng):
    out = wind(rng, 110, 900, 0.25, 0.8)
    for at in (5.2, 14.6):
        put(out, owl(rng, 330), at, 0.10)
    return out


def night(rng):
    out = wind(rng, 80, 600, 0.2, 0.65)
    put(out, owl(rng, 296), 8.4, 0.12)
    return out


def deep(rng):
    """The quiet hours: little wind, a brook below the ice."""
    out = wind(rng, 80, 420, 0.15, 0.4)
    for _ in range(150):
        put(out, drip(rng, rng.uniform(420, 1300)), rng.uniform(0, LOOP), 0.03 + 0.05 * rng.random())
    return out


def wide(rng):
    """Over the map: high, steady wind."""
    return wind(rng, 160, 1500, 0.35, 0.75)


def embers(rng):
    """The burnt hill: low wind and wood that cools."""
    out = wind(rng, 60, 380, 0.3, 0.7)
    for _ in range(70):
        put(out, crackle(rng), rng.uniform(0, LOOP), 0.05 + 0.16 * rng.random() ** 3)
    return out


def morning(rng):
    out = wind(rng, 140, 1000, 0.12, 0.4)
    put(out, woodpecker(rng), 12.0, 0.10)
    for at in (3.0, 9.1, 16.8):
        put(out, tit(rng, rng.uniform(3300, 4100)), at, 0.035)
    return out


def dawn(rng):
    out = wind(rng, 140, 1000, 0.1, 0.3)
    for at in (1.4, 2.7, 6.3, 7.2, 11.5, 13.0, 17.4, 18.3):
        put(out, tit(rng, rng.uniform(3000, 4600)), at, 0.02 + 0.03 * rng.random())
    return out


# ---- touches
def tap(rng):
    """A finger on thick paper."""
    t = seconds(0.09)
    thump = np.sin(2 * np.pi * np.cumsum(150 - 500 * t) / RATE) * np.exp(-t * 60)
    paper = soft_noise(rng, 0.09, 700, 3600) * np.exp(-t * 90)
    return fade(thump + 0.5 * paper, 0.001, 0.03)


def page(rng):
    """Going on: a sheet of paper is drawn aside."""
    t = seconds(0.42)
    return soft_noise(rng, 0.42, 500, 5200) * np.sin(np.pi * t / 0.42) ** 2 * (0.55 + 0.45 * np.sin(2 * np.pi * 21 * t))


def leap(rng):
    """Claws leave the snow, then air."""
    out = np.zeros(int(0.9 * RATE))
    put(out, step(rng), 0, 0.9)
    t = seconds(0.7)
    air = soft_noise(rng, 0.7, 220, 1500) * np.sin(np.pi * t / 0.7) ** 1.5
    put(out, air, 0.1, 0.55)
    return fade(out, 0.001, 0.1)


def land(rng):
    """Four paws and loose snow."""
    out = np.zeros(int(0.9 * RATE))
    t = seconds(0.3)
    put(out, np.sin(2 * np.pi * np.cumsum(88 - 120 * t) / RATE) * np.exp(-t * 16), 0, 0.8)
    for at, gain in ((0, 1), (0.05, 0.7), (0.16, 0.5)):
        put(out, step(rng), at, gain)
    return fade(out, 0.001, 0.2)


def wood(rng, pitch, length=0.5):
    """A bar of wood, struck softly."""
    t = seconds(length)
    bar = sum(a * np.sin(2 * np.pi * pitch * k * t) * np.exp(-t * d) for k, a, d in ((1, 1, 9), (3.93, 0.22, 26), (9.2, 0.06, 60)))
    return fade(bar, 0.002, 0.1)


def right(rng):
    out = np.zeros(int(0.85 * RATE))
    put(out, wood(rng, 392), 0, 0.8)
    put(out, wood(rng, 587.3, 0.7), 0.14, 0.8)
    return out


def other(rng):
    """Not that one: a single low note, no buzzer."""
    return wood(rng, 196, 0.5)


SOUNDS = {  # name: (recipe, seed, peak)
    "dusk": (dusk, 1, 0.16), "night": (night, 2, 0.14), "deep": (deep, 3, 0.13), "wide": (wide, 4, 0.13),
    "embers": (embers, 5, 0.14), "morning": (morning, 6, 0.14), "dawn": (dawn, 7, 0.14),
    "tap": (tap, 11, 0.25), "page": (page, 12, 0.12), "leap": (leap, 13, 0.25), "land": (land, 14, 0.25),
    "right": (right, 15, 0.22), "other": (other, 16, 0.2),
}


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "assets/sound"
    for name, (recipe, seed, peak) in SOUNDS.items():
        samples = recipe(np.random.default_rng(seed))
        samples = samples / np.max(np.abs(samples)) * peak
        with tempfile.NamedTemporaryFile(suffix=".wav", delete=False) as tmp:
            with wave.open(tmp, "wb") as w:
                w.setnchannels(1)
                w.setsampwidth(2)
                w.setframerate(RATE)
                w.writeframes((samples * 32767).astype("<i2").tobytes())
        path = os.path.join(folder, name + ".ogg")
        subprocess.run(["oggenc", "-Q", "-q", "2", "--serial", str(seed), "-o", path, tmp.name], check=True)
        os.unlink(tmp.name)
        print(f"{path}: {len(samples) / RATE:.2f} s, {os.path.getsize(path)} bytes")


if __name__ == "__main__":
    main()
