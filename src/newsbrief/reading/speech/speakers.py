"""The phrases that speak, as actors: a name, a pronoun, a description, a spokesman's body, a statement's author."""

from collections.abc import Sequence

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.speech.antecedents import Antecedents, find_antecedents
from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.persons import Cast
from newsbrief.reading.speech.phrases import Phrase
from newsbrief.reading.speech.phrases_after import read_right
from newsbrief.reading.speech.sentences import Saying
from newsbrief.reading.speech.tokens import Token

_LONGEST_ASIDE = 15
"""The most words set off after a name."""

_GENDERED = (("bodies", "b"), ("women", "f"), ("men", "m"))
"""Nouns that mean the one named last, as a pronoun does: the company, the woman."""


class Speaker(Struct, frozen=True):
    """One who speaks, in the article's words at `span`.

    `actors` are the ids of those whom the words can mean, the likeliest first; none for somebody who is not known.
    `code` is that of a pronoun. `is_described` says that words like "her lawyer" describe somebody; where `is_open`,
    they may mean an actor all the same ("the woman"); `is_doubtful` that a pronoun means one of `actors` as well as
    another. `speaks_for` are the bodies of which somebody `is_spokesman`, as far as the words beside the name or the
    noun give them.
    """

    span: Span
    actors: tuple[str, ...]
    code: str = ""
    is_described: bool = False
    is_open: bool = False
    speaks_for: tuple[str, ...] = ()
    is_spokesman: bool = False
    is_doubtful: bool = False


def identify(grammar: Grammar, saying: Saying, cast: Cast, before: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """Return the speakers of a saying; `before` are those of the passage before it, whom "he added" means."""
    named = {grammar.tokens[at].actor for at in range(saying.at, _end_of_clause(grammar, saying))}
    own = {phrase.head.actor for phrase in saying.subjects}
    excluded = frozenset(named - own - {""}) if saying.role in ("say", "call", "manner") else frozenset()
    goes_on = grammar.is_(saying.at, "continuing")
    if not saying.subjects and saying.role == "say" and grammar.lexicon.drops_subject:
        span = grammar.tokens[saying.at].span
        meant = find_antecedents(cast, "x", span.start, excluded)
        return (Speaker(span, meant.actors, "x", is_open=True, is_doubtful=meant.is_doubtful),)
    return tuple(
        _identify(grammar, phrase, saying, cast, excluded, before if goes_on else ()) for phrase in saying.subjects
    )


def _end_of_clause(grammar: Grammar, saying: Saying) -> int:
    at = saying.at + 1
    while grammar.kind(at) in ("word", "name", "possessive"):
        at += 1
    return at


def _identify(
    grammar: Grammar,
    phrase: Phrase,
    saying: Saying,
    cast: Cast,
    excluded: frozenset[str],
    before: Sequence[Speaker],
) -> Speaker:
    first, last = grammar.tokens[phrase.first], grammar.tokens[max(phrase.first, phrase.end - 1)]
    span = Span(min(first.span.start, phrase.head.span.start), max(last.span.end, phrase.head.span.end))
    if saying.role == "noun" and phrase.owner is not None and grammar.is_(saying.at, "nouns", "texts"):
        return _owner(phrase.owner, cast, span, excluded)
    if phrase.kind == "name":
        return _named(grammar, phrase, cast, span, is_governed=saying.role == "source")
    if phrase.kind == "pronoun":
        return _pronoun(phrase.gender, phrase.head, cast, span, excluded, before)
    return _describe(grammar, phrase, cast, span)


def _named(grammar: Grammar, phrase: Phrase, cast: Cast, span: Span, *, is_governed: bool) -> Speaker:
    """Return the actor who is named, or somebody of his where an owner follows its noun: `адвокат Орлова`.

    A name that `is_governed` by words such as “according to” has another form than the actor's own.
    """
    actor, follows = phrase.head.actor, grammar.lexicon.owners_follow
    at = next((at for at in range(phrase.first, phrase.end) if grammar.tokens[at] == phrase.head), phrase.first)
    if (bearer := _bearer(grammar, phrase, at, cast)) and (is_governed or _has_own_form(bearer, cast)):
        return Speaker(Span(span.start, bearer.span.end), (bearer.actor,))
    if not follows or not grammar.is_(at - 1, "others", "spokespeople"):
        beside = [*range(phrase.first, at), *_aside_after(grammar, at)]
        is_spokesman = any(grammar.is_(each, "spokespeople") for each in beside)
        named = dict.fromkeys(grammar.tokens[each].actor for each in beside) if is_spokesman else ()
        bodies = tuple(each for each in named if each and not cast.is_person(each))
        return Speaker(span, (actor,), speaks_for=bodies, is_spokesman=is_spokesman)
    if follows == "inflected" and _has_own_form(phrase.head, cast):
        return Speaker(span, (actor,))
    is_spokesman = grammar.is_(at - 1, "spokespeople")
    bodies = (actor,) if is_spokesman and not cast.is_person(actor) else ()
    return Speaker(span, (), is_described=True, speaks_for=bodies, is_spokesman=is_spokesman)


def _has_own_form(name: Token, cast: Cast) -> bool:
    """Say whether a name ends as the actor's own does, and so stands in no case but the first."""
    own = next((each for each, owner in cast.names.items() if owner == name.actor), "")
    return own.split()[-1:] == name.text.split()[-1:]


def _bearer(grammar: Grammar, phrase: Phrase, at: int, cast: Cast) -> Token | None:
    """Return the person whose office at a body stands before the name: `сказал директор «Зари» Орлов`."""
    if not grammar.lexicon.bodies_in_marks or grammar.kind(at + 1) != "name" or cast.is_person(phrase.head.actor):
        return None
    person = grammar.tokens[at + 1]
    is_office = any(grammar.names_person(each) for each in range(phrase.first, at))
    return person if is_office and cast.is_person(person.actor) else None


def _aside_after(grammar: Grammar, name: int) -> range:
    """Return the words set off right after a name: `Ms Vane, a spokeswoman for the council, said`."""
    end = name + 2
    while grammar.kind(end) in ("word", "name", "possessive") and end < name + _LONGEST_ASIDE:
        end += 1
    return range(name + 2, end) if grammar.word(name + 1) == "," else range(0)


def _pronoun(
    code: str, token: Token, cast: Cast, span: Span, excluded: frozenset[str], before: Sequence[Speaker]
) -> Speaker:
    if code in ("s", "r"):
        return Speaker(span, (), code, is_described=True, is_open=True)
    spoken = tuple(actor for speaker in before for actor in speaker.actors[:1] if cast.fits(code, actor))
    if spoken and code != "b":
        return Speaker(span, spoken, code)
    meant = find_antecedents(cast, code, token.span.start, excluded)
    return Speaker(span, meant.actors, code, is_doubtful=meant.is_doubtful)


def _owner(owner: Token, cast: Cast, span: Span, excluded: frozenset[str]) -> Speaker:
    if owner.actor:
        return Speaker(span, (owner.actor,))
    code = cast.lexicon.possessives.get(owner.word)
    if code is not None:
        return _pronoun(code, owner, cast, span, excluded, ())
    return Speaker(span, cast.surnamed(owner.text) if owner.is_capital else (), is_described=True, is_open=True)


def _bearers(grammar: Grammar, phrase: Phrase, cast: Cast) -> tuple[str, ...]:
    """Return the actors of this family name, but not those of whose names another word beside it is none."""
    tokens = [each for each in grammar.tokens[phrase.first : phrase.end] if each.kind == "word" and each != phrase.head]
    given = [each.word for each in tokens if each.is_capital and each.word.rstrip(".") not in grammar.lexicon.titles]
    return tuple(actor for actor in cast.surnamed(phrase.head.text) if set(given) <= cast.name_words(actor))


def _describe(grammar: Grammar, phrase: Phrase, cast: Cast, span: Span) -> Speaker:
    """Return the speaker of a noun: a name not known, a description, a spokesman, a letter."""
    at = next((at for at in range(phrase.first, phrase.end) if grammar.tokens[at] == phrase.head), phrase.first)
    owned = (phrase.owner.actor,) if phrase.owner is not None and phrase.owner.actor else ()
    around = tuple(dict.fromkeys([*owned, *phrase.related]))
    if grammar.is_(at, "texts"):
        if phrase.owner is not None:
            return _owner(phrase.owner, cast, span, frozenset())
        if grammar.is_(at + 1, "authors") and (authors := read_right(grammar, at + 2)):
            author = authors[0]
            if author.kind == "name":
                return Speaker(span, (author.head.actor,))
        return Speaker(span, (), is_described=True, is_open=not around)
    if any(grammar.is_(each, "spokespeople") for each in range(phrase.first, at + 1)):
        bodies = tuple(actor for actor in around if not cast.is_person(actor))
        is_open = not around and phrase.owner is None
        return Speaker(
            span,
            (),
            is_described=True,
            is_open=is_open and grammar.is_(phrase.first, "articles"),
            speaks_for=bodies,
            is_spokesman=True,
        )
    if phrase.is_named:
        return Speaker(span, _bearers(grammar, phrase, cast), is_described=True)
    if not phrase.is_definite:
        return Speaker(span, (), is_described=True)
    if phrase.owner is None and (described := cast.described_as(phrase.words)):
        return Speaker(span, described, is_described=True, is_open=True)
    is_own = phrase.owner is not None or (bool(around) and grammar.is_(at, "others"))
    code = next((code for key, code in _GENDERED if grammar.is_(at, key) and not is_own and not around), "")
    meant = find_antecedents(cast, code, grammar.tokens[at].span.start) if code else Antecedents()
    return Speaker(span, meant.actors, is_described=True, is_open=not is_own)
