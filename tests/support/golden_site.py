"""One site with an output of every kind, its edits, and builds of it that are compared with clean ones."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.problems import NewsbriefError
from support.processes import NEWSBRIEF, environment, run_well
from support.sites import ARTICLE, FACTS, ROOT, write_briefing

Tree = Mapping[str, bytes | None]
"""What a folder holds: path → bytes, or None for a folder."""


CONFIG = """\
title: The Adaba Post
tagline: What is built, and why.
base_url: https://post.example/site
language: en
"""


FRONT = """\
---
title: A bridge for Adaba
standfirst: The mayor and her rival.
as_of: 2019-04-07
lang: en
image: {file: map.svg, alt: A map of the bridge}
---

"""


ACTORS = """\
actors:
  - id: ortiz
    name: Lena Ortiz
    kind: person
    sort: Ortiz, Lena
    aliases: [Mayor Lena Ortiz]
    about:
      - text: Before that, she taught in the schools.
        source: {title: Who sits in the council, url: https://adaba.example.org/council}
  - id: thomas
    name: Thomas Reed
    kind: person
    aliases: [Tom Reed]
"""


MORE_FACTS = (
    FACTS.replace("name: Lena Ortiz\n    kind: person\n    aliases: [Mayor Lena Ortiz]\n", "side: The town\n")
    .replace("reed", "thomas")
    .replace("name: Tom Reed\n    kind: person", "side: The opposition")
    .replace("text: late and costly", "text: late and costly\n    context: About the bridge.")
    .replace(
        "actors:", "key_points:\n  - text: many voices.\n    cite: the mayor of Adaba spoke to reporters\nactors:", 1
    )
)


PAGE = "---\ntitle: About us\n---\n\nWho writes here.\n"


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><title>Map 1</title></svg>'


NOT_FOUND = """\
{% extends "base.html" %}
{% block main %}<h1>Nothing here</h1>
{% include "components/motto.html" ignore missing %}
{% endblock %}
"""


MASTHEAD = """\
{% macro masthead(page, pages) %}
<p class="own">{{ config.title }}:{% for each in pages %} {{ each.title }}{% endfor %}</p>
{%- endmacro %}
"""


TOKENS = ":root { color-scheme: light dark; --paper: #ffffff; }\n"


def write_golden_site(site: Path) -> Path:
    """Write a site that has something of every kind: pictures, pages, a draft, templates and styles of its own."""
    write_briefing(site, "bridge", ARTICLE + "\n![The place](place.svg)\n", MORE_FACTS, FRONT)
    write_briefing(site, "harbour", front=FRONT.replace("bridge", "harbour").replace("2019-04-07", "2019-04-14"))
    write_briefing(site, "school", front="---\ntitle: A school\nas_of: 2019-04-07\nlang: en\ndraft:  true\n---\n\n")
    texts = {
        "content/site.yaml": CONFIG,
        "content/actors.yaml": ACTORS,
        "content/about.md": PAGE,
        "content/method.md": PAGE.replace("About us", "Method"),
        "content/bridge/map.svg": PICTURE,
        "content/bridge/place.svg": PICTURE.replace("Map", "Place"),
        "content/harbour/map.svg": PICTURE.replace("Map 1", "Map 2"),
        "templates/404.html": NOT_FOUND,
        "templates/components/motto.html": "<p>Look again.</p>\n",
        "templates/components/masthead.html": MASTHEAD,
        "static/css/tokens.css": TOKENS,
        "static/data/notes.txt": "Notes of the editors.\n",
    }
    for path, text in texts.items():
        put(site, path, text)
    return site


def put(site: Path, path: str, text: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(text, encoding="utf-8")


def edit(site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    put(site, path, text.replace(old, new))


def build_rested(site: Path) -> Path:
    """Build a site so that what is known of its files can be trusted by their time stamps, as on the day after."""
    rest(site)
    build(site, drafts=True)
    rest(site)
    build(site)
    return site


def rest(site: Path) -> None:
    """Wait until every file has been left alone for longer than time stamps need to differ."""
    newest = max(path.stat().st_ctime_ns for path in site.rglob("*"))
    while time.time_ns() - newest < 30_000_000:
        time.sleep(0.005)


def build(site: Path, base_url: str | None = None, drafts: bool = False, output: str = "_site") -> None:
    """Build a site into a folder of its own, and hold the outcome against a clean build and what was there before."""
    out = site / output
    before = states_of(out)
    build_site(BuildRequest(site, base_url=base_url, drafts=drafts), out)
    assert_same(tree_of(out), clean_tree(sources_of(site), base_url, drafts))
    assert_left_alone(before, states_of(out))


State = tuple[bytes, int, int]


def assert_left_alone(before: Mapping[str, State], after: Mapping[str, State]) -> None:
    """See that every file whose bytes are as before is the very file of before."""
    same = [path for path, state in after.items() if path in before and before[path][0] == state[0]]
    rewritten = [path for path in same if before[path] != after[path]]
    assert not rewritten, "written again, though nothing in them has changed"


def states_of(folder: Path) -> dict[str, State]:
    """Return the bytes, the time stamp and the inode of every file."""
    return {
        path: (content, (folder / path).stat().st_mtime_ns, (folder / path).stat().st_ino)
        for path, content in tree_of(folder).items()
        if content is not None
    }


def tree_of(folder: Path) -> dict[str, bytes | None]:
    """Return everything below `folder`, which holds files and folders and nothing else."""
    found: dict[str, bytes | None] = {}
    for path in sorted(folder.rglob("*")):
        assert not path.is_symlink() and (path.is_dir() or path.is_file()), path
        found[path.relative_to(folder).as_posix()] = None if path.is_dir() else path.read_bytes()
    return found


def assert_same(built: Tree, clean: Tree) -> None:
    """Hold a build against a clean one; a difference is told by its paths."""
    missing, left = sorted(clean.keys() - built.keys()), sorted(built.keys() - clean.keys())
    wrong = sorted(path for path in built.keys() & clean.keys() if built[path] != clean[path])
    assert (missing, left, wrong) == ([], [], []), "missing, left over, and other than in a clean build"


Sources = frozenset[tuple[str, bytes]]


def sources_of(site: Path) -> Sources:
    """Return the files of a site's sources."""
    return frozenset(
        (f"{folder}/{path}", content)
        for folder in ("content", "templates", "static")
        for path, content in tree_of(site / folder).items()
        if content is not None
    )


@cache
def clean_tree(sources: Sources, base_url: str | None = None, drafts: bool = False) -> Tree:
    """Return what comes of these sources in a folder that was never built in."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in sorted(sources):
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_bytes(content)
        build_site(BuildRequest(Path(folder), base_url=base_url, drafts=drafts), Path(folder) / "_site")
        return tree_of(Path(folder) / "_site")


# Each kind of input: its file, words in it, and others of the same length.
INPUTS = {
    "articles": {
        "text": ("content/bridge/article.md", "in a letter", "in an email"),
        "title": ("content/bridge/article.md", "A bridge for", "A tunnel for"),
        "standfirst": ("content/bridge/article.md", "her rival.", "her critic"),
        "as_of": ("content/bridge/article.md", "2019-04-07", "2019-04-21"),
        "title of a draft": ("content/school/article.md", "A school", "A forest"),
        "draft": ("content/school/article.md", "draft:  true", "draft: false"),
    },
    "fact sheets": {
        "claim": ("content/bridge/facts.yaml", "many voices.", "many people."),
        "actor's side": ("content/bridge/facts.yaml", "The opposition", "The opponents "),
        "actor's id": ("content/harbour/facts.yaml", "reed", "read"),
        "quotation's context": ("content/bridge/facts.yaml", "About the bridge.", "About the money. "),
        "date's event": ("content/harbour/facts.yaml", "The council votes", "The council voted"),
    },
    "shared actors": {
        "name": ("content/actors.yaml", "Thomas Reed", "Tobias Reed"),
        "about": ("content/actors.yaml", "she taught", "she learnt"),
        "source": ("content/actors.yaml", "Who sits", "Who rows"),
        "sort": ("content/actors.yaml", "Ortiz, Lena", "Lena, Ortiz"),
    },
    "pages and pictures": {
        "plain page": ("content/about.md", "Who writes", "Who thinks"),
        "plain page's title": ("content/method.md", "Method", "Manner"),
        "picture": ("content/bridge/map.svg", "Map 1", "Map 7"),
        "picture in the text": ("content/bridge/place.svg", "Place 1", "Place 7"),
    },
    "configuration": {
        "title": ("content/site.yaml", "Adaba Post", "Adaba News"),
        "tagline": ("content/site.yaml", "and why", "and how"),
        "base_url": ("content/site.yaml", "post.example/site", "news.example/site"),
        "language": ("content/site.yaml", "language: en", "language: ar"),
    },
    "templates and static files": {
        "template": ("templates/404.html", "Nothing here", "Nobody there"),
        "partial": ("templates/components/motto.html", "Look again", "Look about"),
        "macro": ("templates/components/masthead.html", 'class="own"', 'class="new"'),
        "style sheet": ("static/css/tokens.css", "#ffffff", "#eeeeee"),
        "static file": ("static/data/notes.txt", "editors", "writers"),
    },
}


@contextmanager
def told(what: str) -> Iterator[None]:
    """Name what was done in whatever goes wrong after it."""
    try:
        yield
    except Exception as error:
        error.add_note(f"when this was done: {what}")
        raise


def rename(path: str, to: str) -> Callable[[Path], object]:
    return lambda site: (site / path).rename(site / to)


def remove(path: str) -> Callable[[Path], object]:
    return lambda site: shutil.rmtree(site / path) if (site / path).is_dir() else (site / path).unlink()


def bring_back(site: Path, sources: Sources) -> None:
    """Make a site's sources what they were, and leave alone those that are."""
    for path, _ in sources_of(site) - sources:
        (site / path).unlink()
    for path, content in sources - sources_of(site):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    for kind in ("content", "templates", "static"):
        for folder in sorted((site / kind).glob("*/"), reverse=True):
            with suppress(OSError):
                folder.rmdir()


def run_build(site: Path, source: Path = ROOT, **more: str) -> None:
    """Build a site by the command, with the package of the folder `source`."""
    run_well(*NEWSBRIEF, "build", "-q", "--site", site, env=environment(source, **more))


Problems = list[tuple[str, int, int, str]]


def problems_of(action: Callable[[], object]) -> Problems:
    """Return what is wrong with a site, or nothing if the action succeeds."""
    try:
        action()
    except NewsbriefError as error:
        return [(problem.path, problem.line, problem.column, problem.message) for problem in error.problems]
    return []


def build_or_refuse(site: Path, base_url: str | None = None, drafts: bool = False) -> bool:
    """Build a site, or, where a clean build refuses it, see that it is refused in the same words and left alone."""
    faults = problems_of(lambda: clean_tree(sources_of(site), base_url, drafts))
    if not faults:
        build(site, base_url, drafts)
        return True
    before = states_of(site / "_site")
    assert (
        problems_of(lambda: build_site(BuildRequest(site, base_url=base_url, drafts=drafts), site / "_site")) == faults
    )
    assert states_of(site / "_site") == before
    return False
