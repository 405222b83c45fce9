"""The speakers of an article, as its own words name them: reporting verbs and pronouns, language by language.

Only the plainest forms are read, such as `"…," General Waldhauser said` and `Haftar said: "…"`, so that a reading is
right. In a language without an entry here nothing is read, and cues must name the speaker.

`find_pronoun("he said", "en")` is `he`.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from msgspec import Struct

from newsbrief.evidence.names import NamePlace
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Passage, Span
from newsbrief.model.languages import primary_language

PRONOUNS = {
    "en": frozenset({"he", "she", "they"}),
    "de": frozenset({"er", "sie"}),
    "es": frozenset({"él", "ella", "ellos", "ellas"}),
    "fr": frozenset({"il", "elle", "ils", "elles"}),
    "ar": frozenset({"هو", "هي", "هم"}),
    "he": frozenset({"הוא", "היא", "הם", "הן"}),
    "hi": frozenset({"वह", "वे", "उसने", "उन्होंने"}),
    "it": frozenset({"egli", "lui", "lei", "loro"}),
    "nl": frozenset({"hij", "zij", "ze"}),
    "pl": frozenset({"on", "ona", "oni", "one"}),
    "pt": frozenset({"ele", "ela", "eles", "elas"}),
    "ru": frozenset({"он", "она", "они"}),
    "sv": frozenset({"han", "hon"}),
    "uk": frozenset({"він", "вона", "вони"}),
}
# Pronouns that mostly stand for something else; they count only right before a reporting verb.
_WEAK_PRONOUNS = {"en": "it|who"}

_REPORTING_VERBS = {
    "en": (
        "said|says|told|tells|added|adds|stated|states|announced|announces|warned|warns|wrote|writes|replied|replies|asked"
        "|asks|declared|declares|explained|explains|insisted|insists|noted|notes|remarked|remarks|argued|argues|claimed"
        "|claims|confirmed|confirms|promised|tweeted|responded|concluded|observed"
    ),
}
# Verbs that may precede their speaker (`said Ortiz: "…"`); after other verbs comes the person spoken to.
_INVERTING_VERBS = {
    "en": "said|says|added|adds|wrote|writes|explained|explains|replied|replies|noted|remarked|insisted"
}
# The words that may follow a speaker named last; a possessive or another noun would change the speaker.
_NAMED_LAST = re.compile(
    r"\s*(?:$|[,.;:!?)\n—–“\"]|(?:in|on|at|to|of|as|by|from|with|via|during|after|before|when|while|who|and|but|late"
    r"|early|yesterday|today|this|last|through|over|about)\b)"
)
_TOKEN = re.compile(r"""[^\s,;:.!?()«»“”„"'’—–-]+""")
_TITLES = r"(?:(?:[Tt]he|[A-Z][\w.]*)\s+){0,4}"
_UP_TO_TITLES = re.compile(rf"[\s,—–-]*{_TITLES}")
_COLON = re.compile(r"\s*[,:]\s*")
_SENTENCE_ENDS = (".", "。")
_FAR = 400
"""Characters in which the words that name a speaker stand; they are a few, right beside the marks."""


class _Forms(Struct, frozen=True):
    """The forms that name a speaker in a language: `Ortiz said` and `said Ortiz`, after the words and before them."""

    after_name: re.Pattern[str]
    before_name: re.Pattern[str]
    from_name: re.Pattern[str]
    up_to_name: re.Pattern[str]


@cache
def _forms_of(spoken: str) -> _Forms | None:
    verbs, inverting = _REPORTING_VERBS.get(spoken), _INVERTING_VERBS.get(spoken)
    if verbs is None or inverting is None:
        return None
    return _Forms(
        after_name=re.compile(rf"\s+(?:\w+ly\s+)?(?:{verbs})\b"),
        before_name=re.compile(rf"[\s,—–-]*(?!told|tells)(?:{verbs})\s+{_TITLES}"),
        from_name=re.compile(rf"\s+(?:\w+ly\s+)?(?:{verbs})(?:\s+that)?\s*[,:]?\s*"),
        up_to_name=re.compile(rf"\b(?:{inverting})\s+{_TITLES}$"),
    )


@cache
def _weak_pronoun(spoken: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_WEAK_PRONOUNS[spoken]})(?=\s+(?:{_REPORTING_VERBS[spoken]})\b)", re.IGNORECASE)


class Attribution(Struct, frozen=True):
    """The speaker whom the article names in the words at `span`."""

    actor: str
    span: Span


def find_pronoun(words: str, language: str) -> str | None:
    """Return the first pronoun in `words` that can stand for a speaker, as it is written."""
    spoken = primary_language(language)
    pronouns = PRONOUNS.get(spoken, frozenset())
    for word in _TOKEN.findall(words):
        if word.lower() in pronouns:
            return str(word)
    if spoken not in _WEAK_PRONOUNS:
        return None
    weak = _weak_pronoun(spoken).search(words)
    return weak.group() if weak else None


def attributes_to(
    evidence: Evidence, passage: Passage, names: tuple[NamePlace, ...], language: str
) -> Attribution | None:
    """Return the speaker whom the words right before or after `passage` name with a reporting verb."""
    forms = _forms_of(primary_language(language))
    if forms is None:
        return None
    paragraphs = evidence.document.paragraphs
    first, last = (paragraphs[evidence.paragraph_of(offset)] for offset in (passage.outer.start, passage.outer.end - 1))
    after = _after(evidence, passage, last, names, forms)
    return after or _before(evidence, passage, first, names, forms)


def _after(
    evidence: Evidence, passage: Passage, paragraph: Span, names: tuple[NamePlace, ...], forms: _Forms
) -> Attribution | None:
    text, end = evidence.text, passage.outer.end
    if text[max(passage.outer.start, end - 1 - _FAR) : end - 1].rstrip().endswith(_SENTENCE_ENDS):
        return None
    number = bisect_left(names, end, key=_start)
    if number == len(names) or names[number].span.start >= paragraph.end:
        return None
    name = names[number]
    if name.span.start > end + _FAR:
        return None
    between, rest = text[end : name.span.start], text[name.span.end : min(name.span.end + _FAR, paragraph.end)]
    verb = forms.after_name.match(rest)
    if verb and _UP_TO_TITLES.fullmatch(between):
        return Attribution(name.actor, Span(name.span.start, name.span.end + verb.end()))
    named_last = _NAMED_LAST.match(rest)
    if named_last and forms.before_name.fullmatch(between):
        return Attribution(name.actor, Span(end + len(between) - len(between.lstrip(" ,—–-")), name.span.end))
    return None


def _before(
    evidence: Evidence, passage: Passage, paragraph: Span, names: tuple[NamePlace, ...], forms: _Forms
) -> Attribution | None:
    text, start = evidence.text, passage.outer.start
    number = bisect_right(names, start, key=_end) - 1
    name = names[number] if number >= 0 else None
    if name is None or name.span.start < paragraph.start or name.span.end < start - _FAR:
        return None
    between = text[name.span.end : start]
    if forms.from_name.fullmatch(between):
        return Attribution(name.actor, Span(name.span.start, name.span.end + len(between.rstrip(" ,:"))))
    if not _COLON.fullmatch(between):
        return None
    if verb := forms.up_to_name.search(text, max(paragraph.start, name.span.start - _FAR), name.span.start):
        return Attribution(name.actor, Span(verb.start(), name.span.end))
    return None


def _start(place: NamePlace) -> int:
    return place.span.start


def _end(place: NamePlace) -> int:
    return place.span.end
