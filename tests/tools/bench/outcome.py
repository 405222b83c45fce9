"""What must stand on the pages that were built, whichever program built them."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from tools.bench.content import Invented, invent
from tools.bench.programs import Program

_TAG = re.compile("<[^>]*>")
_MOST_TOLD = 10


class OutcomeError(Exception):
    """Pages lack what they must show; the message says what."""


def expect_everything(program: Program) -> None:
    """Raise OutcomeError unless each briefing stands whole on its page, and some of them on the pages that gather."""
    lacking = [path for path in program.besides if not (program.site / program.output / path).exists()]
    for number in range(1, program.count + 1):
        briefing = invent(number)
        lacking += find_lacking(_read(program.page(briefing)), briefing)
    gathering = " ".join(map(_read, program.gathering_pages()))
    for number in {1, program.count // 2 + 1, program.count}:
        briefing = invent(number)
        names = [briefing.front["title"], *(actor["name"] for actor in briefing.facts["actors"])]
        lacking += [f"pages that gather: {name}" for name in names if name not in gathering]
    _refuse(program, lacking)


def expect_article(program: Program, briefing: Invented) -> None:
    """Raise OutcomeError unless a briefing's page shows its article as it now is."""
    _refuse(program, find_lacking(_read(program.page(briefing)), briefing))


def find_lacking(page: str, briefing: Invented) -> list[str]:
    """Return what the text of a page lacks of a briefing's quotations, dates, parties, key points and paragraphs."""
    return [f"{briefing.name}: {text}" for text in _texts(briefing) if text not in page]


def read_text(page: str) -> str:
    """Return the text of an HTML page, white space as single spaces."""
    return " ".join(unescape(_TAG.sub("", page)).split())


def _texts(briefing: Invented) -> Iterator[str]:
    facts: dict[str, Any] = dict(briefing.facts)
    for quote in facts["quotes"]:
        yield from [quote["text"]] if isinstance(quote["text"], str) else quote["text"]
        yield quote["context"]
    yield from (words for event in facts["dates"] for words in (event["event"], event["when"]))
    yield from (words for actor in facts["actors"] for words in (actor["name"], actor["about"][0]["text"]))
    yield from (claim["text"] for claim in facts["key_points"])
    yield from briefing.shown


def _read(page: Path) -> str:
    return read_text(page.read_text(encoding="utf-8")) if page.exists() else ""


def _refuse(program: Program, lacking: list[str]) -> None:
    if lacking:
        told = "\n".join(f"  {each}" for each in lacking[:_MOST_TOLD])
        raise OutcomeError(f"{len(lacking)} things are missing from the site of {program.name}, such as:\n{told}")
