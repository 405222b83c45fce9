"""The command `draft`: a new briefing from an article, its reading for programs, and a prompt for a language model."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief.cli.commands import count
from newsbrief.cli.output import print_note, print_result
from newsbrief.model.problems import ConfigError, NewsbriefError

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from newsbrief.content.incoming.incoming_article import IncomingArticle
    from newsbrief.content.shared_actors import SharedActors
    from newsbrief.draft.new_briefing import NewBriefing
    from newsbrief.model.site import SiteConfig

_MOST_SHOWN = 20


def run_draft(options: "Namespace") -> None:
    """Write the draft of a briefing, or print what was read of its article."""
    if bool(options.article) == bool(options.update):
        hint = "for example: newsbrief draft story.txt, or newsbrief draft --update libya-2019"
        raise ConfigError.because("give either an article or the name of a briefing to update", hint, "newsbrief draft")
    if options.update:
        _update(options)
        return
    from datetime import date

    from newsbrief.draft.new_briefing import (
        BriefingSettings,
        find_day,
        find_language,
        make_briefing,
        refuse_existing,
        write_briefing,
    )

    incoming = _read(options.article)
    is_printed = options.prompt or options.format == "json"
    config = _site_config(options.site, is_needed=not is_printed)
    language = config.language
    spoken = options.lang or incoming.origin.language or find_language(incoming, language)
    as_of, source = find_day(incoming, options.as_of, spoken, date.today())
    settings = BriefingSettings(
        as_of,
        language,
        options.slug or "",
        options.title,
        options.lang or "",
        source != "today",
        config.own_kinds,
        _read_actors(options.site, config),
    )
    is_guessed = not (options.lang or incoming.origin.language) and spoken != language
    briefing = make_briefing(incoming, settings)
    if options.prompt:
        from newsbrief.draft.prompt import write_prompt

        print_result(write_prompt(briefing, config.own_kinds))
        return
    if options.format == "json":
        import json

        from newsbrief.draft.reading_json import describe_draft

        print_result(json.dumps(describe_draft(briefing.draft), ensure_ascii=False, indent=2))
        return
    refuse_existing(options.site, briefing.name, is_forced=options.force)
    backups = write_briefing(options.site, briefing)
    if is_guessed:
        print_note(f"Note: by its words the article is in the language {spoken}; draft with --lang where it is not.")
    for note in (*incoming.notes, *briefing.notes):
        print_note(f"Note: {note}.")
    print_result("\n".join(_sum_up(briefing, backups, as_of, source)), "the briefing is written")
    if briefing.problems:
        raise NewsbriefError(briefing.problems)


def _update(options: "Namespace") -> None:
    """Add what is new in an edited article to its fact sheet, and name what no longer stands there."""
    from newsbrief.draft.add_entry import SnippetError
    from newsbrief.draft.update_sheet import update_sheet

    try:
        update = update_sheet(options.site, options.update, _site_config(options.site, is_needed=True))
    except SnippetError as error:
        print_result(error.snippet)
        raise
    added = f"Added {_list_new([entry.section for entry in update.added])}"
    asked = sum(bool(entry.values.get("doubt")) for entry in update.added)
    questions = f", {count(asked, 'question')} to settle" if asked else ""
    lines = [
        f"{added} to {update.path}{questions}."
        if update.added
        else "The sheet has every passage, actor and event already."
    ]
    if update.gone:
        lines.append("These entries have words that the article does not have (any more):")
    lines += [f"  {problem.path}:{problem.line}: {problem.message}" for problem in update.gone]
    print_result("\n".join(lines), "the fact sheet is updated")


def _list_new(sections: Sequence[str]) -> str:
    """Return how many entries of each section there are: `1 quotation, 2 actors and 1 date`."""
    nouns = {"quotes": "quotation", "not_speech": "passage that is no speech", "actors": "actor", "dates": "date"}
    plurals = {"not_speech": "passages that are no speech"}
    numbers = {key: sections.count(key) for key in nouns if key in sections}
    parts = [
        f"{number} {plurals[key]}" if number > 1 and key in plurals else count(number, nouns[key])
        for key, number in numbers.items()
    ]
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _read(article: str) -> "IncomingArticle":
    from newsbrief.content.incoming.read_incoming import STANDARD_INPUT, read_incoming, read_incoming_file

    if article == STANDARD_INPUT:
        return read_incoming(STANDARD_INPUT, sys.stdin.buffer.read())
    return read_incoming_file(Path(article))


def _read_actors(site: Path, config: "SiteConfig") -> "SharedActors":
    """Return the actors that the site knows already. NewsbriefError: their file has a problem."""
    from newsbrief.content.shared_actors import read_shared_actors

    actors, problems = read_shared_actors(site, config.own_kinds)
    if problems:
        raise NewsbriefError(problems)
    return actors


def _site_config(site: Path, *, is_needed: bool) -> "SiteConfig":
    """Return the settings of the site; where they cannot be read and none are needed, those of an English one."""
    from newsbrief.content.settings import read_config
    from newsbrief.model.site import SiteConfig

    try:
        return read_config(site)
    except ConfigError:
        if is_needed:
            raise
        return SiteConfig("", "", "", "en")


def _sum_up(briefing: "NewBriefing", backups: tuple[str, ...], as_of: "date", source: str) -> Iterator[str]:
    """Yield what was found and written, and each open question with its file and line."""
    folder = f"content/{briefing.name}"
    sheet = briefing.draft.sheet
    kinds = {each.id: each.actor.kind for each in briefing.draft.reading.actors}
    people = sum(kinds.get(str(entry["id"])) == "person" for entry in sheet.get("actors", ()))
    bodies = len(sheet.get("actors", ())) - people
    named = sum(entry["speaker"] != "unattributed" for entry in sheet.get("quotes", ()))
    quotes, dates, relations = (len(sheet.get(key, ())) for key in ("quotes", "dates", "relations"))
    yield f"Wrote {folder}/article.md and {folder}/facts.yaml."
    if backups:
        yield f"What was there before is kept as {' and '.join(backups)}."
    yield (
        f"Found {count(people, 'person') if people == 1 else f'{people} people'} and"
        f" {'1 body' if bodies == 1 else f'{bodies} bodies'}, {count(quotes, 'quotation')} ({named} with a speaker),"
        f" {count(dates, 'date')} and {count(relations, 'relation')}."
    )
    if source == "dateline":
        yield f"The article gives its day in its dateline: as_of is {as_of}."
    if source == "today":
        yield f"The article gives no day: as_of is {as_of}, today, from which"
        yield "its dates are counted, each with a question: draft again with --as-of DAY --force, or settle each."
    if briefing.doubts:
        yield f"{count(len(briefing.doubts), 'question')} to settle; when one is settled, delete its line `doubt:`:"
    for problem in briefing.doubts[:_MOST_SHOWN]:
        yield f"  {problem.path}:{problem.line}: {problem.message}"
    if len(briefing.doubts) > _MOST_SHOWN:
        yield f"  and {len(briefing.doubts) - _MOST_SHOWN} more"
    yield "Next: newsbrief serve --drafts --open"
