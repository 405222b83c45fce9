"""Markup in a site's own templates that the policy of its pages blocks: a browser would leave it out and say nothing.

    list(find_blocked(folder, write_policy(config.allowed)))  # the problems, each at its template and line

Templates are read as they are written; what their expressions put in is not known before a page is made, and passes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

from newsbrief.content.source_file import SourceFile
from newsbrief.model.content_policy import allows, parse_policy
from newsbrief.model.problems import Problem

Attributes = Mapping[str, str]
Policy = Mapping[str, Sequence[str]]

_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_EXTENDS = re.compile(r"\{%[-+]?\s*extends\b")
_FILLED = "\ufffc"
"""Stands for each sign of an expression, whose value is not known."""

_CODE = ("", "text/javascript", "application/javascript", "module", "importmap", "speculationrules")
_LOADED: Mapping[tuple[str, str], str] = {
    ("script", "src"): "script-src",
    ("img", "src"): "img-src",
    ("input", "src"): "img-src",
    ("image", "href"): "img-src",
    ("video", "poster"): "img-src",
    ("video", "src"): "media-src",
    ("audio", "src"): "media-src",
    ("track", "src"): "media-src",
    ("iframe", "src"): "frame-src",
    ("frame", "src"): "frame-src",
    ("form", "action"): "form-action",
}
"""What loads an address, or sends something there, by element and attribute, and the directive that lets it."""

_LINKED: Mapping[str, str] = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "modulepreload": "script-src",
}
_NEVER = {"object": "plug-ins", "embed": "plug-ins", "base": "another base for links"}

_NOUNS: Mapping[str, str] = {
    "script-src": "a script",
    "style-src": "a style sheet",
    "img-src": "a picture",
    "media-src": "sound or film",
    "frame-src": "a frame",
    "form-action": "a form that is sent",
}
_KEPT_HERE: Mapping[str, str] = {
    "script-src": "put it into static/, and write <script src=\"{{ asset('NAME.js') }}\" defer></script>",
    "style-src": "put what it says into static/custom.css",
    "img-src": "put it into static/, and write src=\"{{ asset('NAME') }}\"",
}


def find_blocked(folder: Path, policy: str) -> Iterator[Problem]:
    """Yield the problems of the templates in a site's own folder; `policy` is that of the theme's pages."""
    texts = dict(_read_templates(folder))
    judged = _find_policy(texts.get("base.html", ""), policy)
    if judged is None:
        return
    for name, text in texts.items():
        reader = _TemplateReader(SourceFile(f"templates/{name}", text), judged)
        reader.feed(_mask(text))
        reader.close()
        yield from reader.problems


def _read_templates(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            try:
                yield name.as_posix(), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                # Whoever uses it is told so.
                continue


def _find_policy(base: str, policy: str) -> Policy | None:
    """Return the policy of the pages: the theme's, or that of a `base.html` that takes its place; None without one."""
    if not base or _EXTENDS.search(base):
        return parse_policy(policy)
    reader = _PolicyReader()
    reader.feed(_mask(base))
    if reader.policy is None:
        return None
    return parse_policy(policy if _FILLED in reader.policy else reader.policy)


def _mask(text: str) -> str:
    """Return the HTML of a template, with as many lines, and signs that stand for what is filled in."""

    def blank(match: re.Match[str]) -> str:
        sign = _FILLED if match[0].startswith("{{") else " "
        return "".join("\n" if each == "\n" else sign for each in match[0])

    return _JINJA.sub(blank, text)


class _PolicyReader(HTMLParser):
    """Finds the policy that a template writes itself."""

    policy: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = given.get("content", "")


class _TemplateReader(HTMLParser):
    """Reads the HTML of a template, and collects the problems of what a policy blocks."""

    def __init__(self, source: SourceFile, policy: Policy) -> None:
        super().__init__()
        self.source, self.policy = source, policy
        self.problems: list[Problem] = []
        self.script: tuple[int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip() for name, value in attrs}
        self._judge_addresses(tag, given)
        self._judge_inline(tag, given)
        if tag in _NEVER:
            self._report(f"<{tag}>: the policy of the pages allows no {_NEVER[tag]}", "leave it out")
        is_code = tag == "script" and given.get("type", "").lower() in _CODE
        self.script = self.getpos() if is_code and "src" not in given else None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self.script and data.strip() and not self._lets_inline("script-src"):
            what = "a script within a page is blocked by the policy of the pages"
            self._report(what, _KEPT_HERE["script-src"], self.script)
            self.script = None

    def handle_endtag(self, tag: str) -> None:
        self.script = None

    def _judge_addresses(self, tag: str, given: Attributes) -> None:
        for (element, attribute), directive in _LOADED.items():
            if tag == element and attribute in given and not (tag == "form" and not given[attribute]):
                self._judge(directive, given[attribute])
        if tag in ("img", "source") and "srcset" in given:
            for candidate in given["srcset"].split(","):
                self._judge("img-src", (candidate.split() or [""])[0])
        if tag == "link":
            for relation in given.get("rel", "").lower().split():
                if relation in _LINKED:
                    self._judge(_LINKED[relation], given.get("href", ""))
        if given.get("href", "").lower().startswith("javascript:") and not self._lets_inline("script-src"):
            self._report("a link that runs a script is blocked by the policy of the pages", _KEPT_HERE["script-src"])

    def _judge_inline(self, tag: str, given: Attributes) -> None:
        if (tag == "style" or "style" in given) and not self._lets_inline("style-src"):
            what = "a style sheet within a page" if tag == "style" else "a `style` attribute"
            self._report(f"{what} is blocked by the policy of the pages", _KEPT_HERE["style-src"])
        handler = next((name for name in given if re.fullmatch(r"on[a-z]+", name)), None)
        if handler and not self._lets_inline("script-src"):
            self._report(f"`{handler}` is blocked by the policy of the pages", _KEPT_HERE["script-src"])

    def _judge(self, directive: str, address: str) -> None:
        host = re.match(r"(?i)(?:https?:)?//([^/?#]*)", address)
        is_open = _FILLED in (host[1] if host else address)
        if is_open and (directive in _KEPT_HERE or self.policy.get(directive)):
            return
        plain = f"https:{address}" if address.startswith("//") else address
        if allows(self.policy, directive, "" if is_open else plain):
            return
        source = f"https://{host[1]}" if host else "self"
        remedy = f"allow it in content/site.yaml: `csp: {{{directive}: {source}}}`"
        if plain.startswith("http:"):
            remedy = "write its address with https://, and allow its host in content/site.yaml under `csp`"
        kept = _KEPT_HERE.get(directive)
        from_where = f" from {address if len(address) <= 80 else address[:80] + '…'}" if host else ""
        what = f"{_NOUNS[directive]}{from_where} is blocked by the policy of the pages"
        self._report(what, f"{remedy}; or {kept}" if kept else remedy)

    def _lets_inline(self, directive: str) -> bool:
        return "'unsafe-inline'" in self.policy.get(directive, self.policy.get("default-src", ("'unsafe-inline'",)))

    def _report(self, message: str, hint: str, place: tuple[int, int] | None = None) -> None:
        line, column = place or self.getpos()
        self.problems.append(self.source.problem(line, column + 1, message, hint))
