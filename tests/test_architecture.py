"""The shape of the package: one direction, one writer, small modules, nothing undocumented."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from newsbrief.rules.check import RULES
from support.sites import ROOT

PACKAGE = ROOT / "src" / "newsbrief"
MOST_LINES = 350

ROOMS = (
    "model",
    "disk",
    "content",
    "evidence",
    "links",
    "reading",
    "rules",
    "briefing",
    "pages",
    "theme",
    "outputs",
    "build",
    "draft",
    "serve",
    "cli",
)
"""The rooms of the package from the ground up; each imports only from itself and from those before it."""

WRITING_METHODS = {"chmod", "lchmod", "mkdir", "rename", "rmdir", "touch", "truncate", "unlink"}
WRITING_METHODS |= {"hardlink_to", "symlink_to", "write_bytes", "write_text"}
WRITING_IN_OS = WRITING_METHODS | {"chown", "fdopen", "link", "makedirs", "mkfifo", "mknod", "open", "remove"}
WRITING_IN_OS |= {"removedirs", "renames", "replace", "symlink", "utime", "write"}
WRITING_MODULES = {"shutil", "tempfile", "subprocess"}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def room_of(module: str) -> str:
    return module.partition(".")[0]


MODULES = sorted(name_of(path) for path in PACKAGE.rglob("*.py"))


def text_of(module: str) -> str:
    return PACKAGE.joinpath(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8")


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse(text_of(module), module)


@cache
def nodes_of(module: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree_of(module)))


@cache
def own_imports(nodes: tuple[ast.AST, ...]) -> set[str]:
    """Return the modules of the package that a module imports, wherever in it the import stands."""
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "newsbrief":
                    found.add(alias.name.removeprefix("newsbrief").lstrip(".") or "__init__")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            if node.module and node.module.split(".")[0] == "newsbrief":
                inside = node.module.removeprefix("newsbrief").lstrip(".")
                names = [f"{inside}.{alias.name}".lstrip(".") for alias in node.names]
                found |= {name if {name, f"{name}.__init__"} & set(MODULES) else inside or "__init__" for name in names}
    return found


def writings(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield every place in a module that writes or deletes, or could."""
    for node in nodes:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names]
            yield from (f"line {node.lineno}: {name}" for name in modules if name.split(".")[0] in WRITING_MODULES)
        if isinstance(node, ast.ImportFrom) and node.module == "os":
            yield from (f"line {node.lineno}: os.{each.name}" for each in node.names if each.name in WRITING_IN_OS)
        if isinstance(node, ast.Call) and (what := written_by(node)):
            yield f"line {node.lineno}: {what}"


def written_by(call: ast.Call) -> str:
    """Say what a call writes, or "" if it does not."""
    function = call.func
    if isinstance(function, ast.Name) and function.id == "open":
        return "open for writing" if opens_for_writing(call, 1) else ""
    if not isinstance(function, ast.Attribute):
        return ""
    if isinstance(function.value, ast.Name) and function.value.id == "os":
        to_nowhere = function.attr == "open" and ast.unparse(call.args[0]) == "os.devnull"
        return f"os.{function.attr}" if function.attr in WRITING_IN_OS and not to_nowhere else ""
    if function.attr == "open":
        return "open for writing" if opens_for_writing(call, 0) else ""
    if function.attr == "replace" and len(call.args) == 1 and not call.keywords:
        return "a path's replace"
    return f".{function.attr}" if function.attr in WRITING_METHODS else ""


def opens_for_writing(call: ast.Call, position: int) -> bool:
    modes = [*call.args[position : position + 1], *(each.value for each in call.keywords if each.arg == "mode")]
    return any(not isinstance(mode, ast.Constant) or set(str(mode.value)) & set("wax+") for mode in modes)


def test_every_folder_of_the_package_is_a_room() -> None:
    assert {room_of(module) for module in MODULES} - {"__init__", "__main__"} == set(ROOMS)
    assert len(ROOMS) == len(set(ROOMS))


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_import_only_from_those_before_them(room: str) -> None:
    below = {*ROOMS[: ROOMS.index(room)], room, "__init__"}
    for module in [each for each in MODULES if room_of(each) == room]:
        assert {each for each in own_imports(nodes_of(module)) if room_of(each) not in below} == set(), module


def test_no_modules_import_each_other_in_a_circle() -> None:
    sorter = TopologicalSorter({module: own_imports(nodes_of(module)) - {module} for module in MODULES})
    sorter.prepare()


def test_a_wrong_import_would_be_noticed() -> None:
    tree = ast.parse(
        "import newsbrief.cli.main\ndef late():\n    from newsbrief import build\n    from newsbrief.rules import dates"
    )
    assert own_imports(tuple(ast.walk(tree))) == {"cli.main", "build", "rules.dates"}


def test_only_one_part_writes_or_deletes() -> None:
    others = [module for module in MODULES if room_of(module) != "disk"]
    assert [f"{module}, {place}" for module in others for place in writings(nodes_of(module))] == []


def test_every_way_of_writing_would_be_noticed() -> None:
    ways = [
        "open(path, 'w')",
        "open(path, mode='ab')",
        "open(path, mode)",
        "path.open('x')",
        "path.write_text('')",
        "path.write_bytes(b'')",
        "path.unlink()",
        "path.mkdir()",
        "path.rmdir()",
        "path.touch()",
        "path.replace(other)",
        "os.replace(one, other)",
        "os.open(path, os.O_WRONLY)",
        "import shutil",
        "from tempfile import mkdtemp",
        "from os import remove",
    ]
    assert [way for way in ways if not list(writings(ast.walk(ast.parse(way))))] == []
    harmless = ["open(path)", "open(path, 'rb')", "path.open()", "text.replace('a', 'b')", "replace(value, at=1)"]
    assert [way for way in harmless if list(writings(ast.walk(ast.parse(way))))] == []
    assert list(writings(nodes_of("disk.files"))) and list(writings(nodes_of("disk.output_update")))


def test_the_checks_and_the_model_do_not_reach_for_the_world() -> None:
    rooms = ("evidence", "reading", "rules", "briefing", "pages")
    # Catalogues of words are files of the package.
    tables = ("pages.language.interface", "reading.speech.lexicon")
    pure = [each for each in MODULES if room_of(each) in rooms and each not in tables]
    pure += ["model.briefing", "model.dates", "model.document", "model.front_matter", "model.languages", "model.site"]
    pure += ["outputs.structured_data"]
    pure += ["links.addresses", "links.markup", "links.outline", "links.judge"]
    pure += [each for each in MODULES if each.startswith("outputs.feeds.")]
    for module in pure:
        imported = {
            name.split(".")[0]
            for node in nodes_of(module)
            for name in (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [each.name for each in node.names]
                if isinstance(node, ast.Import)
                else []
            )
        }
        assert not imported & {"os", "sys", "time", "random", "socket", "locale", "pathlib", "subprocess", "io"}, module


def test_nothing_reads_the_clock_or_the_surroundings_into_a_page() -> None:
    calls = ("today", "now", "time_ns", "getenv", "gethostname", "getuser", "uuid4", "random")
    for module in MODULES:
        used = {node.attr for node in nodes_of(module) if isinstance(node, ast.Attribute)}
        # The trace is private, and times in it tell whether a file may be trusted; no page is made from them.
        # A draft of an article that gives no day is of today, which the editor reads and corrects.
        may = {"disk.file_states": {"time_ns"}, "cli.draft_command": {"today"}}.get(module, set())
        assert not used & (set(calls) - may), module
        # What draws obeys variables of its own, and may be a font of the user's: both count, so that a rebuild equals a
        # clean build.
        drawing = ("build.incremental.machine", "outputs.share_card.font_places")
        may_look = (*drawing, "cli.commands", "cli.parser", "cli.progress", "serve.loop")
        if module not in may_look:
            assert not used & {"environ", "getcwd", "cwd", "perf_counter"}, module


def test_no_module_outgrows_its_page() -> None:
    lengths = {module: len(text_of(module).splitlines()) for module in MODULES}
    assert {module: length for module, length in lengths.items() if length > MOST_LINES} == {}


def test_everything_public_says_what_it_is() -> None:
    assert [module for module in MODULES if not ast.get_docstring(tree_of(module))] == []
    assert [f"{module}.{name}" for module in MODULES for name in list_silent(module)] == []


def list_silent(module: str) -> list[str]:
    """Return what has no docstring; a rule says it in its name, a command in its help, `as_yaml` in both."""
    rules = {rule.__name__ for rule in RULES} if module.startswith("rules.") else set()
    public = [
        node
        for node in tree_of(module).body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        and not node.name.startswith("_")
        and node.name not in {*rules, "as_yaml"}
    ]
    return [node.name for node in public if not ast.get_docstring(node)]


@cache
def list_classes() -> list[tuple[str, str]]:
    """Return every class of the package with its module."""
    return [(module, node.name) for module in MODULES for node in nodes_of(module) if isinstance(node, ast.ClassDef)]


PARTICIPLES = {"Begun", "Built", "Done", "Drawn", "Found", "Gone", "Held", "Kept", "Known", "Left", "Lost", "Made"}
PARTICIPLES |= {"Put", "Read", "Seen", "Sent", "Shown", "Taken", "Told", "Worn", "Written"}
"""Those that do not end in -ed, with or without a syllable before them such as Re- or Un-."""

METAPHORS = {"blame", "board", "crew", "engine", "hand", "hands", "owned", "strangers", "wishes", "workshop"}
METAPHORS |= {"built", "look_and_feel", "made", "remade"}
"""Words that no module, class or function is called: a reader would have to learn what they stand for."""


def names_a_participle(name: str) -> bool:
    """Say whether the last word of a class's name is a participle, and not what it describes."""
    word = re.findall("[A-Z][a-z]*", name)[-1]
    return re.search("(?<!e)ed$", word) is not None or word.removeprefix("Re").removeprefix("Un").title() in PARTICIPLES


def test_no_two_classes_share_a_name() -> None:
    modules: dict[str, list[str]] = {}
    for module, name in list_classes():
        modules.setdefault(name.lstrip("_"), []).append(module)
    assert len(modules) > 100
    assert {name: found for name, found in modules.items() if len(found) > 1} == {}


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.5 keeps what half a repetition of `(?:…)*+` has read; `(?>(?:…)*)` means the same."""
    possessive = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")
    texts = {
        (module, node.value)
        for module in MODULES
        for node in nodes_of(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [(module, text) for module, text in texts if possessive.search(text) and "(?" in text] == []
    assert possessive.search(r"(?:[.]\w++)*+")


def test_no_class_is_named_by_a_participle() -> None:
    assert [f"{module}.{name}" for module, name in list_classes() if names_a_participle(name)] == []


def test_a_participle_would_be_noticed() -> None:
    named = ["Made", "Remade", "_Unfinished", "Checked", "OnceBuilt", "_Seen", "Unseen"]
    assert [name for name in named if not names_a_participle(name)] == []
    nouns = ["Feed", "JsonFeed", "BuildResult", "DatedEvent", "DrawnParty", "Trace", "Response"]
    assert [name for name in nouns if names_a_participle(name)] == []


def test_nothing_is_named_by_a_metaphor() -> None:
    named = {(module, part) for module in MODULES for part in module.split(".")}
    named |= {
        (module, node.name)
        for module in MODULES
        for node in nodes_of(module)
        if isinstance(node, (ast.ClassDef, ast.FunctionDef))
    }
    assert {(module, name) for module, name in named if words_of(name) & METAPHORS} == set()
    assert words_of("look_and_feel") & METAPHORS and words_of("_Workshop") & METAPHORS


def words_of(name: str) -> set[str]:
    """Return a name's words in small letters, and the whole of it."""
    return {word.lower() for word in re.findall("[A-Z]?[a-z]+", name)} | {name}


def test_templates_never_call_html_safe() -> None:
    templates = sorted((ROOT / "templates").rglob("*.html"))
    assert len(templates) > 10
    for template in templates:
        text = template.read_text(encoding="utf-8")
        assert "safe" not in text.split("|")[1:] and "|safe" not in text.replace(" ", ""), template.name
        assert "autoescape" not in text, template.name


def test_style_sheets_use_logical_properties_only() -> None:
    physical = ("margin-left", "margin-right", "padding-left", "padding-right", "border-left", "border-right")
    for sheet in sorted((ROOT / "static").rglob("*.css")):
        text = sheet.read_text(encoding="utf-8")
        assert not [
            name for name in (*physical, "text-align: left", "text-align: right", "float: left") if name in text
        ]
