"""The hosts that the pages of a site may use beside their own: `csp` in `content/site.yaml`.

`read_allowed(yaml, "https://stats.example.org")` allows what analytics need: scripts, requests and pictures from there.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from newsbrief.content.similar_words import Vocabulary
from newsbrief.content.validation import suggest
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.content_policy import OPEN, SELF
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem

ANALYTICS = ("script-src", "connect-src", "img-src")
"""The directives for hosts that are given without one."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = compile_late(
    rf"(?:https://)?(?P<host>(?:\*\.)?(?:{_LABEL}\.)+{_LABEL}(?::\d{{1,5}})?)(?P<path>(?:/[\w.~%-]+)*/?)"
)
_MOST_HOSTS = 20


def read_allowed(yaml: YamlFile, given: Any) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], list[Problem]]:
    """Return the hosts that each directive allows, and what is wrong with others."""
    if given is None:
        return (), []
    problems: list[Problem] = []
    found: dict[str, tuple[str, ...]] = {}
    directives = given if isinstance(given, dict) else {"": given}
    for name, hosts in directives.items():
        path: Path = ("csp", name) if name else ("csp",)
        if name and name not in OPEN:
            problems.append(_unknown_directive(yaml, path, name))
            continue
        sources, faults = _read_hosts(yaml, path, hosts)
        problems += faults
        found |= dict.fromkeys((name,) if name else ANALYTICS, sources)
    return tuple(found.items()), problems


def describe_allowed() -> dict[str, Any]:
    """Return the JSON Schema of the key."""
    host = {"type": "string", "pattern": r"^(self|(https://)?(\*\.)?[A-Za-z0-9.-]+\.[A-Za-z0-9-]+(:\d+)?(/.*)?)$"}
    hosts = {"anyOf": [host, {"type": "array", "items": host, "minItems": 1, "maxItems": _MOST_HOSTS}]}
    return {
        "description": "Hosts that pages may use beside their own: for analytics, or by the directive of the policy.",
        "anyOf": [
            *hosts["anyOf"],
            {"type": "object", "properties": dict.fromkeys(OPEN, hosts), "additionalProperties": False},
            {"type": "null"},
        ],
    }


def _unknown_directive(yaml: YamlFile, path: Path, name: str) -> Problem:
    hint = suggest(f"{name}-src" if f"{name}-src" in OPEN else name, Vocabulary(OPEN))
    return yaml.problem(path, f"{name!r} is no directive by which a site may allow hosts", hint, at_key=True)


def _read_hosts(yaml: YamlFile, path: Path, hosts: Any) -> tuple[tuple[str, ...], list[Problem]]:
    listed = hosts if isinstance(hosts, list) else [hosts]
    if not listed or len(listed) > _MOST_HOSTS:
        hint = f"name 1 to {_MOST_HOSTS} of them"
        return (), [yaml.problem(path, f"there are {len(listed)} hosts here", hint)]
    problems: list[Problem] = []
    found: list[str] = []
    for number, host in enumerate(listed):
        at = (*path, number) if isinstance(hosts, list) else path
        match = _HOST.fullmatch(host.lower()) if isinstance(host, str) else None
        if host == "self":
            found.append(SELF)
        elif match and isinstance(host, str):
            found.append(f"https://{match['host']}{host[len(host) - len(match['path']) :] if match['path'] else ''}")
        else:
            problems.append(yaml.problem(at, *_explain(host)))
    return tuple(found), problems


_REASONS: Mapping[str, str] = {
    "*": "it would allow every host; name those that the site needs",
    "http:": "a page that came over https loads nothing over http",
    "unsafe": "it would let any text that gets into a page run as code",
    "data:": "put the picture or the font into static/",
    "nonce": "pages are the same for everybody, so no number is used once",
    "blob:": "name hosts alone",
}


def _explain(host: Any) -> tuple[str, str]:
    hint = "write hosts as https://stats.example.org, or https://*.example.org"
    reason = next(_reasons_against(str(host)), "")
    return f"{host!r} cannot be allowed{f': {reason}' if reason else ''}", hint


def _reasons_against(host: str) -> Iterator[str]:
    yield from (reason for sign, reason in _REASONS.items() if (host == sign if sign == "*" else sign in host))
