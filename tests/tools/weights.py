"""What a reader's device has to fetch: the bytes of a built page and of the files that it asks for."""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

FONTS = (".woff2", ".woff", ".ttf", ".otf")


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of files as they lie on the disk, and on the way: text is sent packed, each file by itself."""

    raw: int
    sent: int

    def __add__(self, other: "Weight") -> "Weight":
        return Weight(self.raw + other.raw, self.sent + other.sent)


def weigh(files: Iterable[Path]) -> Weight:
    """Return the weight of `files`; fonts are sent as they are, all else by gzip at level 9."""
    total = Weight(0, 0)
    for file in files:
        data = file.read_bytes()
        sent = data if file.suffix in FONTS else gzip.compress(data, compresslevel=9, mtime=0)
        total += Weight(len(data), len(sent))
    return total


def weigh_page(site: Path, path: str) -> dict[str, Weight]:
    """Return the weights of the page at `path` of the built `site`: its HTML, the style sheets for which it waits, its
    scripts, the site's other scripts, and every font of the site, whichever of them it asks for."""
    page = site / path
    names = _FileNames()
    names.feed(page.read_text(encoding="utf-8"))
    scripts = {(page.parent / name).resolve() for name in names.scripts}
    return {
        "HTML": weigh([page]),
        "CSS": weigh(page.parent / name for name in names.sheets),
        "JavaScript": weigh(sorted(scripts)),
        "JavaScript when asked for": weigh(sorted({file.resolve() for file in site.rglob("*.js")} - scripts)),
        "fonts": weigh(sorted(file for file in site.rglob("*") if file.suffix in FONTS)),
    }


class _FileNames(HTMLParser):
    """The addresses of the style sheets for which a screen waits, and of the scripts, in the order of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "link" and "stylesheet" in values.get("rel", "").split() and values.get("media") != "print":
            self.sheets.append(unquote(values["href"]))
        if tag == "script" and "src" in values:
            self.scripts.append(unquote(values["src"]))
