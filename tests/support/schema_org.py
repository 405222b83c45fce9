"""Judges structured data by the vocabulary of schema.org: what types there are, what stands on which, with what values.

data/schema-org.json is a reduced copy of a release; see data/README.md.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from support.sites import ROOT

Node = dict[str, Any]

VOCABULARY = json.loads((ROOT / "tests" / "data" / "schema-org.json").read_text(encoding="utf-8"))
TYPES: dict[str, list[str]] = VOCABULARY["types"]
PROPERTIES: dict[str, dict[str, list[str]]] = VOCABULARY["properties"]

_DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
DATA_TYPES = {
    "Text": re.compile(r".+", re.DOTALL),
    "URL": re.compile(r"(https?://[^\s<>\"]+|mailto:[^\s<>\"]+|[^\s<>\":]+)"),
    "Date": re.compile(_DAY),
    "DateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?"),
}


class Value(NamedTuple):
    """A plain value of a node, and under which property it stands."""

    node: Node
    property: str
    value: Any


def list_nodes(value: Any) -> Iterator[Node]:
    """Yield every node below a value that is more than a reference to one, from the outside inwards."""
    if isinstance(value, dict):
        if set(value) != {"@id"}:
            yield value
        for each in value.values():
            yield from list_nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from list_nodes(each)


def list_references(value: Any) -> Iterator[str]:
    """Yield every id that is named and not described."""
    if isinstance(value, dict) and set(value) == {"@id"}:
        yield value["@id"]
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from list_references(each)


def list_values(document: Node) -> Iterator[Value]:
    """Yield every plain value of every node of a document."""
    for node in list_nodes(document):
        for name, value in node.items():
            for each in as_list(value) if not name.startswith("@") else ():
                if not isinstance(each, dict):
                    yield Value(node, name, each)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@cache
def with_ancestors(type: str) -> frozenset[str]:
    """Return a type with all those that it is a kind of."""
    return frozenset({type}).union(*(with_ancestors(parent) for parent in TYPES[type]))


def find_faults(document: Node) -> list[str]:
    """Return everything in a document that the vocabulary does not have."""
    described = [node["@id"] for node in list_nodes(document) if "@id" in node]
    faults = [f"{id} is described twice" for id in sorted(set(described)) if described.count(id) > 1]
    faults += [f"{id} is described nowhere" for id in sorted(set(list_references(document)) - set(described))]
    by_id = {node["@id"]: node for node in list_nodes(document) if "@id" in node}
    for node in list_nodes(document):
        faults += _faults_of_node(node, by_id)
    return faults


def _faults_of_node(node: Node, by_id: dict[str, Node]) -> Iterator[str]:
    types = as_list(node.get("@type", []))
    if unknown := [type for type in types if type not in TYPES]:
        yield f"there is no type {unknown}"
        return
    kinds = {kind for type in types for kind in with_ancestors(type)}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in PROPERTIES:
            yield f"there is no property {name}"
            continue
        if types and not kinds & set(PROPERTIES[name]["on"]):
            yield f"{name} does not stand on {types}"
        if value in (None, "", [], {}):
            yield f"{name} of {types} is empty"
            continue
        for each in as_list(value):
            yield from _faults_of_value(name, each, by_id)


def _faults_of_value(name: str, value: Any, by_id: dict[str, Node]) -> Iterator[str]:
    wanted = PROPERTIES[name]["values"]
    if isinstance(value, str):
        if not any(DATA_TYPES[type].fullmatch(value) for type in wanted if type in DATA_TYPES):
            yield f"{value!r} of {name} is none of {wanted}"
    elif isinstance(value, dict):
        node = by_id.get(value.get("@id", ""), value)
        kinds = {kind for type in as_list(node.get("@type", [])) if type in TYPES for kind in with_ancestors(type)}
        if kinds and not kinds & set(wanted):
            yield f"{node['@type']} under {name} is none of {wanted}"
        if not kinds:
            yield from _faults_of_untyped(name, node)
    else:
        yield f"{value!r} of {name} is neither text nor a node"


def _faults_of_untyped(name: str, node: Node) -> Iterator[str]:
    """A node that does not say what it is may be any that its place allows: its properties must stand on each."""
    for key in node:
        for type in PROPERTIES[name]["values"]:
            if key.startswith("@") or (key in PROPERTIES and not with_ancestors(type) & set(PROPERTIES[key]["on"])):
                yield f"{key} does not stand on every {type} that {name} may be"
