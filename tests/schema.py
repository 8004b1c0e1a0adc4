#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schemas against a validator that is not ours: what the program accepts is valid, what it refuses is not.

schema.py FOLDER YAML...        files, each by FOLDER/KIND.json; a file of a pack must name that schema in its first line
schema.py --broken FOLDER N FILE  broken inputs as `bad_table --inputs` prints them: "=== KIND NAME", then the text. An input that
                                only the program can refuse has a "-" before its kind. Every Nth is tried.
"""
import json
import os
import re
import sys

import jsonschema
import yaml


class Loader(yaml.CSafeLoader):
    """As editors and the program read scalars (YAML 1.2's core): no dates, no yes and no, no numbers to the base of sixty."""


Loader.yaml_implicit_resolvers = {}
for tag, form, first in (("bool", r"true|false", "tf"), ("null", r"~|null|", ["~", "n", ""]), ("int", r"[-+]?[0-9]+", "-+0123456789"),
                         ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789")):
    for c in first:
        Loader.yaml_implicit_resolvers.setdefault(c, []).append((f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$")))

KINDS = ("scene", "journey", "facts", "partners")


def validators(folder):
    out = {}
    for kind in KINDS:
        with open(os.path.join(folder, kind + ".json"), encoding="utf-8") as f:
            schema = json.load(f)
        jsonschema.Draft7Validator.check_schema(schema)
        out[kind] = jsonschema.Draft7Validator(schema)
    return out


def kind_of(path):
    name = os.path.basename(path)[: -len(".yaml")]
    return name if name in KINDS else "scene"


def deepest(error):
    """Of what is wrong with an element: that by its own kind, not that it is of no other kind."""
    for e in error.context or ():
        kinds = [c for c in error.context if c.schema_path[0] == e.schema_path[0]]
        if not any(c.validator == "const" for c in kinds):
            return deepest(e)
    return error


def names_schema(path, text, kind):
    named = re.match(r"# yaml-language-server: \$schema=((?:\.\./)*schema/" + kind + r"\.json)\n", text)
    return named and os.path.exists(os.path.join(os.path.dirname(path), named[1]))


def good_files(known, paths):
    faults = 0
    for path in paths:
        kind = kind_of(path)
        with open(path, encoding="utf-8") as f:
            text = f.read()
        if "tests/" not in path and not names_schema(path, text, kind):
            print(f"{path}: its first line names no schema (# yaml-language-server: $schema=schema/{kind}.json)")
            faults += 1
        for e in known[kind].iter_errors(yaml.load(text, Loader)):
            e = deepest(e)
            print(f"{path}: {'/'.join(map(str, e.absolute_path))}: {e.message[:300]}")
            faults += 1
    print(f"{len(paths)} files, {faults} faults")
    return faults or not paths


def broken_inputs(known, step, path):
    with open(path, encoding="utf-8") as f:
        inputs = f.read().split("=== ")[1::step]
    refused = passed = faults = 0
    for one in inputs:
        head, text = one.split("\n", 1)
        kind, name = head.split(" ", 1)
        if kind[0] == "-":
            passed += 1
        elif known[kind].is_valid(yaml.load(text, Loader)):
            print(f"the schema has no objection to: {name}\n{text}")
            faults += 1
        else:
            refused += 1
    print(f"{refused} broken inputs refused by the schemas, {passed} left to the program, {faults} faults")
    return faults or not refused


if sys.argv[1] == "--broken":
    sys.exit(bool(broken_inputs(validators(sys.argv[2]), int(sys.argv[3]), sys.argv[4])))
sys.exit(bool(good_files(validators(sys.argv[1]), sys.argv[2:])))
