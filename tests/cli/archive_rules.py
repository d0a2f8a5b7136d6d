#!/usr/bin/env python3
"""archive_rules.py SCHEMA ARCHIVE: checks an archive against its JSON Schema, as far as the schema uses the language.

archive_rules.py --control SCHEMA ARCHIVE: breaks the archive in many ways, one at a time; each must be found.
"""
import copy
import json
import re
import sys

KNOWN = {"$schema", "$defs", "$ref", "$comment", "title", "description", "type", "const", "enum", "required", "properties",
         "additionalProperties", "items", "pattern", "minimum", "maximum", "contentEncoding"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_type(value, name):
    if name in ("integer", "number"):
        return not isinstance(value, bool) and isinstance(value, (int, float) if name == "number" else int)
    return isinstance(value, TYPES[name])


def check(root, schema, value, where, problems):
    unknown = set(schema) - KNOWN
    if unknown:
        sys.exit(f"The schema uses what this checker does not know: {sorted(unknown)}")
    if "$ref" in schema:
        target = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        check(root, target, value, where, problems)
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_type(value, name) for name in types):
        problems.append(f"{where}: is not {' or '.join(types)}: {value!r}"[:160])
        return
    if "const" in schema and value != schema["const"]:
        problems.append(f"{where}: is not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        problems.append(f"{where}: is none of its values: {value!r}")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        problems.append(f"{where}: does not look right: {value!r}")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            problems.append(f"{where}: is out of its range: {value!r}")
    if isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                problems.append(f"{where}: lacks {name}")
        for name, member in value.items():
            if name in schema.get("properties", {}):
                check(root, schema["properties"][name], member, f"{where}.{name}", problems)
            elif schema.get("additionalProperties") is False:
                problems.append(f"{where}: has a member {name}")
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            check(root, schema["items"], item, f"{where}[{number}]", problems)


def find(schema, archive):
    problems = []
    check(schema, schema, archive, "archive", problems)
    return problems


def breakages(schema, archive):
    """Copies of the archive, each with one thing wrong; the name says which."""
    for name in ("schema", "archive"):
        yield f"without {name}", {key: value for key, value in archive.items() if key != name}
    yield "schema 2", {**archive, "schema": 2}
    for plural, records in archive.items():
        if not isinstance(records, list) or not records:
            continue
        rules = schema["properties"][plural]["items"]
        rules = schema["$defs"][rules["$ref"].rsplit("/", 1)[1]] if "$ref" in rules else rules

        def broken(change):
            record = copy.deepcopy(records[-1])
            change(record)
            return {"schema": 1, "archive": "soleus", plural: [record]}
        for name in rules["required"]:
            yield f"{plural} without {name}", broken(lambda record, name=name: record.pop(name))
        for name, rule in rules["properties"].items():
            if name not in records[-1]:
                continue
            strange = 1.5 if "string" in str(rule.get("type")) or "enum" in rule else "of another type"
            yield f"{plural}: {name} of another type", broken(lambda record, name=name, strange=strange: record.update({name: strange}))
            if "maximum" in rule:
                yield f"{plural}: {name} out of range", broken(lambda record, name=name, rule=rule: record.update({name: rule["maximum"] + 1}))
            if "enum" in rule or "pattern" in rule:
                yield f"{plural}: {name} never heard of", broken(lambda record, name=name: record.update({name: "never heard of"}))


def main():
    control = sys.argv[1] == "--control"
    with open(sys.argv[-2], encoding="utf-8") as file:
        schema = json.load(file)
    with open(sys.argv[-1], encoding="utf-8") as file:
        archive = json.load(file)
    if not control:
        problems = find(schema, archive)
        print("\n".join(problems[:40]))
        return 1 if problems else 0
    broken = list(breakages(schema, archive))
    missed = [name for name, archive in broken if not find(schema, archive)]
    print(f"{len(broken)} ways")
    print("\n".join(missed))
    return 1 if missed else 0


sys.exit(main())
