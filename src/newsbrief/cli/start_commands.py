"""The commands `init` and `add`: a new site in a folder, and a new entry in a fact sheet."""

import os
from typing import TYPE_CHECKING, Any

from newsbrief.cli.output import print_result
from newsbrief.model.problems import ConfigError

if TYPE_CHECKING:
    from argparse import Namespace

_MOST_JSON = 1_000_000


def run_init(options: "Namespace") -> None:
    """Make a new site in a folder, and say how to go on."""
    from newsbrief.cli.commands import count
    from newsbrief.cli.reports import make_visible
    from newsbrief.disk.new_files import write_new_files
    from newsbrief.draft.new_site import list_site_files

    files = list_site_files(options.bare)
    write_new_files(options.folder, files, fresh=("content",))
    shown = make_visible(str(options.folder))
    is_here = os.path.realpath(options.folder) == os.path.realpath(".")
    into = "" if is_here else f"cd {shown}\n  "
    print_result(
        f"Made a new site in {shown}: {count(len(files), 'file')}.\n"
        f"  {into}newsbrief serve --open   shows it in your browser while you edit it\n"
        "  content/site.yaml        has its name: give it yours",
        "the site is made",
    )


def run_add(options: "Namespace") -> None:
    """Insert an entry into the fact sheet of a briefing, and say where it stands."""
    from newsbrief.cli.reports import make_visible
    from newsbrief.draft.add_entry import SnippetError, add_entry
    from newsbrief.draft.entry_words import KINDS

    values = _read_entry(options)
    before = None if options.before is None else options.before - 1
    try:
        place = add_entry(options.site, options.name, KINDS[options.kind], values, before)
    except SnippetError as error:
        print_result(error.snippet)
        raise
    print_result(
        f"Added to {make_visible(place.path)}:{place.line}. Check it with: newsbrief check", "the entry is added"
    )


def _read_entry(options: "Namespace") -> dict[str, Any]:
    """Return the entry that the command line or JSON gives. ConfigError: it gives none."""
    from newsbrief.draft.entry_words import read_entry_words

    try:
        if not options.json:
            values = read_entry_words(options.values)
        elif options.values:
            raise ValueError("the entry is given twice: write KEY=VALUE or --json")
        else:
            values = _read_json(options.json)
        if not values:
            raise ValueError("the entry is empty")
    except (ValueError, OSError, RecursionError) as error:
        hint = "for example: newsbrief add quote libya-2019 speaker=un cue='the UN said' text='Stop'"
        raise ConfigError.because(str(error), hint, "newsbrief add") from None
    return values


def _read_json(name: str) -> dict[str, Any]:
    """Return the entry in a file of JSON, or in standard input for `-`."""
    import json

    with open(0 if name == "-" else name, "rb", closefd=name != "-") as file:
        raw = file.read(_MOST_JSON + 1)
    if len(raw) > _MOST_JSON:
        raise ValueError("this JSON is too long for an entry")
    values = json.loads(raw)
    if not isinstance(values, dict):
        raise ValueError('an entry is an object of JSON, such as {"speaker": "un"}')
    return values
