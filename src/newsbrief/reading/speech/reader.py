"""Who speaks in each passage in quotation marks, as the article itself says; nothing of a fact sheet is needed.

`read_attributions(evidence, cast)[passage.outer]` is `Attribution(speakers=(Speaker(…, ("vane",)),), …)`.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Passage, Span
from newsbrief.reading.speech.articles import tell_articles
from newsbrief.reading.speech.attributions import Attribution, SpeechReading
from newsbrief.reading.speech.binding import bind
from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.labels import bind_label
from newsbrief.reading.speech.particles import read_by_particles
from newsbrief.reading.speech.persons import Cast
from newsbrief.reading.speech.sayings import find_sayings
from newsbrief.reading.speech.sentences import Saying, TokenSentences, divide
from newsbrief.reading.speech.speakers import Speaker, identify
from newsbrief.reading.speech.tokens import read_tokens


def read_attributions(evidence: Evidence, passages: Sequence[Passage], cast: Cast) -> SpeechReading:
    """Return who speaks in each of `passages`, which may hold texts set off as quotations too."""
    found: dict[Span, Attribution] = {}
    sayings: list[Attribution] = []
    if cast.lexicon.particles:
        found, sayings = read_by_particles(evidence, passages, cast)
    if not cast.lexicon.reads_verbs:
        return SpeechReading(cast, found, sayings)
    paragraphs = evidence.document.paragraphs
    inside: dict[int, list[Passage]] = {}
    for passage in passages:
        if passage.depth == 0:
            first, last = (evidence.paragraph_of(at) for at in (passage.outer.start, passage.outer.end - 1))
            for number in range(first, last + 1):
                inside.setdefault(number, []).append(passage)
    beside = {number - 1 for number in inside if number}
    previous: Attribution | None = None
    starts: list[int] = []
    for number in sorted(beside | set(inside)):
        previous = previous if number - 1 in inside or number - 1 in beside else None
        here, said, previous = _read_paragraph(
            evidence, paragraphs[number], inside.get(number, []), cast, previous, starts
        )
        _keep(found, here)
        sayings += said
    for passage, nested in _nests(passages):
        for inner in passage.inner:
            there = [each for each in nested if inner.holds(each.outer)]
            here, said, _ = _read_paragraph(evidence, inner, there, cast, None, [])
            _keep(found, here)
            sayings += said
    return SpeechReading(cast, found, sayings, starts)


def _keep(found: dict[Span, Attribution], here: Mapping[Span, Attribution]) -> None:
    for outer, attribution in here.items():
        if outer not in found or (attribution.is_plain and not found[outer].is_plain):
            found[outer] = attribution


def _nests(passages: Sequence[Passage]) -> list[tuple[Passage, list[Passage]]]:
    """Return each passage that holds others, with those right inside it."""
    around: list[Passage] = []
    nested: dict[Span, list[Passage]] = {}
    for passage in passages:
        while around and around[-1].outer.end <= passage.outer.start:
            around.pop()
        if around:
            nested.setdefault(around[-1].outer, []).append(passage)
        around.append(passage)
    return [(each, nested[each.outer]) for each in passages if each.outer in nested]


_COLONS = (":", "：")


def _read_paragraph(
    evidence: Evidence,
    paragraph: Span,
    passages: Sequence[Passage],
    cast: Cast,
    previous: Attribution | None,
    starts: list[int],
) -> tuple[dict[Span, Attribution], list[Attribution], Attribution | None]:
    """Return the attributions of a paragraph's passages, its sayings, and what the next paragraph may go on with."""
    tokens = tell_articles(read_tokens(evidence.text, paragraph, passages, cast.places, cast.lexicon), cast.lexicon)
    grammar = Grammar(tokens, cast.lexicon)
    sentences = divide(grammar)
    starts += (tokens[at].span.start for at in sorted(set(sentences.starts)))
    sayings = find_sayings(sentences)
    bonds = bind(sentences, sayings)
    found: dict[Span, Attribution] = {}
    said: list[Attribution] = []
    speaking: tuple[Speaker, ...] = previous.speakers if previous else ()
    known: dict[Saying, Attribution] = {}
    outers = iter(passages)
    for at, token in enumerate(tokens):
        if token.kind != "passage":
            continue
        outer = next(outers).outer
        bond = bonds.get(at)
        if bond is not None:
            if bond.saying not in known:
                known[bond.saying] = _attribute(grammar, bond.saying, cast, speaking)
            attribution = replace(
                known[bond.saying],
                is_plain=bond.is_plain,
                is_set_off=bond.is_set_off,
                is_carried=bond.is_carried,
                is_speech=known[bond.saying].is_speech and bond.is_direct,
            )
            speaking = attribution.speakers
            found[outer] = attribution
        elif at == 0 and previous is not None:
            found[outer] = previous
    for saying in sayings:
        said.append(known.get(saying) or _attribute(grammar, saying, cast, ()))
    return found, said, _following(sentences, sayings, found, said, cast)


def _attribute(grammar: Grammar, saying: Saying, cast: Cast, before: Sequence[Speaker]) -> Attribution:
    tokens, lexicon = grammar.tokens, grammar.lexicon
    first, last = tokens[saying.first], tokens[max(saying.first, saying.end - 1)]
    return Attribution(
        speakers=identify(grammar, saying, cast, before),
        cue=Span(first.span.start, last.span.end),
        role=saying.role,
        is_plain=saying.is_sure,
        hedges=saying.hedges,
        allowed=saying.allowed,
        is_relative=any(lexicon.pronouns.get(grammar.word(at)) == "r" for at in range(saying.first, saying.at)),
        is_speech=grammar.is_(saying.at, "plainly") or saying.role == "source",
        is_denied=saying.is_denied,
        is_unsaid=saying.is_unsaid,
    )


def _following(
    sentences: TokenSentences,
    sayings: Sequence[Saying],
    found: Mapping[Span, Attribution],
    said: list[Attribution],
    cast: Cast,
) -> Attribution | None:
    """Return what a passage that opens the next paragraph belongs to, if it has no words of its own."""
    tokens = sentences.grammar.tokens
    if not tokens:
        return None
    if tokens[-1].word in _COLONS:
        start = sentences.starts[-1]
        leading = [each for saying, each in zip(sayings, said, strict=True) if saying.first >= start]
        label = None if leading else bind_label(sentences, len(tokens) - 1)
        if label is not None:
            leading = [_attribute(sentences.grammar, label.saying, cast, ())]
            said.append(leading[0])
        return replace(leading[-1], is_set_off=True) if leading else None
    last = max(found, default=None)
    return replace(found[last], is_plain=False, is_carried=True) if last is not None else None
