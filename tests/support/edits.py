"""What editors, their tools and faults may do to the sources of the golden site."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from newsbrief.model.paths import theme_folder
from support.golden_site import (
    ACTORS,
    CONFIG,
    PAGE,
    PICTURE,
    edit,
    put,
    remove,
    rename,
    sources_of,
)
from support.sites import write_briefing

Move = Callable[[Path], object]


def overwrite(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def overwrite_unseen(path: Path, text: str) -> None:
    """Overwrite a file with as many bytes and put its time stamp back, to the nanosecond."""
    before = path.stat()
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (before.st_size, before.st_mtime_ns, before.st_ino) == (after.st_size, after.st_mtime_ns, after.st_ino)


def replace_unseen(path: Path, text: str) -> None:
    """Put another file in its place, as editors do, with as many bytes and the same time stamp."""
    before = path.stat()
    replace_by(path, text, before.st_mtime_ns)
    assert (before.st_size, before.st_mtime_ns) == (path.stat().st_size, path.stat().st_mtime_ns)


def replace_by_older(path: Path, text: str) -> None:
    replace_by(path, text, path.stat().st_mtime_ns - 10**15)


def replace_by(path: Path, text: str, mtime_ns: int) -> None:
    other = path.with_name(f".{path.name}.new")
    other.write_text(text, encoding="utf-8")
    os.utime(other, ns=(mtime_ns, mtime_ns))
    other.replace(path)


def set_ahead(path: Path, text: str) -> None:
    """Overwrite a file and give it a time stamp of next year, as a wrong clock does."""
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + 10**16
    os.utime(path, ns=(later, later))


WAYS_OF_EDITING = (overwrite, replace_unseen, replace_by_older, set_ahead)


def swap(one: str, other: str) -> Callable[[Path], object]:
    def exchange(site: Path) -> None:
        (site / one).rename(site / "between")
        (site / other).rename(site / one)
        (site / "between").rename(site / other)

    return exchange


def all_of(*moves: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda site: [move(site) for move in moves]


def add_picture(site: Path) -> None:
    put(site, "content/bridge/new.svg", PICTURE)
    edit(site, "content/bridge/article.md", "![The place]", "![New](new.svg) ![The place]")


def rename_picture(site: Path) -> None:
    (site / "content/bridge/place.svg").rename(site / "content/bridge/spot.svg")
    edit(site, "content/bridge/article.md", "place.svg", "spot.svg")


def remove_pictures(site: Path) -> None:
    edit(site, "content/bridge/article.md", "![The place](place.svg)", "")
    edit(site, "content/bridge/article.md", "image: {file: map.svg, alt: A map of the bridge}\n", "")
    (site / "content/bridge/place.svg").unlink()


def replace_by_copies(site: Path) -> None:
    """Put a copy of each folder in its place: the same bytes in other files."""
    for folder in ("content", "templates", "static"):
        shutil.copytree(site / folder, site / "copy")
        shutil.rmtree(site / folder)
        (site / "copy").rename(site / folder)


def touch_all(site: Path) -> None:
    for path, _ in sources_of(site):
        (site / path).touch()


def end_lines_as_windows_does(site: Path) -> None:
    path = site / "content/bridge/article.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def override_base(site: Path) -> None:
    """Put a copy of the theme's outermost template, with words of its own, over it."""
    text = (theme_folder("templates") / "base.html").read_text(encoding="utf-8")
    put(site, "templates/base.html", text.replace("</body>", "<p>Of our own.</p></body>"))


ACTOR = "  - {id: council, name: council, kind: group}\n"


REPEATED = "  - {id: reed, name: Tom Reed, kind: person}\n"


THOMAS = "  - {id: thomas, name: Thomas Reed, kind: person, aliases: [Tom Reed]}\n"


CLAIM = "key_points:\n  - text: many voices.\n    cite: the mayor of Adaba spoke to reporters\n"


OWN_PAGE = '{% extends "base.html" %}{% block main %}{{ html }}{% endblock %}'


# Each move, and whether the site shows it.
MOVES: dict[str, dict[str, tuple[Move, bool]]] = {
    "sources as they were": {
        "nothing": (lambda site: None, False),
        "every source touched": (touch_all, False),
        "every source replaced by a copy": (replace_by_copies, False),
        "lines ended as Windows does": (end_lines_as_windows_does, False),
        "a picture that no article shows": (lambda site: put(site, "content/bridge/unused.svg", PICTURE), False),
        "a template that nothing uses": (lambda site: put(site, "templates/unused.html", "{% never read %}"), False),
        "a hidden static file": (lambda site: put(site, "static/.hidden", "x"), False),
    },
    "briefings": {
        "added": (lambda site: write_briefing(site, "airport"), True),
        "renamed": (rename("content/bridge", "content/airport"), True),
        "renamed in case only": (rename("content/bridge", "content/Bridge"), False),
        "removed": (remove("content/bridge"), True),
        "all removed": (all_of(*map(remove, ["content/bridge", "content/harbour", "content/school"])), True),
        "two swapped": (swap("content/bridge", "content/harbour"), True),
        "two fact sheets swapped": (swap("content/bridge/facts.yaml", "content/harbour/facts.yaml"), True),
        "replaced by a page": (
            all_of(remove("content/bridge"), lambda site: put(site, "content/bridge.md", PAGE)),
            True,
        ),
        "an actor added": (lambda site: edit(site, "content/bridge/facts.yaml", "dates:", f"{ACTOR}dates:"), True),
        "a claim removed": (lambda site: edit(site, "content/bridge/facts.yaml", CLAIM, ""), True),
    },
    "pages and pictures": {
        "a page added": (lambda site: put(site, "content/contact.md", PAGE.replace("About us", "Contact")), True),
        "a page renamed": (rename("content/about.md", "content/us.md"), True),
        "a page removed": (remove("content/about.md"), True),
        "two pages swapped": (swap("content/about.md", "content/method.md"), True),
        "a picture added": (add_picture, True),
        "a picture renamed": (rename_picture, True),
        "pictures removed": (remove_pictures, True),
        "pictures swapped": (swap("content/bridge/map.svg", "content/bridge/place.svg"), True),
    },
    "shared actors": {
        "one that nobody uses": (
            lambda site: edit(site, "content/actors.yaml", "actors:\n", f"actors:\n{ACTOR}"),
            False,
        ),
        "one that a sheet repeats": (
            lambda site: edit(site, "content/actors.yaml", "actors:\n", f"actors:\n{REPEATED}"),
            False,
        ),
        "no sentence left": (
            lambda site: put(site, "content/actors.yaml", ACTORS.partition("    about:")[0] + THOMAS),
            True,
        ),
    },
    "templates": {
        "put over the theme's": (lambda site: put(site, "templates/page.html", OWN_PAGE), True),
        "put over the theme's outermost": (override_base, True),
        "taken away": (remove("templates/404.html"), True),
        "renamed": (rename("templates/404.html", "templates/other.html"), True),
        "a partial taken away": (remove("templates/components/motto.html"), True),
        "a macro taken away": (remove("templates/components/masthead.html"), True),
        "all taken away": (remove("templates"), True),
    },
    "static files": {
        "added": (lambda site: put(site, "static/data/more.txt", "More.\n"), True),
        "renamed": (rename("static/data/notes.txt", "static/data/words.txt"), True),
        "a folder renamed": (rename("static/data", "static/files"), True),
        "removed": (remove("static/data/notes.txt"), True),
        "put over the theme's": (lambda site: put(site, "static/favicon.svg", PICTURE), True),
        "a style sheet added": (lambda site: put(site, "static/own.css", "body { margin: 0; }\n"), True),
        "a style sheet taken away": (remove("static/css/tokens.css"), True),
        "one for the root": (lambda site: put(site, "static/root/.well-known/security.txt", "Contact: x\n"), True),
        "a look of its own": (lambda site: put(site, "static/custom.css", ":root { --accent: #005a3c }\n"), True),
        "all taken away": (remove("static"), True),
    },
    "configuration": {
        "tagline removed": (lambda site: edit(site, "content/site.yaml", CONFIG.split("\n")[1] + "\n", ""), True),
        "address removed": (lambda site: edit(site, "content/site.yaml", CONFIG.split("\n")[2] + "\n", ""), True),
    },
}


BREAKING: dict[str, Move] = {
    "a quotation": lambda site: edit(site, "content/bridge/facts.yaml", "late and costly", "cheap and early"),
    "a key": lambda site: edit(site, "content/harbour/facts.yaml", "quotes:", "quots:"),
    "the front matter": lambda site: edit(site, "content/bridge/article.md", "as_of:", "as_off:"),
    "a page": lambda site: put(site, "content/about.md", "No front matter.\n"),
    "the configuration": lambda site: edit(site, "content/site.yaml", "title:", "titel:"),
    "a template": lambda site: put(site, "templates/404.html", "{{ nothing_of_that_name }}"),
    "a style sheet": lambda site: put(site, "static/css/tokens.css", '@import "nowhere.css";'),
    "a fact sheet is gone": remove("content/harbour/facts.yaml"),
    "a picture is gone": remove("content/bridge/map.svg"),
    "the content is gone": remove("content"),
    "a page of a briefing's address": lambda site: put(site, "content/bridge.md", PAGE),
    "a folder that holds nothing": lambda site: put(site, "content/empty/.hidden", "x"),
    "a shared actor is gone": lambda site: put(site, "content/actors.yaml", "actors:\n"),
    "a shared actor has no kind": lambda site: edit(site, "content/actors.yaml", "kind: person", "kind: "),
    "two sheets disagree": lambda site: edit(
        site, "content/harbour/facts.yaml", "id: ortiz\n    name: Lena Ortiz", "id: lena\n    name: Lena Ortiz"
    ),
    "a file that has no place": lambda site: put(site, "content/stray.txt", "x"),
    "a fact sheet of another name": rename("content/bridge/facts.yaml", "content/bridge/facts.yml"),
}
