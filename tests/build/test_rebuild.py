"""The golden test: whatever happened before, a rebuild equals a clean build, byte for byte, and rewrites nothing else.

Sites are changed in every way that an editor, an editor's tools or a fault may change them, and built again. What such
a build makes is held against a build of the same sources in a folder where nothing was ever built.
"""

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
from support.damage import DAMAGE_TO_OUTPUTS, DAMAGE_TO_RECORDS
from support.edits import BREAKING, MOVES, WAYS_OF_EDITING, overwrite, overwrite_unseen
from support.golden_site import (
    INPUTS,
    PICTURE,
    assert_left_alone,
    assert_same,
    bring_back,
    build,
    build_or_refuse,
    build_rested,
    clean_tree,
    edit,
    put,
    remove,
    run_build,
    sources_of,
    states_of,
    told,
    tree_of,
    write_golden_site,
)
from support.processes import run_well
from support.sites import ROOT

pytestmark = pytest.mark.slow


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
    first, last = text.replace(words, words.replace(" ", "-")), text.replace(words, others)
    edit(golden, name, words, others.replace(" ", "-"))
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


def test_whatever_happens_in_any_order_a_rebuild_equals_a_clean_build() -> None:
    run_state_machine_as_test(EditedSite, settings=settings(max_examples=7, stateful_step_count=8))
