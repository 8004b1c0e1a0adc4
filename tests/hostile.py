# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs that nobody should install. hostile.py KIND FOLDER OUT: FOLDER holds scenes/ locales/ assets/; OUT is tar + zstd."""
import hashlib, io, os, subprocess, sys, tarfile

kind, folder, out = sys.argv[1:]


def all_files():
    found = {}
    for top in ("assets", "locales", "scenes"):
        for where, _, names in os.walk(os.path.join(folder, top)):
            for name in names:
                path = os.path.join(where, name)
                with open(path, "rb") as f:
                    found[os.path.relpath(path, folder)] = f.read()
    return found


def manifest(files, form=1, end=None, name="Wood", sort=True):
    lines = ["leopard-kiosk pack %s" % form, "name " + name, "program 0.1.0"]
    for path in sorted(files, key=lambda p: p.encode()) if sort else files:
        data = files[path]
        size, digest = (data, "0" * 64) if isinstance(data, int) else (len(data), hashlib.blake2b(data, digest_size=32).hexdigest())
        lines.append("%s %d %s" % (digest, size, path))
    total = sum(d if isinstance(d, int) else len(d) for d in files.values())
    lines.append(end or "end %d %d" % (len(files), total))
    return ("\n".join(lines) + "\n").encode()


def plain(path, data, **more):
    info = tarfile.TarInfo(path)
    info.size = len(data)
    for key, value in more.items():
        setattr(info, key, value)
    return info, data


def odd(path, typ, link=""):
    info = tarfile.TarInfo(path)
    info.type, info.linkname = typ, link
    return info, b""


files = all_files()
one = "scenes/tree.yaml"
listed = dict(files)                                    # what the manifest says
entries = [plain(p, files[p]) for p in sorted(files)]   # what is in the tar
text = None


def swap(path, entry):
    for i, e in enumerate(entries):
        if e[0].name == path:
            entries[i] = entry


def also(path, data=b"x"):
    """In the list and in the archive."""
    listed[path] = data
    entries.append(plain(path, data))
    entries.sort(key=lambda e: e[0].name)


if kind == "parent-listed": also("scenes/../../../evil.yaml")
elif kind == "parent": swap(one, plain("../../../evil.yaml", files[one]))
elif kind == "parent-pax": swap(one, plain(one, files[one], pax_headers={"path": "../../../evil.yaml"}))
elif kind == "absolute-listed": also("/tmp/evil.yaml")
elif kind == "absolute": swap(one, plain("/tmp/evil.yaml", files[one]))
elif kind == "symlink": swap(one, odd(one, tarfile.SYMTYPE, "/etc/passwd"))
elif kind == "symlink-folder": entries.insert(0, odd("assets", tarfile.SYMTYPE, "/tmp"))
elif kind == "hardlink": swap(one, odd(one, tarfile.LNKTYPE, "scenes/home.yaml"))
elif kind == "device": swap(one, odd(one, tarfile.CHRTYPE))
elif kind == "block": swap(one, odd(one, tarfile.BLKTYPE))
elif kind == "pipe": swap(one, odd(one, tarfile.FIFOTYPE))
elif kind == "folder": entries.insert(0, odd("scenes", tarfile.DIRTYPE))
elif kind == "hidden": also("scenes/.secret.yaml")
elif kind == "backslash": also("scenes\\evil.yaml")
elif kind == "other-top": also("bin/evil")
elif kind == "escape": also("scenes/\x1b[2Jevil.yaml")
elif kind == "case": also("scenes/TREE.yaml")
elif kind == "case-folder": also("scenes/Deep/a.yaml"); also("scenes/deep/b.yaml")
elif kind == "file-and-folder": also("scenes/tree.yaml/a")
elif kind == "twice-listed": text = manifest(files).replace(b"scenes/still-there.yaml", b"scenes/range.yaml")
elif kind == "twice": entries.append(entries[-1])
elif kind == "unlisted": entries.append(plain("scenes/zz.yaml", b"x"))
elif kind == "missing": entries.pop(3)
elif kind == "last-missing": entries.pop()
elif kind == "other-bytes": swap(one, plain(one, files[one][::-1]))
elif kind == "other-size": swap(one, plain(one, files[one] + b"\n"))
elif kind == "many":
    for i in range(5001): also("assets/n%04d" % i, b"")
elif kind == "large": listed["assets/large"] = 65 << 20
elif kind == "very-large":
    for i in range(9): listed["assets/large%d" % i] = 60 << 20
elif kind == "bomb": also("assets/bomb", bytes(60 << 20))
elif kind == "bomb-unlisted": swap("assets/sound/tap.ogg", plain("assets/sound/tap.ogg", bytes(200 << 20)))
elif kind == "bomb-manifest": text = bytes(300 << 20)
elif kind == "older": text = manifest(files, form=0)
elif kind == "newer": text = manifest(files, form=2)
elif kind == "no-format": text = manifest(files, form="x")
elif kind == "empty-list": text, entries = manifest({}), []
elif kind == "end": text = manifest(files, end="end 1 1")
elif kind == "no-end": text = manifest(files).rsplit(b"end", 1)[0]
elif kind == "after-end": text = manifest(files) + b"more\n"
elif kind == "nul": text = manifest(files).replace(b"Wood", b"Wo\0d")
elif kind == "name": text = manifest(files, name="Wood\u202egpj")
elif kind == "unsorted": text = manifest(files, sort=False) if list(files) != sorted(files) else manifest(dict(reversed(files.items())), sort=False)
elif kind == "negative": text = manifest(files).replace(b" scenes/tree.yaml", b" -1 scenes/tree.yaml")
elif kind == "seal-garbage": entries.insert(0, plain("manifest.sig", b"garbage\n"))
elif kind == "seal-large": entries.insert(0, plain("manifest.sig", b"x" * 100000))
elif kind == "seal-zero": entries.insert(0, plain("manifest.sig", b"leopard-kiosk signature 1\nkey " + b"0" * 64 + b"\nsign " + b"0" * 128 + b"\n"))
elif kind == "no-home":
    del listed["scenes/home.yaml"]
    entries = [e for e in entries if e[0].name != "scenes/home.yaml"]
elif kind in ("good", "no-manifest", "manifest-last", "gzip", "plain"): pass
else: sys.exit("hostile.py: unknown kind " + kind)

text = text or manifest(listed)
head = [plain("manifest", text)]
if kind == "no-manifest": head = []
if kind == "manifest-last": head, entries = [], entries + head
tar = io.BytesIO()
with tarfile.open(fileobj=tar, mode="w", format=tarfile.PAX_FORMAT) as t:
    for info, data in head + entries:
        t.addfile(info, io.BytesIO(data))
squeeze = {"gzip": ["gzip", "-c"], "plain": ["cat"]}.get(kind, ["zstd", "-q", "-c"])
with open(out, "wb") as f:
    subprocess.run(squeeze, input=tar.getvalue(), stdout=f, check=True)
