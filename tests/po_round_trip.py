# SPDX-License-Identifier: GPL-3.0-or-later
"""Awkward texts on their way to a translator and back: scene, `pot`, gettext's tools, catalogue, screen.

po_round_trip.py PROGRAM FOLDER: FOLDER is this one, tests/. Exit code 77 where gettext is absent."""
import json, os, shutil, subprocess, sys, tempfile

program, here = sys.argv[1:]
if not shutil.which("msgfilter"):
    print("skipped: no msgfilter (install gettext)")
    sys.exit(77)
tmp = tempfile.mkdtemp()
pack, pot, po = tmp + "/pack", tmp + "/messages.pot", tmp + "/pack/locales/ru.po"
wood = "The leopard walks through the wood of oak and cedar, past the stream and the old road, and nobody sees it. " * 4

# What an author writes, what the visitor reads; None: the same.
TEXTS = [
    ('She said "yes", it\'s \'fine\'', None),
    ('a\\b C:\\new\\table \\\\ end', None),
    ('"', None),
    ('one\ntwo\n\nthree', None),
    ('a line that ends\n', 'a line that ends\n'),
    ('tab\there', 'tab here'),
    (wood.strip(), None),
    ('one' + 'word' * 40, None),
    ('豹在雪地里走过，没有人看见它。' * 12, None),
    ('ヒョウが、雪の上を歩いていきました。' * 8 + '\n終わり', None),
    ('{n, plural, =0 {none} one {# cub} other {# "cubs" \\ of it}}: {n}', '3 "cubs" \\ of it: 3'),
    ('{who, select, she {her {n, plural, one {cub} other {cubs}}} other {"others"}}', '"others"'),
    ("it''s {n} '{n}'", "it''s 3 '3'"),
    ('*bold* and _slanted_, \\*star\\* and snake_case', 'bold and slanted, *star* and snake_case'),
    ('word\u2060joined, ten\u00a0km, thin\u202fspace', None),
    ('mark \u200fאבג\u200e and \u2067נמר\u2069, نمر', None),
    ('soft\u00adhyphen, zero\u200bwidth', None),
    ('cafe\u0301 and café', None),                  # not made one
    ('fifty % of %s, %d and %(name)s', None),
    ('# no comment', None),
    ('#, fuzzy', None),
    ('msgid "x"', None),
    ('msgstr ""\nmsgctxt "y"', None),
    (' room before and after ', None),
    ('\\n is no newline, nor is \\t a tab', None),
    ('~ | #| #~', None),
    ('Range', None),
    ('Range', None),                                # the same word in another place
]


def sh(*words, ok=0, **more):
    done = subprocess.run(words, capture_output=True, **more)
    if done.returncode != ok:
        sys.exit("FAILED: %s ended with %d: %s" % (" ".join(words), done.returncode, (done.stdout + done.stderr).decode()[:2000]))
    return done.stdout


def write_pack():
    shutil.copytree(here + "/packs/mini", pack)
    lines = ["format: 1", "title: Tree", "template: stage", "variables:", "  - {name: n, value: 3}", "  - {name: who, value: it}", "elements:"]
    for i, (text, _) in enumerate(TEXTS):
        lines.append("  - {kind: text, id: t%d, at: [%d, %d], size: [440, 0], style: small, text: %s}"
                     % (i, 20 + i % 4 * 470, 20 + i // 4 * 140, json.dumps(text, ensure_ascii=i % 2 == 0)))
    with open(pack + "/scenes/tree.yaml", "w", encoding="utf-8", newline="\n") as f:
        f.write("\n".join(lines) + "\n")


def translate():
    """Every text in «guillemets»; a newline at its end stays there. The second Range says where it stands."""
    sh(program, "pot", "--pack", pack, "-o", pot)
    sh("msgfmt", "-c", "-o", "/dev/null", pot)
    sh("msginit", "--no-translator", "--locale=ru", "--input=" + pot, "--output=" + tmp + "/empty.po")
    sh("msgen", "--output=" + tmp + "/english.po", tmp + "/empty.po")
    sh("msgfilter", "--keep-header", "--input=" + tmp + "/english.po", "--output=" + po, "sed", "1s/^/«/;$s/$/»/")
    last = len(TEXTS) - 1
    with open(po, encoding="utf-8") as f:
        text = f.read()
    at = text.index('msgctxt "tree/t%d.text"' % last)
    with open(po, "w", encoding="utf-8") as f:
        f.write(text[:at] + text[at:].replace("«Range»", "«Range, the other»", 1))


def shown(text, i):
    if i == len(TEXTS) - 1:
        text = "Range, the other"
    end = "\n" if text.endswith("\n") else ""
    return "«" + text[:len(text) - len(end)] + "»" + end


def look(what):
    """What the screen says, of each text, to the letter; and what a script may expect."""
    sh("msgfmt", "-c", "-o", "/dev/null", po)
    sh(program, "check", "--pack", pack)
    sh(program, "shot", "tree", "--locale", "ru", "--pack", pack, "--semantics", "-o", tmp + "/seen")
    with open(tmp + "/seen", encoding="utf-8", newline="") as f:
        said = f.read()
    script = ["language ru", "start tree", "wait 1"]
    for i, (text, reads) in enumerate(TEXTS):
        want = shown(text if reads is None else reads, i)
        if '\nt%d text "%s" box' % (i, want) not in "\n" + said:
            at = said.find("t%d text" % i)
            sys.exit("FAILED: %s: text %d should read\n%s\nand reads\n%s" % (what, i, want, said[at:at + 2 * len(want) + 40]))
        if '"' not in want and "\n" not in want:
            script.append('expect text "%s"' % want.replace("\u00a0", " "))
    with open(tmp + "/seen.replay", "w", encoding="utf-8") as f:
        f.write("\n".join(script) + "\n")
    sh(program, "replay", tmp + "/seen.replay", "--pack", pack)


def rewrite(words):
    shutil.copy(po, tmp + "/before.po")
    sh(*words, tmp + "/before.po", "-o", po)


def windows():
    """An editor there begins a file with a mark and ends lines in its own way; gettext's tools do not read that."""
    with open(po, "rb") as f:
        text = f.read()
    with open(po, "wb") as f:
        f.write(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    sh(program, "shot", "tree", "--locale", "ru", "--pack", pack, "--semantics", "-o", tmp + "/windows")
    with open(tmp + "/seen", "rb") as a, open(tmp + "/windows", "rb") as b:
        if a.read() != b.read():
            sys.exit("FAILED: with the line ends of Windows it reads otherwise")
    with open(po, "wb") as f:
        f.write(text)


def back():
    """Without the guillemets it is the English again: nothing was lost on the way."""
    sh("msgfilter", "--keep-header", "--input=" + po, "--output=" + tmp + "/back.po", "sed", "1s/^«//;$s/»$//;s/^Range, the other$/Range/")
    plain = [sh("msgcat", "--no-wrap", "--no-location", tmp + "/" + name) for name in ("back.po", "english.po")]
    if plain[0] != plain[1]:
        sys.exit("FAILED: the way back leads elsewhere")


try:
    write_pack()
    translate()
    look("as msgfilter wrote it")
    back()
    for words in (["msgcat", "--width=40"], ["msgcat", "--width=20"], ["msgcat", "--no-wrap"], ["msgcat", "--indent"],
                  ["msgcat", "--sort-output"], ["msgcat", "--no-location"]):
        rewrite(words)
        look(" ".join(words))
    windows()
    sh("msgmerge", "--quiet", "--update", "--backup=none", po, pot)
    look("msgmerge with the same template")
    back()
finally:
    shutil.rmtree(tmp)
