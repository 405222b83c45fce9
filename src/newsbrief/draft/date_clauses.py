"""The words around a date that tell its event, cut out of their sentence.

Of `The case was brought by Vane, after Northstone applied in 2024.`, `cut_clause` keeps `Northstone applied in 2024`.
"""

import re

from newsbrief.draft.event_words import EventWords, read_event_words
from newsbrief.draft.selectors import trim
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Span

_LONGEST_EVENT = 260
_SHORT = 100
_FEWEST_WORDS = 4
_NEAR = 40
_SIGNS = " ,;:—–-"
_STOP = re.compile(r"[,;—–]|\.$")
_RUNS_ON = re.compile(r"[,\w]\s+[\"“‘«„]\s?[a-zß-ÿ]")
_OWNED = re.compile(r"[’']s\b")
_LONG_SENTENCE = 130
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Gen)\.? )?[A-ZÀ-Þ][\w’'-]*(?: (?:(?:of|de|al|bin|von|van|der) )?[A-ZÀ-Þ][\w’'-]*){0,4}"
_ANTECEDENTS = (
    re.compile(rf"(?<!and )(?<![\w’'])({_NAME})$"),
    re.compile(r"(?<!and )(?<![\w’'])((?:the|The|a|A|an|An|his|her|its|their) [^\W_][^,;:.]{1,60}?)$"),
)
"""The name, and the noun with its article, right before a clause with “who” or “which”."""

_NOUN = re.compile(r" [^\W\d_]")


def cut_clause(
    evidence: Evidence, date: Span, sentence: Span, marks: Coverage, *, is_short: bool = True
) -> Span | None:
    """Return the words around a date that tell its event: its clause, or the sentence as it stands outside marks.

    Where the date is a thing's (`Saturday’s defeat by Eastvale`), the thing is the event.
    """
    start, end = sentence
    quoted = list(marks.meeting(sentence))
    whole = sentence
    if any(len(evidence.words(each).split()) > _FEWEST_WORDS for each in quoted) or end - start > _LONGEST_EVENT:
        start = max([each.end for each in quoted if each.end <= date.start], default=start)
        end = min([each.start for each in quoted if each.start >= date.end], default=end)
    if (start, end) != tuple(whole) and _is_torn(evidence, Span(start, end)):
        start, end = whole
    if is_short:
        if thing := _thing(evidence, date, end):
            return thing
        start, end = _cut_short(evidence, date, start, end, quoted)
    if end - start > _LONGEST_EVENT:
        cuts = [match.start() for match in _words(evidence).cuts.finditer(evidence.text, start, end)]
        start = max([cut + 1 for cut in cuts if cut < date.start], default=start)
        end = min([cut for cut in cuts if cut >= date.end], default=end)
    clause = trim(evidence, Span(start, end), _SIGNS)
    words = evidence.words(clause).split()
    return clause if len(words) >= _FEWEST_WORDS and clause.end - clause.start <= 2 * _LONGEST_EVENT else None


def _words(evidence: Evidence) -> EventWords:
    return read_event_words(evidence.language)


def _is_torn(evidence: Evidence, rest: Span) -> bool:
    """Say whether what stands outside the marks of a sentence says nothing by itself: `said Vane`, `Vane said that`."""
    words = evidence.words(trim(evidence, rest, _SIGNS)).split()
    if _RUNS_ON.match(evidence.text, max(0, trim(evidence, rest).end - 1)):
        return True
    return not words or words[0][0].islower() or _words(evidence).has("hanging", words[-1].strip(",:.").lower())


def _cut_short(evidence: Evidence, date: Span, start: int, end: int, quoted: list[Span]) -> tuple[int, int]:
    """Return the bounds of the clause of a date: another clause before or behind it is left out."""
    text, known = evidence.text, _words(evidence)
    if relative := _relative(evidence, date, start, end):
        return relative
    if opening := known.openings.match(text, start, date.start):
        comma = text.find(", ", date.end, end)
        if comma > 0 and ", " not in text[start : date.start] and known.verbs.search(text, opening.end(), comma):
            return opening.end(), comma
    heads = [match for match in known.heads.finditer(text, start, date.start) if not _is_inside(match.start(), quoted)]
    for match in reversed(heads):
        stop = _STOP.search(text, date.end, end)
        if text.count(", ", match.end(), date.start) % 2:
            # In “after the fire in Halden, the mayor on Friday …” the date is that of the main clause.
            continue
        if known.verbs.search(text, match.end(), min(date.end + _NEAR, stop.start() if stop else end)):
            start = match.end()
            break
    if end - start > _SHORT or heads:
        for match in known.tails.finditer(text, date.end, end):
            if not _is_inside(match.start(), quoted) and known.verbs.search(text, start, match.start()):
                return start, match.start()
    return start, end


def _relative(evidence: Evidence, date: Span, start: int, end: int) -> tuple[int, int] | None:
    """Return the bounds of a clause such as “Vane, who joined in 2024” around a date, with the one it is about."""
    text, known = evidence.text, _words(evidence)
    found = list(known.relatives.finditer(text, start, date.start))
    match = found[-1] if found else None
    if match is None or known.verbs.search(text, match.end(), date.end) is None:
        return None
    stop = _STOP.search(text, date.end, end)
    before = text.rfind(", ", start, match.start()) if match.start() - start > _SHORT else -1
    first = before + 2 if before > start else start
    meant = next((each for pattern in _ANTECEDENTS if (each := pattern.search(text, first, match.start()))), None)
    if meant and (known.verbs.search(text, first, meant.start()) or " that " in text[first : meant.start()]):
        first = meant.start(1)
    return first, (stop.start() if stop else end)


def _is_inside(at: int, quoted: list[Span]) -> bool:
    return any(span.start <= at < span.end for span in quoted)


def divide_clause(evidence: Evidence, clause: Span, first: Span, second: Span) -> tuple[Span, Span] | None:
    """Return the two clauses of a sentence with two dates, divided at a word between them: `as`, `after`.

    Each has a verb of its own where the verbs are known; None where no word divides them.
    """
    known = _words(evidence)
    for match in known.dividing.finditer(evidence.text, first.end, second.start):
        before = trim(evidence, Span(clause.start, match.start()), _SIGNS)
        after = trim(evidence, Span(match.end(), clause.end), _SIGNS)
        has_verb = known.verbs.search(evidence.text, *before) and known.verbs.search(evidence.text, *after)
        is_long = all(len(evidence.words(each).split()) >= _FEWEST_WORDS for each in (before, after))
        if is_long and has_verb:
            return before, after
    return None


def without_tail(evidence: Evidence, sentence: Span) -> Span:
    """Return a sentence up to the clause that only adds to it: “…, who has led the party since May”."""
    if sentence.end - sentence.start < _LONG_SENTENCE:
        return sentence
    known = _words(evidence)
    for match in known.added.finditer(evidence.text, sentence.start + _SHORT // 2, sentence.end):
        is_whole = known.verbs.search(evidence.text, sentence.start, match.start())
        last = evidence.text.find(",", match.end(), sentence.end)
        if is_whole and not (known.has("relatives", str(match[1])) and last >= 0):
            return trim(evidence, Span(sentence.start, match.start()), _SIGNS)
    return sentence


def is_ahead_of(evidence: Evidence, date: Span, clause: Span) -> bool:
    """Say whether a clause is a thing with its date, led by “ahead of” or “before”."""
    return _words(evidence).ahead.fullmatch(evidence.text, clause.start, date.start) is not None


def is_of_a_thing(evidence: Evidence, date: Span, clause: Span) -> bool:
    """Say whether a date is that of what follows it, `Saturday’s defeat`, which the clause does not begin with."""
    known = _words(evidence)
    is_owner = (
        known.owners.match(evidence.text, date.end) is not None or _OWNED.search(evidence.words(date)) is not None
    )
    is_named = known.articles.search(evidence.text, max(clause.start, date.start - _NEAR), date.start) is not None
    is_named = is_named and bool(_NOUN.match(evidence.text, date.end))
    return (is_owner and (clause.start < date.start or clause.end <= date.end + 1)) or is_named


def _thing(evidence: Evidence, date: Span, end: int) -> Span | None:
    """Return the words of a thing with its date: `Saturday’s 3-0 home defeat by Eastvale`; None for few words."""
    known = _words(evidence)
    if not known.owners.match(evidence.text, date.end):
        return None
    stop = known.ends_of_things.search(evidence.text, date.end + 2, end)
    thing = trim(evidence, Span(date.start, stop.start() if stop else end), _SIGNS)
    if len(evidence.words(thing).split()) < _FEWEST_WORDS:
        return None
    ahead = known.ahead.search(evidence.text, max(0, date.start - _NEAR), date.start)
    # “Ahead of” says that the thing is still to come when the rest of the sentence is so.
    return Span(ahead.start(1), thing.end) if ahead else thing
