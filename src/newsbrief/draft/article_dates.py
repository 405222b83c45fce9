"""The dates that the words of an article name, at their places.

`read_article_dates(findings, sentences)[0].date` is the first as a fact sheet has it: `2019-04-07`.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.reading.dates import DateValue, read_running_text, write_period

_FORM = re.compile(r"[1-9]\d{3}(?:-\d\d){0,2}(?:/[1-9]\d{3}(?:-\d\d){0,2})?")
_LAST_YEAR = 9999


class ArticleDate(Struct, frozen=True):
    """Words for a date at their place, with the date as a fact sheet has it, and how it is known.

    `sentence` is the one in which they stand; None for those outside the article's sentences, such as a dateline's.
    `anchor` are the words from whose date these count, where they do not name it.
    """

    span: Span
    date: str
    value: DateValue
    sentence: Span | None
    anchor: Span | None = None


def read_article_dates(findings: Findings, sentences: Sequence[Span]) -> tuple[ArticleDate, ...]:
    """Return the dates that the article's words name, in their order."""
    front = findings.article.front
    starts = [sentence.start for sentence in sentences]
    found: list[ArticleDate] = []
    for each in read_running_text(findings.evidence.text, front.language, front.as_of):
        written = write_period(each.value.choices[0]) if each.value.choices else ""
        if _FORM.fullmatch(written) and each.value.last.year < _LAST_YEAR:
            number = bisect_right(starts, each.span.start) - 1
            sentence = sentences[number] if number >= 0 and each.span.end <= sentences[number].end else None
            found.append(ArticleDate(each.span, written, each.value, sentence, each.anchor))
    return tuple(found)
