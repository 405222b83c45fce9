"""Reduces a release of schema.org's vocabulary to what the tests of the structured data ask of it.

Run from tests/ as `python -m tools.vocabulary RELEASE FILE`, with the number of the release and its file of terms,
schemaorg-current-https.jsonld. It replaces data/schema-org.json; what that holds, data/README.md tells.
"""

import json
import sys
from pathlib import Path
from typing import Any

from tools import ROOT

REDUCED = ROOT / "tests" / "data" / "schema-org.json"

OWN = "schema:"

Term = dict[str, Any]


def main() -> int:
    release, file = sys.argv[1:]
    terms = json.loads(Path(file).read_text(encoding="utf-8"))["@graph"]
    REDUCED.write_text(write_lines(release, reduce_terms(terms)), encoding="utf-8")
    return 0


def reduce_terms(terms: list[Term]) -> dict[str, dict[str, Any]]:
    """Return the types with their parents, and the properties with the types they stand on and those of their values.

    Data types are types, too. Superseded terms, what stands on these alone, members of enumerations and terms of other
    vocabularies are left out.
    """
    current = [term for term in terms if term["@id"].startswith(OWN) and "schema:supersededBy" not in term]
    classes = {name(term["@id"]): term for term in current if "rdfs:Class" in listed(term["@type"])}

    def kinds(term: Term, key: str) -> list[str]:
        return sorted(classes.keys() & {name(each["@id"]) for each in listed(term.get(key, []))})

    types = {type: kinds(term, "rdfs:subClassOf") for type, term in sorted(classes.items())}
    properties = {
        name(term["@id"]): {"on": kinds(term, "schema:domainIncludes"), "values": kinds(term, "schema:rangeIncludes")}
        for term in sorted(current, key=lambda term: name(term["@id"]))
        if "rdf:Property" in listed(term["@type"])
    }
    return {"types": types, "properties": {name: each for name, each in properties.items() if each["on"]}}


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def name(id: str) -> str:
    return id.removeprefix(OWN)


def write_lines(release: str, reduced: dict[str, dict[str, Any]]) -> str:
    """Return JSON with a line for each term, so that a newer release shows what it changes."""
    parts = [f'"release": {json.dumps(release)}']
    for kind, terms in reduced.items():
        lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in terms.items()]
        parts.append(f'"{kind}": {{\n' + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    sys.exit(main())
