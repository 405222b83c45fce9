"""The dateline with which an agency begins an article: a place, often a day and the agency; or a day on its own line.

`find_dateline("HALDEN, 3 March 2026 — A court ruled.", paragraphs, "en").day` is 3 March 2026.
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.dates import find_dates

_LONGEST = 100
_FIRST = 3
"""The paragraphs among which the dateline may stand: a headline and a byline may be left before it."""

_SHOUTED = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'.-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'.-]*)*"
_NAMED = r"[^\W\d_a-z][\w’'.-]+(?:[ /][^\W\d_][\w’'.-]+){0,3}"
_PARTS = r"(?P<parts>(?:, [^—–()\n:;!?“”\"„«]{2,40}?)?)"
_AGENCY = r"(?: ?\((?P<agency>[^()\n]{2,30})\))"
_DASH = r" ?(?:[—–_]|--?(?=\s|$))\s*"
_LETTERS = re.compile(r"(?=\S)[^a-zà-öø-ÿа-я]")
_SHOUTED_LINE = re.compile(rf"(?P<place>{_SHOUTED}){_PARTS}{_AGENCY}?{_DASH}")
_NAMED_LINE = re.compile(rf"(?P<place>{_NAMED}){_PARTS}{_AGENCY}{_DASH}")
_DATED_LINE = re.compile(rf"(?P<place>{_NAMED}),(?P<parts> [^—–()\n:;!?“”\"„«]{{5,40}}?){_DASH}")
_COLON_LINE = re.compile(rf"(?P<place>{_NAMED})(?P<parts>[,;] [^—–()\n:!?“”\"„«]{{5,50}}?):\s+")
_DAY_FIRST_LINE = re.compile(
    rf"(?P<parts>[^—–()\n:;!?“”\"„«|]{{6,40}}?) ?[—–|-] ?(?P<place>{_NAMED})"
    rf"(?:{_AGENCY}(?:{_DASH}| )|\.\s+| ?\|\s*|{_DASH})"
)
_DAY_LINE = re.compile(r"(?:[^\W\d_]+: ?)?(?P<parts>[^—–()\n:;!?“”\"„«|]{6,40})$")
_AGENCY_LINE = re.compile(r"\((?P<agency>[^()\n]{2,20})\) ?(?:[—–_]|--?(?=\s|$))\s*")
_SOME_DAY = date(2000, 1, 1)
_FEWEST_LETTERS = 4
_LINE = re.compile(r"[^\n]+")


class Dateline(Struct, frozen=True):
    """A dateline at its place, its dash and the blank behind it included; `day` is None where it names no whole day."""

    span: Span
    day: date | None


def find_dateline(text: str, paragraphs: Sequence[Span], language: str) -> Dateline | None:
    """Return the dateline at the head of one of the first paragraphs."""
    for paragraph in [each for each in paragraphs if each.end > each.start][:_FIRST]:
        head = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
        for pattern in (_SHOUTED_LINE, _NAMED_LINE, _DATED_LINE, _COLON_LINE, _DAY_FIRST_LINE, _DAY_LINE, _AGENCY_LINE):
            match = pattern.match(head)
            if match is None or not (
                match.end() == paragraph.end - paragraph.start or _LETTERS.match(head, match.end())
            ):
                continue
            day = _day_of(match, language)
            if pattern in (_DATED_LINE, _COLON_LINE) and not _names_day(match["parts"], language):
                continue
            if pattern in (_DAY_FIRST_LINE, _DAY_LINE) and not _is_day(match["parts"], language):
                continue
            if pattern is _SHOUTED_LINE and not _is_place(match, day):
                continue
            return Dateline(Span(paragraph.start, paragraph.start + match.end()), day)
    return None


def _is_place(match: re.Match[str], day: date | None) -> bool:
    """Say whether words in capitals are a place, and no body whose name a dash follows: `NATO — which …`."""
    if day is not None or match["agency"]:
        return True
    parts = match["parts"].replace(",", " ").split()
    return all(not part[0].islower() for part in parts) and sum(map(str.isalpha, match["place"])) > _FEWEST_LETTERS


def _names_day(words: str, language: str) -> bool:
    return any(each.value.precision == "day" for each in find_dates(words, language, _SOME_DAY))


def _is_day(words: str, language: str) -> bool:
    """Say whether words are a whole day and nothing else: `Tuesday, January 10, 2006`."""
    found = find_dates(words.strip(), language, _SOME_DAY)
    is_whole = len(found) == 1 and len(found[0].words) >= len(words.strip(" .\t"))
    return is_whole and found[0].value.basis == "stated" and found[0].value.precision == "day"


def _day_of(match: re.Match[str], language: str) -> date | None:
    words = match.groupdict().get("parts") or ""
    for each in find_dates(words, language, _SOME_DAY):
        value = each.value
        if value.basis == "stated" and value.choices and value.precision == "day" and value.first == value.last:
            return value.first
    return None


def without_dateline(text: str, paragraphs: Sequence[Span], language: str) -> tuple[Span, ...]:
    """Return the places of the paragraphs, of which the one with the dateline begins behind it."""
    dateline = find_dateline(text, paragraphs, language)
    if dateline is None:
        return tuple(paragraphs)
    return tuple(
        Span(dateline.span.end, each.end) if each.start == dateline.span.start else each for each in paragraphs
    )


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the places of the first lines of a text, the dateline's among them."""
    lines = [Span(match.start(), match.end()) for match in islice(_LINE.finditer(text), _FIRST)]
    return tuple(lines)
