"""The golden test: whatever happened before, a rebuild equals a clean build, byte for byte, and rewrites nothing else.

Sites are changed in every way that an editor, an editor's tools or a fault may change them, and built again. What such
a build makes is held against a build of the same sources in a folder where nothing was ever built.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.paths import theme_folder
from newsbrief.model.problems import ConfigError, NewsbriefError
from support.golden_site import (
    CONFIG,
    INPUTS,
    PAGE,
    PICTURE,
    Tree,
    assert_left_alone,
    assert_same,
    bring_back,
    build,
    build_rested,
    clean_tree,
    edit,
    put,
    remove,
    rename,
    rest,
    run_build,
    sources_of,
    states_of,
    told,
    tree_of,
    write_golden_site,
)
from support.processes import run_well
from support.sites import ROOT, write_briefing


@pytest.fixture
def golden(golden_site: Path) -> Path:
    """The golden site, built."""
    return golden_site


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


@pytest.mark.parametrize("kind", INPUTS)
def test_every_kind_of_edit_reaches_the_site(golden: Path, kind: str) -> None:
    before = tree_of(golden / "_site")
    for number, (part, (path, words, others)) in enumerate(INPUTS[kind].items()):
        text = (golden / path).read_text(encoding="utf-8")
        assert words in text
        with told(f"{part} edited"):
            overwrite_unseen(golden / path, text.replace(words, others))
            build(golden)
            assert (tree_of(golden / "_site") != before) == (part != "title of a draft"), "the edit shows nowhere"
            WAYS_OF_EDITING[number % len(WAYS_OF_EDITING)](golden / path, text)
            build(golden)
            assert_same(tree_of(golden / "_site"), before)


@pytest.mark.parametrize("way", WAYS_OF_EDITING)
def test_an_edit_made_in_any_way_reaches_the_site(golden: Path, way: Callable[[Path, str], None]) -> None:
    path, words, others = INPUTS["fact sheets"]["claim"]
    text = (golden / path).read_text(encoding="utf-8")
    for written in (text.replace(words, others), text, text.replace(words, others)):
        way(golden / path, written)
        build(golden)
        overwrite_unseen(golden / path, written)
        build(golden)


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
CLAIM = "key_points:\n  - text: Two voices.\n    cite: the mayor of Adaba spoke to reporters\n"
OWN_PAGE = '{% extends "base.html" %}{% block main %}{{ html }}{% endblock %}'

Move = Callable[[Path], object]

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
        "all taken away": (remove("static"), True),
    },
    "configuration": {
        "tagline removed": (lambda site: edit(site, "content/site.yaml", CONFIG.split("\n")[1] + "\n", ""), True),
        "address removed": (lambda site: edit(site, "content/site.yaml", CONFIG.split("\n")[2] + "\n", ""), True),
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", MOVES)
def test_every_move_and_its_taking_back_reach_the_site(golden: Path, kind: str) -> None:
    before, sources = tree_of(golden / "_site"), sources_of(golden)
    for name, (move, shows) in MOVES[kind].items():
        with told(f"{kind}: {name}"):
            move(golden)
            build(golden)
            assert (tree_of(golden / "_site") != before) == shows
            shutil.rmtree(golden / "content" / "empty", ignore_errors=True)
            bring_back(golden, sources)
            build(golden)
            assert_same(tree_of(golden / "_site"), before)


def test_settings_of_the_command_line_reach_every_page_and_are_forgotten_after(golden: Path) -> None:
    before = tree_of(golden / "_site")
    for base_url, drafts in (("https://other.example", False), (None, True), ("", False)):
        build(golden, base_url, drafts)
        assert tree_of(golden / "_site") != before
        build(golden)
        assert_same(tree_of(golden / "_site"), before)


def test_two_outputs_built_in_turn_are_each_brought_up_to_date(golden: Path) -> None:
    build(golden, output="_preview", drafts=True)
    edit(golden, *INPUTS["articles"]["text"])
    build(golden, output="_preview", drafts=True)
    remove("content/bridge")(golden)
    build(golden)
    build(golden, output="_preview", drafts=True)
    build(golden, output="_third")


def test_a_site_that_was_moved_or_copied_goes_on_where_it_was(golden: Path) -> None:
    moved = golden.rename(golden.parent / "moved")
    build(moved)
    edit(moved, "content/bridge/article.md", "in a letter", "in an email")
    build(moved)
    copied = Path(shutil.copytree(moved, golden.parent / "copied"))
    remove("content/bridge")(copied)
    build(copied)
    build(moved)


def one_of_each_kind(out: Path) -> list[str]:
    """Return one output of each kind: pages, texts, evidence, pictures, style sheets, fonts and the rest."""
    kinds: dict[tuple[int, str], str] = {}
    for path in states_of(out):
        kinds.setdefault((path.count("/"), Path(path).suffix), path)
    return ["404.html", "about/index.html", *kinds.values()]


def test_an_output_of_any_kind_that_was_lost_is_written_again(golden: Path) -> None:
    for path in one_of_each_kind(golden / "_site"):
        (golden / "_site" / path).unlink()
        build(golden)


def alter(path: Path) -> None:
    """Alter a byte of a file, and put its time stamp back."""
    before, content = path.stat(), bytearray(path.read_bytes())
    if content:
        content[len(content) // 2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (before.st_size, before.st_mtime_ns, before.st_ino) == (
        path.stat().st_size,
        path.stat().st_mtime_ns,
        path.stat().st_ino,
    )


def alter_all(site: Path) -> None:
    for path in states_of(site / "_site"):
        alter(site / "_site" / path)


def append_to_all(site: Path) -> None:
    for path in states_of(site / "_site"):
        with (site / "_site" / path).open("ab") as file:
            file.write(b"more")


def empty_all(site: Path) -> None:
    for path in states_of(site / "_site"):
        (site / "_site" / path).write_bytes(b"")


def touch_outputs(site: Path) -> None:
    for path in states_of(site / "_site"):
        (site / "_site" / path).touch()


def copy_outputs(site: Path) -> None:
    shutil.copytree(site / "_site", site / "copy")
    shutil.rmtree(site / "_site")
    (site / "copy").rename(site / "_site")


def empty_output(site: Path) -> None:
    for path in (site / "_site").iterdir():
        remove(path.name)(site / "_site")


DAMAGE_TO_OUTPUTS: dict[str, Move] = {
    "a byte altered in each file, its time stamp put back": alter_all,
    "all files lengthened": append_to_all,
    "all files emptied": empty_all,
    "all files touched": touch_outputs,
    "all files replaced by copies": copy_outputs,
    "the folder emptied": empty_output,
    "the folder removed": remove("_site"),
    "a folder in it removed": remove("_site/bridge"),
    "two pages swapped": swap("_site/index.html", "_site/404.html"),
    "a page moved away": rename("_site/index.html", "elsewhere.html"),
}


def test_outputs_that_were_damaged_are_mended_whether_or_not_anything_was_edited(golden: Path) -> None:
    path, words, others = INPUTS["articles"]["text"]
    for name, damage_outputs in DAMAGE_TO_OUTPUTS.items():
        with told(name):
            damage_outputs(golden)
            build(golden)
            damage_outputs(golden)
            edit(golden, path, words, others)
            build(golden)
        words, others = others, words


def put_back(site: Path, folder: str) -> None:
    """Put back what was set aside of a folder."""
    shutil.rmtree(site / folder)
    (site / f"backup-{folder}").rename(site / folder)


def back_up(site: Path, *folders: str) -> None:
    """Set folders aside as they are, inodes and all, and go on with copies of them."""
    for folder in folders:
        (site / folder).rename(site / f"backup-{folder}")
        shutil.copytree(site / f"backup-{folder}", site / folder)


def test_an_output_of_earlier_put_back_with_its_time_stamps_is_brought_up_to_date(golden: Path) -> None:
    back_up(golden, "_site")
    edit(golden, *INPUTS["articles"]["text"])
    build(golden)
    put_back(golden, "_site")
    build(golden)


@pytest.mark.parametrize("holds", ["nothing", "a file"])
@pytest.mark.parametrize("path", ["index.html", "bridge/index.html", "bridge/map.svg", "bridge/article.txt"])
def test_a_folder_in_place_of_an_output_is_refused_by_name_and_all_else_left_alone(
    golden: Path, path: str, holds: str
) -> None:
    out = golden / "_site"
    for edited in (False, True):
        if edited:
            edit(golden, *INPUTS["articles"]["text"])
        (out / path).unlink()
        (out / path).mkdir()
        if holds == "a file":
            (out / path / "mine.txt").write_text("mine")
        before = states_of(out)
        with pytest.raises(ConfigError) as caught:
            build_site(BuildRequest(golden), out)
        assert [problem.path for problem in caught.value.problems] == [str(out / path)]
        assert states_of(out) == before and (out / path).is_dir()
        shutil.rmtree(out / path)
        build(golden)


def records_of(site: Path) -> list[Path]:
    """Return the files in which builds keep what they know."""
    return [path for path in sorted((site / ".newsbrief").rglob("*")) if path.is_file()]


def damage(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def damage_all(site: Path) -> None:
        assert records_of(site)
        for path in records_of(site):
            path.write_bytes(change(path.read_bytes()))

    return damage_all


def as_other_version(version: object) -> Callable[[bytes], bytes]:
    """Return the change that makes a record say that it is of another version, in whatever way it says so."""

    def change(raw: bytes) -> bytes:
        try:
            known = json.loads(raw)
        except ValueError:
            return b"\x00\x01" + raw[2:]
        if not isinstance(known, dict):
            return json.dumps({"version": version, "files": known}).encode()
        named = {key: version for key in known if key in ("version", "format", "schema", "engine")}
        return json.dumps({**known, "version": version, **named}).encode()

    return change


def with_values_of_other_types(raw: bytes) -> bytes:
    """Return a record with its keys, each with a value that it cannot have."""
    try:
        known = json.loads(raw)
    except ValueError:
        return raw[::-1]
    return json.dumps(dict.fromkeys(known, 7) if isinstance(known, dict) else {"files": known}).encode()


def flip_bits(raw: bytes) -> bytes:
    return bytes(byte ^ (at % 97 == 50) for at, byte in enumerate(raw))


DAMAGE_TO_RECORDS: dict[str, Move] = {
    "removed": remove(".newsbrief"),
    "emptied folder": lambda site: [path.unlink() for path in records_of(site)],
    "emptied": damage(lambda raw: b""),
    "cut in half": damage(lambda raw: raw[: len(raw) // 2]),
    "cut by a byte": damage(lambda raw: raw.rstrip()[:-1]),
    "garbage": damage(lambda raw: bytes(range(256)) * 8),
    "zeros": damage(lambda raw: bytes(len(raw))),
    "bits flipped": damage(flip_bits),
    "a title altered": damage(lambda raw: raw.replace(b"A harbour", b"A hangout")),
    "null": damage(lambda raw: b"null\n"),
    "a list": damage(lambda raw: b"[1, [2], {}]\n"),
    "an object": damage(lambda raw: b'{"files": {"index.html": 1}, "other": [null]}\n'),
    "a deep list": damage(lambda raw: b"[" * 100_000),
    "values of other types": damage(with_values_of_other_types),
    "an older version": damage(as_other_version(0)),
    "a newer version": damage(as_other_version(99)),
    "a version that is no number": damage(as_other_version({"is": "odd"})),
}


@pytest.mark.parametrize("edited", [False, True])
def test_records_that_were_damaged_are_made_anew_and_the_site_is_right(golden: Path, edited: bool) -> None:
    path, words, others = INPUTS["articles"]["text"]
    for name, damage_records in DAMAGE_TO_RECORDS.items():
        with told(name):
            damage_records(golden)
            if edited:
                edit(golden, path, words, others)
                words, others = others, words
            build(golden)


@pytest.mark.parametrize("name", ["removed", "emptied", "values of other types", "a newer version"])
def test_records_that_were_made_anew_serve_as_those_before(golden: Path, name: str) -> None:
    DAMAGE_TO_RECORDS[name](golden)
    build(golden)
    remove("content/bridge")(golden)
    build(golden)


def test_records_of_earlier_do_not_mislead(golden: Path) -> None:
    back_up(golden, ".newsbrief")
    edit(golden, *INPUTS["articles"]["text"])
    edit(golden, "static/data/notes.txt", "editors", "writers")
    build(golden)
    put_back(golden, ".newsbrief")
    build(golden)


def test_records_and_sources_of_earlier_do_not_mislead(golden: Path) -> None:
    back_up(golden, ".newsbrief", "content")
    for kind in ("articles", "fact sheets", "pages and pictures"):
        path, words, others = next(iter(INPUTS[kind].values()))
        edit(golden, path, words, others)
    build(golden)
    put_back(golden, ".newsbrief")
    put_back(golden, "content")
    build(golden)


def test_a_folder_made_ready_before_the_last_build_and_put_in_place_after_it_is_noticed(golden: Path) -> None:
    path, words, others = INPUTS["articles"]["text"]
    shutil.copytree(golden / "content/bridge", golden / "ready")
    ready = golden / "ready" / Path(path).name
    overwrite_unseen(ready, ready.read_text(encoding="utf-8").replace(words, others))
    build_rested(golden)
    swap("content/bridge", "ready")(golden)
    build(golden)


def test_records_of_another_site_do_not_mislead(golden: Path) -> None:
    other = write_golden_site(golden.parent / "other")
    edit(other, "content/bridge/article.md", "in a letter", "in an email")
    edit(other, "content/about.md", "Who writes", "Who thinks")
    build(other)
    shutil.rmtree(golden / ".newsbrief")
    shutil.copytree(other / ".newsbrief", golden / ".newsbrief")
    build(golden)


# Runs a build during which a source is edited: when its folder is listed and again as soon as it has been read, or when
# the first output is written. The second edit goes through memory that is mapped and written already, so that the file
# looks as one that is edited twice within the shortest time that a file system can tell apart: its size, time stamps
# and inode are the same.
EDITED_MEANWHILE = """
import mmap, os, sys
from pathlib import Path
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site

site, edited, moment = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
first, last = sys.argv[4].encode(), sys.argv[5].encode()
file = edited.open("r+b", buffering=0)
mapped = mmap.mmap(file.fileno(), 0)
was_listed = False
opened = 0

def watch(event, arguments):
    global was_listed, opened
    if event in ("os.listdir", "os.scandir") and not was_listed and str(arguments[0]) == str(edited.parent):
        was_listed = True
        mapped[:] = first
        file.write(first)
    elif event == "open" and was_listed:
        writes = arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if moment == "written" and writes or moment == f"opened {opened} times":
            mapped[:] = last
        opened += str(arguments[0]) == str(edited)

sys.addaudithook(watch)
build_site(BuildRequest(site), site / "_site")
mapped[:] = last
assert was_listed and opened, "the file was not read"
"""


@pytest.mark.parametrize("moment", ["opened 1 times", "opened 2 times", "written"])
@pytest.mark.parametrize(("kind", "part"), [("articles", "text"), ("fact sheets", "claim")])
def test_an_edit_made_while_a_build_runs_is_in_the_next_one(golden: Path, kind: str, part: str, moment: str) -> None:
    name, words, others = INPUTS[kind][part]
    path = golden / name
    text = path.read_text(encoding="utf-8")
    first, last = text.replace(words, words.upper()), text.replace(words, others)
    edit(golden, name, words, others.upper())
    edit(golden, "content/about.md", "Who writes", "Who thinks")
    run_well(sys.executable, "-c", EDITED_MEANWHILE, golden, path, moment, first, last)
    assert path.read_text(encoding="utf-8") == last
    build(golden)


# What may change in Newsbrief itself between two builds: its file, words in it, and others.
ENGINE = {
    "a catalogue of a language": (
        "src/newsbrief/pages/language/catalogues/en.yaml",
        "glossary: Glossary",
        "glossary: Register",
    ),
    "a template of the theme": ("templates/base.html", "</body>", "<hr></body>"),
    "a macro of the theme": ("templates/components/verification.html", "<", "<wbr><"),
    "a style sheet of the theme": ("static/css/base.css", "{", "{ --new: 1;"),
    "the drawing of cards": ("src/newsbrief/outputs/share_card/drawing.py", "_TOP = 52", "_TOP = 51"),
    "the setting of text": (
        "src/newsbrief/pages/typesetting/lines.py",
        '.removeprefix(" ")',
        '.removeprefix(" ").upper()',
    ),
    "the colour of a side": ("src/newsbrief/briefing/side_colours.py", "1f4f8a", "1f4f8b"),
    "the version": ("src/newsbrief/__init__.py", "__version__ = ", "__version__ = 'x' "),
}


@pytest.mark.slow
def test_a_change_in_newsbrief_itself_reaches_every_page_that_it_concerns(tmp_path: Path) -> None:
    engine, site = tmp_path / "engine", write_golden_site(tmp_path / "site")
    for folder in ("src", "templates", "static"):
        shutil.copytree(ROOT / folder, engine / folder, ignore=shutil.ignore_patterns("__pycache__"))
    # It is compiled once, and not at every start.
    compiled = {"PYTHONDONTWRITEBYTECODE": ""}
    run_build(site, engine, **compiled)
    for name, (path, words, others) in ENGINE.items():
        before, states = tree_of(site / "_site"), states_of(site / "_site")
        overwrite(engine / path, (engine / path).read_text(encoding="utf-8").replace(words, others, 1))
        run_build(site, engine, **compiled)
        clean = write_golden_site(tmp_path / name)
        run_build(clean, engine, **compiled)
        with told(f"{name} changed"):
            assert_same(tree_of(site / "_site"), tree_of(clean / "_site"))
            assert tree_of(site / "_site") != before
            assert_left_alone(states, states_of(site / "_site"))


def test_a_site_built_by_turns_in_different_surroundings_is_the_same_as_in_one(golden: Path) -> None:
    (golden.parent / "link").symlink_to(golden.name)
    for path, _ in sources_of(golden):
        os.utime(golden / path, (0, 0))
    run_build(golden, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C")
    before = states_of(golden / "_site")
    run_build(golden.parent / "link", TZ="America/Los_Angeles", PYTHONHASHSEED="2", LANG="C.UTF-8", PYTHONUTF8="1")
    assert states_of(golden / "_site") == before
    edit(golden, *INPUTS["articles"]["text"])
    run_build(Path(os.path.relpath(golden)), PYTHONHASHSEED="3", PYTHONOPTIMIZE="2")
    assert_same(tree_of(golden / "_site"), clean_tree(sources_of(golden)))
    build(golden)


def clean_copy(site: Path) -> Tree:
    """Return what comes of a copy of a site that holds links, in a folder that was never built in."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy, symlinks=True, ignore=shutil.ignore_patterns("_site", ".newsbrief"))
        build_site(BuildRequest(copy), copy / "_site")
        return tree_of(copy / "_site")


# What may be a link inside the site, and an input that is then edited behind it.
LINKED = {
    "an article": ("content/bridge/article.md", INPUTS["articles"]["text"]),
    "a fact sheet": ("content/bridge/facts.yaml", INPUTS["fact sheets"]["claim"]),
    "a picture": ("content/bridge/map.svg", INPUTS["pages and pictures"]["picture"]),
    "a page": ("content/about.md", INPUTS["pages and pictures"]["plain page"]),
    "the configuration": ("content/site.yaml", INPUTS["configuration"]["title"]),
    "a briefing's folder": ("content/bridge", INPUTS["articles"]["text"]),
    "a template": ("templates/404.html", INPUTS["templates and static files"]["template"]),
    "a folder of templates": ("templates/components", INPUTS["templates and static files"]["partial"]),
}


@pytest.mark.parametrize(
    "name",
    [
        "an article",
        "a fact sheet",
        "a picture",
        "a page",
        "the configuration",
        "a briefing's folder",
        "a template",
        "a folder of templates",
    ],
)
def test_an_edit_behind_a_link_reaches_the_site(golden: Path, name: str) -> None:
    path, edited = LINKED[name]
    # A picture may lie in its briefing's folder only.
    original = golden / ("content/bridge/original.svg" if name == "a picture" else "original")
    (golden / path).rename(original)
    (golden / path).symlink_to(os.path.relpath(original, (golden / path).parent))
    for drafts in (True, False):
        rest(golden)
        build_site(BuildRequest(golden, drafts=drafts), golden / "_site")
    edit(golden, *edited)
    build_site(BuildRequest(golden), golden / "_site")
    assert_same(tree_of(golden / "_site"), clean_copy(golden))


# Links that are refused wherever they are, though nothing that is read through them changes.
STRAY_LINKS = {
    "an article": "content/bridge/article.md",
    "a picture": "content/bridge/map.svg",
    "a page": "content/about.md",
    "the configuration": "content/site.yaml",
    "a static file": "static/data/notes.txt",
    "a folder of static files": "static/data",
    "a static file that leads nowhere": "static/nowhere",
}


@pytest.mark.parametrize(
    "name",
    [
        "an article",
        "a picture",
        "a page",
        "the configuration",
        "a static file",
        "a folder of static files",
        "a static file that leads nowhere",
    ],
)
def test_a_link_that_leads_out_is_refused_though_the_bytes_are_the_same(golden: Path, name: str) -> None:
    path, outside, before = STRAY_LINKS[name], golden.parent / "outside", states_of(golden / "_site")
    if (golden / path).exists():
        (golden / path).rename(outside)
    (golden / path).symlink_to(outside)
    with pytest.raises(NewsbriefError) as caught:
        build_site(BuildRequest(golden), golden / "_site")
    assert path in [problem.path for problem in caught.value.problems]
    assert states_of(golden / "_site") == before


def test_a_link_in_place_of_a_folder_of_the_output_is_refused_though_nothing_was_edited(golden: Path) -> None:
    (golden / "_site" / "bridge").rename(golden.parent / "elsewhere")
    (golden / "_site" / "bridge").symlink_to(golden.parent / "elsewhere")
    with pytest.raises(ConfigError) as caught:
        build_site(BuildRequest(golden), golden / "_site")
    assert [problem.path for problem in caught.value.problems] == [str(golden / "_site" / "bridge")]


def test_a_template_that_is_changed_while_a_build_runs_and_changed_back_leaves_nothing(golden: Path) -> None:
    template = "templates/404.html"
    before = (golden / template).read_text(encoding="utf-8")
    edit(golden, *INPUTS["articles"]["text"])
    edit(golden, "content/about.md", "About us", "About them")

    def change(done: int, total: int) -> None:
        put(golden, template, before.replace("Nothing here", "Something here"))

    build_site(BuildRequest(golden, on_step=change), golden / "_site")
    put(golden, template, before)
    build(golden)


def test_pictures_and_static_files_whose_names_hold_odd_spaces_come_and_go(golden: Path) -> None:
    name = "Screenshot at 1.00.00\u202fPM.svg"
    put(golden, f"content/bridge/{name}", PICTURE)
    put(golden, "static/data/no\u00a0break.txt", "one")
    edit(golden, "content/bridge/article.md", "file: map.svg", f'file: "{name}"')
    build(golden)
    put(golden, f"content/bridge/{name}", PICTURE.replace("Map 1", "Map 3"))
    put(golden, "static/data/no\u00a0break.txt", "two")
    build(golden)
    edit(golden, "content/bridge/article.md", f'file: "{name}"', "file: map.svg")
    (golden / "content/bridge" / name).unlink()
    (golden / "static/data/no\u00a0break.txt").unlink()
    build(golden)


def test_pythons_caches_among_static_files_are_not_published(golden: Path) -> None:
    put(golden, "static/__pycache__/a.txt", "one")
    build(golden)
    assert not list((golden / "_site").rglob("a.*.txt"))


@pytest.mark.skipif(os.name != "posix", reason="other systems allow no such names")
@pytest.mark.parametrize("name", ["x\udcff.png", "a\nb.png"])
@pytest.mark.parametrize("folder", ["content/bridge", "content", "static"])
def test_a_name_that_cannot_be_shown_is_a_problem_and_the_site_is_left_alone(
    golden: Path, folder: str, name: str
) -> None:
    before = states_of(golden / "_site")
    (golden / folder / name).write_text("x")
    for _ in range(2):
        with pytest.raises(NewsbriefError) as caught:
            build_site(BuildRequest(golden), golden / "_site")
        assert [problem.message for problem in caught.value.problems] == ["this name cannot be used"]
        assert states_of(golden / "_site") == before
    (golden / folder / name).unlink()
    build(golden)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_place_of_an_empty_output_is_replaced_and_not_read(golden: Path) -> None:
    put(golden, "static/data/empty.txt", "")
    build(golden)
    (output,) = (golden / "_site" / "assets" / "data").glob("empty.*")
    output.unlink()
    os.mkfifo(output)
    build_site(BuildRequest(golden), golden / "_site")
    build(golden)


def test_folders_may_be_nested_however_deep(golden: Path) -> None:
    deep = golden / "content" / "bridge"
    for _ in range(1100):
        deep = deep / "a"
        deep.mkdir()
    for _ in range(2):
        build_site(BuildRequest(golden), golden / "_site")
    run_well("rm", "-r", golden / "content" / "bridge" / "a")
    build(golden)


def test_a_template_that_becomes_a_static_file_is_noticed(golden: Path) -> None:
    for folder in ("templates/components", "static/css"):
        shutil.rmtree(golden / folder)
    build_rested(golden)
    (golden / "templates/404.html").rename(golden / "static/404.html")
    build(golden)


def test_whatever_a_template_of_the_site_shows_of_a_plain_page_is_up_to_date_on_every_page(golden: Path) -> None:
    shown = "{{ each.title }}{% if each.language is defined %} ({{ each.language }}){% endif %}"
    edit(golden, "templates/components/masthead.html", "{{ each.title }}", shown)
    build_rested(golden)
    edit(golden, "content/about.md", "title: About us", "title: About us\nlang: fr")
    build(golden)


def test_a_build_that_is_asked_to_make_everything_anew_rewrites_nothing_that_is_the_same(golden: Path) -> None:
    before = states_of(golden / "_site")
    build_site(BuildRequest(golden), golden / "_site", full=True)
    assert states_of(golden / "_site") == before
    alter_all(golden)
    build_site(BuildRequest(golden), golden / "_site", full=True)
    build(golden)


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
    "a file that has no place": lambda site: put(site, "content/stray.txt", "x"),
    "a fact sheet of another name": rename("content/bridge/facts.yaml", "content/bridge/facts.yml"),
}

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


def test_content_that_is_faulty_is_refused_every_time_until_it_is_mended(golden: Path) -> None:
    before, sources = tree_of(golden / "_site"), sources_of(golden)
    for name, break_it in BREAKING.items():
        with told(f"broken: {name}"):
            break_it(golden)
            assert not build_or_refuse(golden)
            assert not build_or_refuse(golden)
            bring_back(golden, sources)
            build(golden)
            assert_same(tree_of(golden / "_site"), before)


def test_two_briefings_of_one_address_are_refused_in_the_same_words_whichever_was_there_before(golden: Path) -> None:
    shutil.copytree(golden / "content/bridge", golden / "content/Bridge")
    assert not build_or_refuse(golden)


def test_a_fault_that_was_there_before_is_reported_though_only_something_else_was_edited(golden: Path) -> None:
    BREAKING["a quotation"](golden)
    assert not build_or_refuse(golden)
    edit(golden, *INPUTS["pages and pictures"]["plain page"])
    assert not build_or_refuse(golden)
    BREAKING["a key"](golden)
    assert not build_or_refuse(golden)


def test_a_draft_is_checked_when_drafts_are_asked_for(golden: Path) -> None:
    build(golden, drafts=True)
    edit(golden, "content/school/facts.yaml", "late and costly", "cheap and early")
    build_or_refuse(golden)
    assert not build_or_refuse(golden, drafts=True)
    build_or_refuse(golden)


ALL_INPUTS = [each for parts in INPUTS.values() for each in parts.values()]
ALL_MOVES = {f"{kind}: {name}": move for kind, moves in MOVES.items() for name, (move, _) in moves.items()}


class EditedSite(RuleBasedStateMachine):
    """A site to which anything may happen in any order; it is built after each step, and compared."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.site = build_rested(write_golden_site(Path(self.folder.name) / "site"))
        self.sources = sources_of(self.site)
        self.is_good = True
        self.options: tuple[str | None, bool] = (None, False)

    @rule(chosen=st.lists(st.sampled_from(ALL_INPUTS), min_size=1, max_size=3), way=st.sampled_from(WAYS_OF_EDITING))
    def edit(self, chosen: list[tuple[str, str, str]], way: Callable[[Path, str], None]) -> None:
        for path, words, others in chosen:
            if (self.site / path).is_file():
                text = (self.site / path).read_text(encoding="utf-8")
                way(self.site / path, text.replace(words, others) if words in text else text.replace(others, words))

    @rule(names=st.lists(st.sampled_from(sorted(ALL_MOVES)), min_size=1, max_size=3))
    def move(self, names: list[str]) -> None:
        for name in names:
            # What a move needs may be gone by an earlier one; then it is made as far as it goes.
            with suppress(OSError, AssertionError):
                ALL_MOVES[name](self.site)

    @rule(name=st.sampled_from(sorted(BREAKING)))
    def break_content(self, name: str) -> None:
        with suppress(OSError, AssertionError):
            BREAKING[name](self.site)

    @rule()
    def mend_everything(self) -> None:
        bring_back(self.site, self.sources)

    @rule(name=st.sampled_from(sorted(DAMAGE_TO_OUTPUTS)))
    def damage_outputs(self, name: str) -> None:
        with suppress(OSError):
            DAMAGE_TO_OUTPUTS[name](self.site)

    @precondition(lambda self: self.is_good)
    @rule(name=st.sampled_from(sorted(DAMAGE_TO_RECORDS)))
    def damage_records(self, name: str) -> None:
        """Only while the site is as its sources: what else was built is a stranger's once its record is lost."""
        DAMAGE_TO_RECORDS[name](self.site)

    @rule(base_url=st.sampled_from([None, "", "https://other.example"]), drafts=st.booleans())
    def choose(self, base_url: str | None, drafts: bool) -> None:
        self.options = (base_url, drafts)

    @invariant()
    def is_as_a_clean_build(self) -> None:
        self.is_good = build_or_refuse(self.site, *self.options)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()


@pytest.mark.slow
def test_whatever_happens_in_any_order_a_rebuild_equals_a_clean_build() -> None:
    run_state_machine_as_test(EditedSite, settings=settings(max_examples=10, stateful_step_count=8))
