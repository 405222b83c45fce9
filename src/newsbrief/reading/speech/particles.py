"""Who speaks in languages whose words for who acts are joined to a name, or stand without spaces: ja, ko, zh.

`read_by_particles(evidence, passages, cast)` reads オルティスは「残る」と述べた as Ortiz's words: the name has は,
and a verb of saying stands in its sentence. A name with another particle is spoken to or of.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from unicodedata import normalize

from msgspec import Struct

from newsbrief.evidence.names import NamePlace
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Passage, Span
from newsbrief.reading.speech.attributions import Attribution
from newsbrief.reading.speech.persons import Cast
from newsbrief.reading.speech.speakers import Speaker

_STOP = r"[。！？!?\n]|(?:(?<=[다요])|(?<=\u1103\u1161)|(?<=\u110b\u116d))\."
_LONGEST_SENTENCE = 500
"""The most characters of a sentence before a passage, and after it."""

_FAR = 12
"""The most characters of a word right before a name, whose letters may be decomposed."""

_FARTHEST = 60
"""The most characters between a name and its verb of saying, or the marks."""


class Particles(Struct, frozen=True):
    """The patterns of one language, each matched right after a name; `governed`, `source_first` right before it.

    `marks_verbs` says that words such as と stand between the marks and the verb, which `says` finds there.
    """

    subject: re.Pattern[str]
    source: re.Pattern[str]
    owner: re.Pattern[str]
    possessive: re.Pattern[str]
    spokesman: re.Pattern[str]
    governed: re.Pattern[str]
    source_first: re.Pattern[str]
    says: re.Pattern[str]
    after_marks: re.Pattern[str]
    marks_verbs: bool
    denied: re.Pattern[str]


@cache
def compile_particles(entries: tuple[tuple[str, str], ...]) -> Particles:
    """Return the patterns of a language's table of particles."""
    table = dict(entries)
    titles = f"(?:{_choice(table.get('titles', ''))})?"
    particles = _choice(table.get("subject", "")) if table.get("subject") else ""
    others, bodies = _choice(table.get("others", "")), _choice(table.get("spokespeople", ""))
    owner = _choice(table.get("owner", ""))
    says = _choice(table.get("says", ""))
    return Particles(
        subject=re.compile(rf" ?{titles}(?:{particles})"),
        source=re.compile(rf" ?{titles} ?(?:{_choice(table.get('source', ''))})"),
        owner=re.compile(rf" ?{titles}(?:{owner}) ?[^、，。,「“]{{0,6}}?(?:{others})(?:{particles})"),
        possessive=re.compile(owner),
        spokesman=re.compile(rf" ?(?:{owner})? ?(?:{bodies})"),
        governed=re.compile(rf"(?:{_choice(table.get('governed', ''))})$"),
        source_first=re.compile(rf"(?:{_choice(table.get('source first', ''))})$"),
        says=re.compile(says),
        after_marks=re.compile(rf"(?:{_choice(table.get('after marks', ''))})"),
        marks_verbs="after marks" in table,
        denied=_denied(table, says),
    )


def _denied(table: Mapping[str, str], says: str) -> re.Pattern[str]:
    """Return the pattern of a verb of saying with what denies it before it or after it: 没有说, 言わなかった."""
    before, after = _choice(table.get("denied before", "")), _choice(table.get("denied after", ""))
    return re.compile(rf"(?:{before})(?:曾|有)?(?:{says})|(?:{says})[^、，。,「“”」]{{0,4}}?(?:{after})")


def _choice(words: str) -> str:
    listed = {form for word in words.split(",") if word.strip() for form in _forms_of(word.strip())}
    return "|".join(map(re.escape, sorted(listed, key=lambda word: (-len(word), word)))) or "(?!)"


def _forms_of(words: str) -> tuple[str, str]:
    """Return words with their letters composed and decomposed, as an article may have either."""
    return words, normalize("NFD", words)


def read_by_particles(
    evidence: Evidence, passages: Sequence[Passage], cast: Cast
) -> tuple[dict[Span, Attribution], list[Attribution]]:
    """Return the attribution of each passage that has one, and all of them."""
    particles = compile_particles(cast.lexicon.particles)
    found: dict[Span, Attribution] = {}
    for passage in passages:
        if passage.depth == 0 and (attribution := _read(evidence, passage.outer, cast, particles)):
            found[passage.outer] = attribution
    return found, list(found.values())


def _read(evidence: Evidence, outer: Span, cast: Cast, particles: Particles) -> Attribution | None:
    paragraph = evidence.document.paragraphs[evidence.paragraph_of(outer.start)]
    text = evidence.text
    before, after = _bounds(text, paragraph, outer, cast)
    rest = text[outer.end : after.end]
    says_after = particles.after_marks.match(rest) and particles.says.search(_outside(text, after, cast))
    for speaker, end, role in reversed(list(_speakers(text, before, cast, particles))):
        between = _outside(text, Span(end, outer.start), cast)
        is_said = says_after if particles.marks_verbs else particles.says.search(between[:_FARTHEST])
        if is_said or role == "source":
            said = rest if particles.marks_verbs else between
            return Attribution(
                (speaker,),
                Span(speaker.span.start, end),
                role,
                is_set_off=True,
                is_speech=bool(is_said),
                is_denied=role != "source" and bool(particles.denied.search(said[:_FARTHEST])),
            )
    for speaker, end, role in _speakers(text, after, cast, particles):
        if role == "source" or particles.says.search(text[end : min(after.end, end + _FARTHEST)]):
            leads_on = cast.quoted.meets(Span(after.end, after.end + 1)) and not particles.marks_verbs
            return Attribution((speaker,), Span(speaker.span.start, end), role, is_plain=not leads_on, is_set_off=True)
    return None


def _bounds(text: str, paragraph: Span, outer: Span, cast: Cast) -> tuple[Span, Span]:
    """Return the stretches of a passage's sentence before and after it."""
    start = max(paragraph.start, outer.start - _LONGEST_SENTENCE)
    for match in re.compile(_STOP).finditer(text, max(paragraph.start, outer.start - _LONGEST_SENTENCE), outer.start):
        if not cast.quoted.meets(Span(match.start(), match.end())):
            start = match.end()
    end = min(paragraph.end, outer.end + _LONGEST_SENTENCE)
    for match in re.compile(_STOP).finditer(text, outer.end, min(paragraph.end, outer.end + _LONGEST_SENTENCE)):
        if not cast.quoted.meets(Span(match.start(), match.end())):
            end = match.start()
            break
    following = next((each.start for each in cast.quoted.meeting(Span(outer.end, end))), end)
    return Span(start, outer.start), Span(outer.end, max(outer.end, min(end, following)))


def _outside(text: str, span: Span, cast: Cast) -> str:
    pieces, at = [], span.start
    for quoted in cast.quoted.meeting(span):
        pieces.append(text[at : max(at, quoted.start)])
        at = quoted.end
    return "".join([*pieces, text[at : max(at, span.end)]])


def _speakers(text: str, span: Span, cast: Cast, particles: Particles) -> Iterator[tuple[Speaker, int, str]]:
    """Yield those whom a stretch of the article names as speakers, with the end of the words and their role."""
    for place in cast.sentences.places_in(span):
        if cast.quoted.meets(place.span):
            continue
        at = place.span.end
        if particles.source_first.search(text, max(0, place.span.start - _FAR), place.span.start):
            yield Speaker(place.span, (place.actor,)), at, "source"
        elif found := particles.source.match(text, at):
            yield Speaker(place.span, (place.actor,)), found.end(), "source"
        elif particles.governed.search(text, max(0, place.span.start - _FAR), place.span.start):
            continue
        elif found := particles.spokesman.match(text, at):
            bodies = () if cast.is_person(place.actor) else (place.actor,)
            yield _described(place, found.end(), bodies, is_spokesman=True), found.end(), "say"
        elif found := particles.owner.match(text, at):
            yield _described(place, found.end()), found.end(), "say"
        elif (found := particles.subject.match(text, at)) and not particles.possessive.match(text, at):
            yield Speaker(place.span, (place.actor,)), found.end(), "say"


def _described(place: NamePlace, end: int, bodies: tuple[str, ...] = (), *, is_spokesman: bool = False) -> Speaker:
    span = Span(place.span.start, end)
    return Speaker(span, (), is_described=True, speaks_for=bodies, is_spokesman=is_spokesman)
