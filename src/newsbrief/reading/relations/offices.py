"""The holders of offices: “Nora Vane, commander of the Navy” and “the Navy’s commander, Nora Vane”."""

from collections.abc import Sequence

from msgspec import Struct

from newsbrief.reading.relations import grammar
from newsbrief.reading.relations.arguments import Argument, has_words, hedges_of
from newsbrief.reading.relations.objects import find_object
from newsbrief.reading.relations.subjects import find_subject
from newsbrief.reading.sentence_words import Word

_OF = ("of", "at", "in", "for", "to", "with")
_MOST_TITLES = 6


class Office(Struct, frozen=True):
    """Who holds an office, in what body, and how the words hedge it."""

    holder: Argument
    body: Argument
    hedges: frozenset[str]


def find_office(words: Sequence[Word], number: int, after: int) -> Office | None:
    """Return the office named by the words from `number` to before `after`, if they say who holds it in what."""
    first, hedges = _begin(words, number)
    if first is None:
        return None
    if after < len(words) and words[after].lower in _OF:
        body = find_object(words, after + 1)
        if body is None:
            # “Captain Vane of the Front” has its holder between.
            return None
        comma = next((at for at in range(body.start, body.end) if words[at].text == ","), None)
        if comma is not None:
            # “Vane, chief of the bureau, Ida Orr and Li Wei”: what the comma divides is no part of the body.
            ids = {words[at].actor for at in range(body.start, comma)}
            kept = tuple(actor for actor in body.actors if actor in ids)
            body = Argument(kept, body.start, body.hedges, comma)
        body_ends = body.end
        start = first
    else:
        body = _body_before(words, first)
        if body is None:
            return _held_within(words, number, after, hedges)
        body_ends, start = after, body.start
    holder = _holder_before(words, start) or _holder_after(words, body_ends)
    if holder is None and after < len(words):
        return None
    return (
        Office(
            holder,
            Argument(body.actors[:1] if body_ends == after else body.actors, body.start, frozenset(), body.end),
            hedges | holder.hedges,
        )
        if holder
        else None
    )


def _begin(words: Sequence[Word], number: int) -> tuple[int | None, frozenset[str]]:
    """Return the number of the first adjective of an office, with the hedges among them; None for a deputy’s."""
    first = number
    hedges: frozenset[str] = frozenset({"past"} if words[number].lower.startswith("ex-") else ())
    while first and words[first - 1].actor is None and words[first - 1].text[0].isalpha() and number - first < 4:
        before = words[first - 1].lower
        if before in grammar.DEPUTIES or before.startswith("vice"):
            return None, hedges
        if before in ("and",) and first > 1 and words[first - 2].lower.endswith(("er", "or", "man", "t")):
            first -= 2
            continue
        if (
            before
            in grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.AUXILIARIES | grammar.SERVING | grammar.SAYING
        ):
            break
        if before == "late":
            hedges |= {"past"}
        if before not in _OFFICE_ADJECTIVES and not before.endswith(("ing", "al", "ive", "ary", "ian")):
            hedges |= hedges_of(before)
            if not hedges_of(before):
                break
        hedges |= hedges_of(before) & {"past", "planned"}
        first -= 1
    return first, hedges


_OFFICE_ADJECTIVES = frozenset(
    [
        "the",
        "a",
        "its",
        "supreme",
        "top",
        "long-time",
        "longtime",
        "military",
        "political",
        "overall",
        "deputy",
        "new",
        "interim",
        "local",
        "current",
        "chief",
        "executive",
        "co",
        "elected",
        "first",
        "second",
        "deputy",
        "managing",
        "foreign",
        "defence",
        "defense",
        "police",
        "army",
        "navy",
        "rebel",
        "militia",
        "opposition",
        "party",
        "company",
        "veteran",
        "late",
        "then",
        "outgoing",
        "powerful",
        "popular",
        "club",
        "fleet",
    ]
)


def _body_before(words: Sequence[Word], first: int) -> Argument | None:
    at = first - 1
    if at > 0 and words[at].lower == "'s":
        at -= 1
    if at >= 0 and (actor := words[at].actor):
        start = at
        while start and (words[start - 1].lower in grammar.DETERMINERS or words[start - 1].lower in ("provisional",)):
            start -= 1
        return Argument((actor,), start, frozenset(), at + 1)
    return None


def _held_within(words: Sequence[Word], number: int, after: int, hedges: frozenset[str]) -> Office | None:
    """Return the office of “President Vane of Ostrea”."""
    holder = _holder_after(words, after, is_near=True)
    if holder and holder.end < len(words) and words[holder.end].lower in ("of",):
        body = find_object(words, holder.end + 1)
        if body:
            return Office(holder, body, hedges)
    return None


def _holder_before(words: Sequence[Word], start: int) -> Argument | None:
    """Return the holder whom a comma or a form of “be” sets before the office."""
    at = start - 1
    while at >= 0 and words[at].lower in grammar.DETERMINERS:
        at -= 1
    if at >= 0 and words[at].lower in (",", "(", "–", "—"):
        at -= 1
        if at >= 0 and (actor := words[at].actor):
            return Argument((actor,), at, frozenset(), at + 1)
        return None
    before = words[at].lower if at >= 0 else ""
    if before == "as" and words[at - 1].actor:
        actor = words[at - 1].actor
        is_named = at > 1 and words[at - 2].lower in grammar.SERVING | {"appoint", "hired", "hires", "chose", "elect"}
        return Argument((actor,), at - 1, frozenset(), at) if is_named and actor else None
    if (
        before in grammar.BE
        or before in grammar.SERVING
        or before in grammar.ADVERBS
        or hedges_of(before)
        or before.endswith("ly")
    ):
        return find_subject(words, at + 1, "office")
    if before == "who":
        return find_subject(words, at + 1)
    return None


def _holder_after(words: Sequence[Word], end: int, *, is_near: bool = False) -> Argument | None:
    """Return the holder whose name follows the office, after a comma, titles or “is”."""
    at = end
    if (has_words(words, at, (",",)) and not is_near) or (
        at < len(words) and words[at].lower in ("is", "was", "remains") and not is_near
    ):
        at += 1
    for _ in range(_MOST_TITLES):
        if at >= len(words):
            return None
        if actor := words[at].actor:
            if words[at].span.start and at + 1 < len(words) and words[at + 1].lower == "'s":
                return None
            return Argument((actor,), at, frozenset(), at + 1)
        if not (words[at].is_capitalised or words[at].text == "."):
            return None
        at += 1
    return None
