"""The quotations of an article as entries of a fact sheet, each with who speaks and the words that say so.

A passage of which the program is not sure becomes `unattributed`, with a doubt that says who it may be.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsbrief.content.fact_sheet import UNATTRIBUTED
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.passages import ArticlePassage, group_parts
from newsbrief.draft.selectors import select_all, select_beside, trim
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.speech.attributions import Attribution
from newsbrief.reading.speech.passages import PassageReading
from newsbrief.reading.speech.speakers import Speaker

_LONGEST_JOINED_CUE = 120
_MOST_WORDS_SET_APART = 6

Values = dict[str, Any]
Form = tuple[str, Mapping[str, Any]]


def draft_quotes(findings: Findings, passages: Sequence[ArticlePassage]) -> Iterator[DraftedEntry]:
    """Yield the entries under `quotes` and `not_speech`; words of a quotation inside another belong to that one."""
    for first, numbers in group_parts(passages).items():
        if passages[first].passage.depth:
            continue
        yield from _draft(findings, [passages[number] for number in numbers])


def _draft(findings: Findings, parts: Sequence[ArticlePassage]) -> Iterator[DraftedEntry]:
    """Yield the entry of a quotation in all its forms."""
    spans = [trim(findings.evidence, inner) for part in parts for inner in part.passage.inner]
    texts = select_all(findings.evidence, [span for span in spans if span.start < span.end])
    if texts:
        text = texts[0] if len(texts) == 1 else texts
        (section, values), *weaker = _forms(findings, parts, text, tuple(spans))
        apart = tuple(each for part in parts for each in _draft(findings, [part])) if len(parts) > 1 else ()
        if apart:
            weaker = [form for form in weaker if form[1].get("speaker") != UNATTRIBUTED]
        yield DraftedEntry(section, values, parts[0].span, tuple(weaker), apart=apart)


def _forms(findings: Findings, parts: Sequence[ArticlePassage], text: Any, spans: tuple[Span, ...]) -> Iterator[Form]:
    """Yield the forms of an entry from the strongest on, until one that says no more than that somebody speaks."""
    first, reading = parts[0], parts[0].reading
    if first.why:
        yield "not_speech", {"text": text, "why": first.why}
    cue = _cue(findings, parts)
    if cue is not None and reading.kind == "quotation":
        selector = select_beside(findings.evidence, cue, spans)
        named = _named(findings, reading, selector, text) if selector is not None else None
        if named and reading.certainty != "doubtful" and _has_own_words(findings, first):
            yield "quotes", named
            yield "quotes", {"doubt": _lead(findings, reading)} | named
        elif selector is not None and all(
            speaker.is_described and not _speaking(speaker) for speaker in reading.speakers
        ):
            yield "quotes", {"speaker": UNATTRIBUTED, "cue": selector, "text": text}
    yield "quotes", _without_speaker(findings, reading, text)
    yield from _as_the_rules_read(findings, first, text, spans)
    bare = {"speaker": UNATTRIBUTED, "text": text}
    yield "quotes", bare
    yield "quotes", bare | {"doubt": "does somebody say these words, and who?"}
    if len(spans) == 1 and len(findings.evidence.words(spans[0]).split()) <= _MOST_WORDS_SET_APART:
        yield "not_speech", {"text": text, "why": "scare", "doubt": "are these somebody’s words, or only set apart?"}


def _as_the_rules_read(
    findings: Findings, passage: ArticlePassage, text: Any, spans: tuple[Span, ...]
) -> Iterator[Form]:
    """Yield the entry with the speaker whom the rules take from the words beside the marks."""
    own = findings.once_of_article(read_speech).of_passage.get(passage.passage.outer)
    if own is None:
        return
    known = list(dict.fromkeys(id for speaker in own.speakers if (id := _speaking(speaker))))
    cue = select_beside(findings.evidence, own.cue, spans)
    if known and cue is not None:
        hedge = {"hedge": each} if (each := _hedge(own)) else {}
        doubt = "does the article say that this was said, and by whom?"
        yield (
            "quotes",
            {"speaker": known[0] if len(known) == 1 else known, **hedge, "doubt": doubt, "cue": cue, "text": text},
        )


def _has_own_words(findings: Findings, passage: ArticlePassage) -> bool:
    """Say whether the words that say who speaks lead to this passage, and not only to the one before it."""
    return passage.reading.joins is None or passage.passage.outer in findings.once_of_article(read_speech).of_passage


def _named(findings: Findings, reading: PassageReading, cue: Any, text: Any) -> Values | None:
    """Return the entry of a quotation whose speakers all are actors."""
    known = list(dict.fromkeys(id for speaker in reading.speakers if (id := _speaking(speaker))))
    if not known:
        return None
    values: Values = {"speaker": known[0] if len(known) == 1 else known}
    if reading.attribution is not None and (hedge := _hedge(reading.attribution)):
        values["hedge"] = hedge
    if question := _question(findings, reading):
        values["doubt"] = question
    return values | {"cue": cue, "text": text}


def _without_speaker(findings: Findings, reading: PassageReading, text: Any) -> Values:
    ids = [id for speaker in reading.speakers for id in (*speaker.actors, *speaker.speaks_for)]
    names = [findings.actors[id].name for id in dict.fromkeys(ids) if id in findings.actors]
    doubt = {"doubt": f"perhaps {' or '.join(names)}, by the words around; nothing plainly says so"} if names else {}
    return {"speaker": UNATTRIBUTED, **doubt, "text": text}


def _speaking(speaker: Speaker) -> str | None:
    """Return the id of the one who speaks; None for somebody without an entry."""
    return next(iter((*speaker.actors, *speaker.speaks_for)), None)


def _hedge(attribution: Attribution) -> str | None:
    if attribution.is_denied:
        return "denied"
    return min(attribution.hedges, default=None)


def _question(findings: Findings, reading: PassageReading) -> str:
    """Return what the editor must decide about a speaker; "" where the article's words leave no doubt."""
    for speaker in reading.speakers:
        if len(reading.speakers) > 1 and not _speaking(speaker):
            return f"“{_words(findings, speaker.span)}” speak, too"
        if speaker.code and len(speaker.actors) > 1:
            other = findings.actors[speaker.actors[1]].name
            return f"“{_words(findings, speaker.span)}” may also be {other}"
        if other := _namesake(findings, speaker):
            return f"“{_words(findings, speaker.span)}” may also be {other}"
        if speaker.is_described and speaker.actors:
            return f"is “{_words(findings, speaker.span)}” {findings.actors[speaker.actors[0]].name}?"
    if reading.certainty != "sure" and reading.cue is not None and not _is_beside(reading):
        return _lead(findings, reading)
    return ""


def _namesake(findings: Findings, speaker: Speaker) -> str:
    """Return the other person whom a surname alone may mean; "" where there is none."""
    word = _words(findings, speaker.span).split()[-1]
    if not speaker.actors or findings.actors[speaker.actors[0]].kind != "person":
        return ""
    name = findings.actors[speaker.actors[0]].name
    if name in _words(findings, speaker.span) or name.split()[-1] != word:
        return ""
    return next((other for other in findings.once_of_article(_surnames).get(word, ()) if other != name), "")


def _surnames(findings: Findings) -> Mapping[str, list[str]]:
    """Return the names of the persons by the last word of each."""
    names: dict[str, list[str]] = {}
    for actor in findings.actors.values():
        if actor.kind == "person":
            names.setdefault(actor.name.split()[-1], []).append(actor.name)
    return names


def _lead(findings: Findings, reading: PassageReading) -> str:
    return f"do the words “{_words(findings, reading.cue or reading.outer)}” lead to this quotation?"


def _is_beside(reading: PassageReading) -> bool:
    """Say whether the words that say who speaks stand in a plain form right beside the marks."""
    own = reading.attribution
    return own is not None and own.is_plain and reading.joins is None and reading.certainty != "doubtful"


def _words(findings: Findings, span: Span) -> str:
    return " ".join(findings.evidence.words(span).split())


def _cue(findings: Findings, parts: Sequence[ArticlePassage]) -> Span | None:
    """Return the words that say who speaks: those of the first part, up to “adding” where that follows them."""
    cue = parts[0].reading.cue
    for part in parts[1:]:
        later = part.reading.cue
        if cue is None or later is None or later.end <= cue.end:
            continue
        joined = Span(min(cue.start, later.start), later.end)
        if joined.end - joined.start <= _LONGEST_JOINED_CUE and not findings.are_quoted(joined):
            cue = joined
    return cue
