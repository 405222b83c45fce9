"""The Content Security Policy of the pages: the site itself, and the hosts that its settings allow beside it.

>>> write_policy((("script-src", ("https://stats.example.org",)),))[38:77]
"script-src 'self' https://stats.example"
"""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

SELF, NONE = "'self'", "'none'"

_POLICY: Mapping[str, str] = {
    "default-src": NONE,
    "style-src": SELF,
    "script-src": SELF,
    "img-src": SELF,
    "font-src": SELF,
    "connect-src": SELF,
    "media-src": "",
    "frame-src": "",
    "base-uri": NONE,
    "form-action": NONE,
}
"""What pages may load, in the order of the policy; what is empty is left out, and as `default-src` has it."""

OPEN = ("script-src", "style-src", "img-src", "font-src", "connect-src", "media-src", "frame-src", "form-action")
"""The directives by which a site may allow hosts."""

Allowed = Sequence[tuple[str, Sequence[str]]]


def list_sources(allowed: Allowed) -> dict[str, tuple[str, ...]]:
    """Return what each directive lets pages load from."""
    own = dict(allowed)
    sources = {name: own_word.split() for name, own_word in _POLICY.items()}
    for name, hosts in own.items():
        kept = [] if sources[name] == [NONE] else sources[name] or [SELF]
        sources[name] = list(dict.fromkeys([*kept, *hosts]))
    return {name: tuple(words) for name, words in sources.items() if words}


def write_policy(allowed: Allowed) -> str:
    """Return the policy as pages have it."""
    return "; ".join(f"{name} {' '.join(words)}" for name, words in list_sources(allowed).items())


def parse_policy(text: str) -> dict[str, tuple[str, ...]]:
    """Return what each directive of a policy lets pages load from."""
    directives = (each.split() for each in text.split(";"))
    return {name.lower(): tuple(words) for name, *words in filter(None, directives)}


def allows(policy: Mapping[str, Sequence[str]], directive: str, address: str) -> bool:
    """Say whether a policy lets pages load from an address; one without a host is the site's own."""
    fallback = () if directive in ("base-uri", "form-action") else policy.get("default-src", ("*",))
    sources = policy.get(directive, fallback if directive in OPEN else ("*",))
    parts = urlsplit(address)
    if parts.scheme in ("data", "blob"):
        return f"{parts.scheme}:" in sources
    if not parts.netloc:
        return SELF in sources or "*" in sources
    return any(_matches(source, parts.hostname or "", parts.port, parts.path) for source in sources)


def _matches(source: str, host: str, port: int | None, path: str) -> bool:
    """Say whether a source such as `https://*.example.org` covers a host and a path there."""
    if source in ("*", "https:", "http:"):
        return True
    given = urlsplit(source if "//" in source else f"//{source}")
    name = given.hostname or ""
    is_host = host.endswith(name[1:]) if name.startswith("*.") else host == name
    is_port = given.port is None or given.port == (port or 443)
    is_path = given.path in ("", "/") or (
        path.startswith(given.path) if given.path.endswith("/") else path == given.path
    )
    return bool(name) and is_host and is_port and is_path
