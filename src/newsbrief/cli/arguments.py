"""The arguments of the commands, and their help: a sentence, examples, and the exit codes of each."""

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief import __version__
from newsbrief.cli.check_command import run_check
from newsbrief.cli.commands import run_build, run_schema, run_serve
from newsbrief.cli.draft_command import run_draft
from newsbrief.cli.parser import PrintingParser, RaisingParser
from newsbrief.cli.start_commands import run_add, run_init

if TYPE_CHECKING:
    from datetime import date

_SCHEMAS = ("facts", "site", "article", "actors")
_KINDS = ("key-point", "actor", "date", "quote", "relation", "not-speech")
FORMATS = ("text", "github", "json")
DEFAULT_PORT = 8000

_EXIT_CODES = {
    1: "the content has problems",
    2: "the usage or the configuration is wrong, or something cannot be\n       read or written",
    3: "Newsbrief itself is at fault",
    130: "interrupted",
    143: "ended by SIGTERM",
}


def find_format(arguments: Sequence[str]) -> tuple[str, Path]:
    """Return the format and the site's folder that the arguments give, as far as they can be read.

    Wrong usage is reported in that format, too.
    """
    if not any(argument.startswith("--f") for argument in arguments):
        return "text", Path()
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    _add_format(parser)
    _add_site(parser)
    try:
        found, _ = parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        return "text", Path()
    return found.format, found.site


def make_parser(format: str = "text") -> argparse.ArgumentParser:
    """Return the parser of all commands; for another format than text, it raises wrong usage as a problem."""
    parser = (PrintingParser if format == "text" else RaisingParser)(
        prog="newsbrief",
        description="Build a briefing site in which every quotation, date and party is tied to the\narticle's words.",
        epilog=_end_help(("check", "init my-site", "build --help"), "the command did what it is for"),
    )
    parser.names_documentation = True
    parser.add_argument("--version", action="version", version=f"newsbrief {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog="newsbrief")
    for name, what, describe in _COMMANDS:
        describe(commands.add_parser(name, help=what))
    return parser


def _end_help(examples: Iterable[str], fine: str, codes: Mapping[int, str] = _EXIT_CODES) -> str:
    """Return the end of a help text: examples, and the exit codes; `fine` is what 0 means."""
    lines = [f"  {code:<3}  {meaning}" for code, meaning in ({0: fine} | dict(codes)).items()]
    return "\n".join(["examples:", *(f"  newsbrief {example}" for example in examples), "", "exit codes:", *lines])


def _describe_init(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Make a new site in an empty or new folder, with an example briefing in which\nall is invented. Nothing that"
        " stands in the folder is changed."
    )
    codes = {1: "something stands in the way, and nothing was written", 2: _EXIT_CODES[2]}
    parser.epilog = _end_help(("init", "init my-site --bare"), "the site is made", codes)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(), metavar="DIR", help="the folder (default: .)")
    parser.add_argument("--bare", action="store_true", help="leave out the example briefing")
    parser.set_defaults(run=run_init)


def _describe_add(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Add an entry to the fact sheet of a briefing, in the layout of its neighbours;\nno other byte of the file is"
        " changed."
    )
    examples = (
        "add quote bridge speaker=un cue='the UN said' text=Stop",
        "add date bridge date=2017 event='They vote.' --before 1",
        "add actor bridge --json - < actor.json",
    )
    codes = {1: "the entry or the fact sheet has a problem", 2: _EXIT_CODES[2]}
    parser.epilog = _end_help(examples, "the entry is added", codes)
    parser.add_argument("kind", choices=_KINDS, metavar="KIND", help=f"what is added: {', '.join(_KINDS)}")
    parser.add_argument("name", metavar="NAME", help="the folder of the briefing in content/")
    parser.add_argument(
        "values",
        nargs="*",
        metavar="KEY=VALUE",
        help="the keys of the entry; one that is given twice has a list, and cue.prefix=… is a key inside another",
    )
    parser.add_argument("--json", metavar="FILE", help="read the entry as JSON from a file, or - for standard input")
    parser.add_argument("--before", type=_number, metavar="N", help="put it before the entry number N (default: last)")
    _add_site(parser)
    parser.set_defaults(run=run_add)


def _describe_build(parser: argparse.ArgumentParser) -> None:
    parser.description = "Check the content, and write the site where there is no problem."
    examples = ("build", "build --full --base-url https://example.org/news --output docs", "build --dry-run --explain")
    parser.epilog = _end_help(examples, "the site is built")
    _add_build_options(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="the folder to write to (default: SITE/_site)")
    parser.add_argument("--full", action="store_true", help="rebuild everything, whether it has changed or not")
    parser.add_argument("--dry-run", action="store_true", help="show what would be written, but write nothing")
    parser.add_argument("--explain", action="store_true", help="say why each page was rebuilt")
    _add_format(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="do not print a summary")
    parser.set_defaults(run=run_build)


def _describe_check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Check the content, and the built site where that is asked for; write nothing\nunless --fix is given."
    )
    examples = ("check --drafts", "check --fix", "check --built --format json")
    parser.epilog = _end_help(examples, "there is no problem")
    _add_build_options(parser)
    _add_format(parser)
    parser.add_argument(
        "--fix", action="store_true", help="first write signs of articles that Markdown may take for markup as text"
    )
    parser.add_argument("--built", action="store_true", help="also check the built site: its links, ids and pictures")
    parser.add_argument(
        "--external", action="store_true", help="like --built, and also ask other sites whether links to them work"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="like --built, for the site in DIR (default: SITE/_site)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="do not print a summary")
    parser.set_defaults(run=run_check)


def _describe_serve(parser: argparse.ArgumentParser) -> None:
    parser.description = "Show the site in a browser while you edit it, until Ctrl-C; write nothing."
    codes = {code: _EXIT_CODES[code] for code in (2, 130, 143)}
    parser.epilog = _end_help(("serve --open --drafts",), "whoever read its output has gone", codes)
    _add_build_options(parser)
    parser.add_argument("--host", default="127.0.0.1", help="the host name or address to serve on (default: 127.0.0.1)")
    parser.add_argument(
        "-p",
        "--port",
        type=_ports,
        default=range(DEFAULT_PORT, DEFAULT_PORT + 100),
        help=f"the port to serve on, 0 for any free one (default: the first free one from {DEFAULT_PORT})",
    )
    parser.add_argument("--open", action="store_true", help="open the site in your browser")
    parser.set_defaults(run=run_serve)


def _describe_draft(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Make a briefing's draft from an article: article.md, and facts.yaml with all that\nthe program reads in it."
    )
    examples = ("story.docx --as-of 2019-04-07", "story.txt --format json", "story.html --prompt > prompt.txt")
    parser.epilog = _end_help([f"draft {example}" for example in examples], "the draft is written, and `check` passes")
    what = "the article: a file of plain text, Markdown, HTML or .docx, or - for standard input"
    parser.add_argument("article", metavar="ARTICLE", nargs="?", help=what)
    what = "add entries for the new passages of this briefing's article, and name what is gone from it"
    parser.add_argument("--update", type=_slug, metavar="NAME", help=what)
    parser.add_argument("--slug", type=_slug, metavar="NAME", help="the briefing's name in its address")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="the day of which the article tells, as 2019-04-07")
    parser.add_argument("--title", default="", metavar="TEXT", help="the briefing's title (default: the article's)")
    parser.add_argument("--lang", type=_language, metavar="TAG", help="the article's language, such as en-GB")
    _add_site(parser)
    parser.add_argument("--force", action="store_true", help="replace a briefing of that name, and keep a backup")
    parser.add_argument("--prompt", action="store_true", help="print a prompt for a language model, and write nothing")
    what = "json: print what was read in the article, and write nothing (default: text)"
    parser.add_argument("--format", choices=("text", "json"), default="text", help=what)
    parser.set_defaults(run=run_draft)


def _describe_schema(parser: argparse.ArgumentParser) -> None:
    parser.description = "Print the JSON Schema of a kind of file, by which editors complete and check it."
    examples = ("schema > schema/facts.schema.json", "schema site > schema/site.schema.json")
    parser.epilog = _end_help(examples, "the schema is printed", {2: _EXIT_CODES[2]})
    what = f"which one: {', '.join(_SCHEMAS)} (default: facts, with the kinds that the site defines)"
    parser.add_argument("of", nargs="?", choices=_SCHEMAS, default="facts", metavar="FILE", help=what)
    _add_site(parser)
    parser.set_defaults(run=run_schema)


_COMMANDS: tuple[tuple[str, str, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("init", "make a new site in an empty folder", _describe_init),
    ("draft", "make a briefing's draft from an article", _describe_draft),
    ("add", "add an entry to the fact sheet of a briefing", _describe_add),
    ("build", "check the content and write the site", _describe_build),
    ("check", "check the content; write nothing", _describe_check),
    ("serve", "preview the site in a browser while you edit it; write nothing", _describe_serve),
    ("schema", "print the JSON Schema of a kind of file, for editors", _describe_schema),
)


def _add_site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, default=Path(), metavar="DIR", help="the site's folder (default: .)")


def _add_build_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the commands that build the site, on the disk or in memory."""
    _add_site(parser)
    parser.add_argument("-b", "--base-url", metavar="URL", help="the address at which the site is published")
    parser.add_argument("--drafts", action="store_true", help="include briefings marked as drafts")


def _add_format(parser: argparse.ArgumentParser) -> None:
    what = "how to report problems: as text, as GitHub annotations, or as JSON (default: text)"
    parser.add_argument("--format", choices=FORMATS, default="text", help=what)


def _number(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of an entry: they count from 1")
    return int(text)


def _ports(text: str) -> tuple[int]:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: give a number from 0 to 65535")
    return (int(text),)


def _day(text: str) -> "date":
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day: write it as 2019-04-07") from None


def _slug(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a name: use small letters, digits and single hyphens")
    return text


def _language(text: str) -> str:
    from newsbrief.content.front_matter import is_known_language

    if not is_known_language(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no language tag: write it as en-GB, de or ar")
    return text
