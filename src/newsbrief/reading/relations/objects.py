"""To whom it is done: the names on the right of a word of relation in an English sentence.

`find_object(words, 3)` of “Sorland backs the Navy and the Front” are the Navy and the Front.
"""

from collections.abc import Sequence

from newsbrief.reading.relations import grammar
from newsbrief.reading.relations.arguments import Argument, before_determiners, has_words, hedges_of, word_is_plain
from newsbrief.reading.relations.cues import is_verb
from newsbrief.reading.sentence_words import Word

_MOST_BETWEEN = 8
_TIMES = grammar.TIME | {"hour", "hours", "minute", "minutes", "moment", "moments", "times"}
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_AFTER_METONYMS = ("of", "by", "from", "to", "on")


def find_object(
    words: Sequence[Word], number: int, *, is_group: bool = False, parts: frozenset[str] = grammar.METONYMS
) -> Argument | None:
    """Return the names that can be the object of what ends before this word, or an `is_group` of several.

    `parts` are the nouns that stand for the party after them: the ships of Sorland, where it is fought.
    """
    at, between = _after_denied(words, number), 0
    while at < len(words) and between <= _MOST_BETWEEN:
        word = words[at]
        if word.actor:
            if has_words(words, at + 1, ("-",)) and at + 2 < len(words) and words[at + 2].lower.endswith("ed"):
                at += 3
                continue
            return _group_after(words, at, is_group, parts)
        lower = word.lower
        if lower in grammar.PREPOSITIONS:
            is_part = at > number and words[at - 1].lower in parts
            if is_part and lower in (("of", "in") if parts is grammar.SHARES else _AFTER_METONYMS):
                at += 1
                continue
            return None
        if lower in ("and", ",", "&") and at and words[at - 1].is_capitalised and at > number:
            at += 1
            continue
        if lower in grammar.AUXILIARIES | grammar.CONJUNCTIONS | grammar.PRONOUNS | grammar.NEGATIONS | grammar.SAYING:
            return None
        if not (word.text[0].isalnum() or word.text in "\"“”‘’'.%" or lower == "'s"):
            return None
        if is_verb(word) and lower not in grammar.METONYMS and not lower.endswith("ed") and not word.is_capitalised:
            return None
        if lower.endswith("ing") and at > number and words[at - 1].lower not in grammar.DETERMINERS:
            return None
        at, between = at + 1, between + (not word.is_capitalised)
    return None


def _after_denied(words: Sequence[Word], number: int) -> int:
    """Step over one to whom it is not done: `met not Aske but Vane`."""
    if not has_words(words, number, ("not",)):
        return number
    at = number + 1
    while at < len(words) and at - number <= _MOST_BETWEEN and not words[at].actor:
        if words[at].lower in grammar.PREPOSITIONS or not words[at].text[0].isalnum():
            return number
        at += 1
    at += 1 + has_words(words, at + 1, (",",))
    return at + 1 if has_words(words, at, ("but",)) else number


def _group_after(words: Sequence[Word], at: int, is_group: bool, parts: frozenset[str]) -> Argument | None:
    """Return the name at `at` with those that “and” joins to it; None where it only belongs to another noun."""
    actors = [words[at].actor or ""]
    start, end = at, at + 1
    while (after := _joined_after(words, end)) is not None:
        actors.append(words[after].actor or "")
        end = after + 1
    if end < len(words) and not _can_end(words, end, parts) and not (is_group and len(actors) > 1):
        return None
    hedges: set[str] = set()
    return Argument(tuple(dict.fromkeys(actors)), start, frozenset(hedges), end)


def _can_end(words: Sequence[Word], at: int, parts: frozenset[str]) -> bool:
    """Say whether the word of this number may follow an object that is whole."""
    word = words[at]
    lower = word.lower
    if lower == "'s":
        rest = words[at + 1 : at + 4]
        return any(each.lower in parts for each in rest) or bool(rest and rest[-1].actor)
    if not word.text[0].isalpha():
        return word.text != "-" and not _owns(words, at, parts)
    if lower in _NUMBERS or lower in ("a", "an", "some", "several", "the"):
        # “Arrested Vane an hour later”, “backed Aske the next day”.
        return any(each.lower in _TIMES for each in words[at + 1 : at + 3])
    known = (
        grammar.PAST_VERBS
        | grammar.PREPOSITIONS
        | grammar.CONJUNCTIONS
        | grammar.ADVERBS
        | grammar.TIME
        | grammar.METONYMS
        | grammar.AUXILIARIES
    )
    if lower in known or lower in grammar.SAYING or lower in grammar.NEGATIONS or hedges_of(lower) or is_verb(word):
        return True
    return lower.endswith(("ly", "ing", "ed")) or word.is_capitalised or word.actor is not None


def _owns(words: Sequence[Word], at: int, parts: frozenset[str]) -> bool:
    """Say whether a sign behind a name in -s makes it the owner of another thing: `the Larks’ ground`."""
    name, sign = words[at - 1], words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    is_owner = sign.text in "'’" and name.span.end == sign.span.start and name.lower.endswith("s")
    if not is_owner or after is None or after.actor or after.is_capitalised or not word_is_plain(after.lower):
        return False
    known = grammar.PAST_VERBS | grammar.ADVERBS | grammar.TIME | grammar.SAYING | parts
    is_verbal = after.lower.endswith(("ly", "ing", "ed")) or is_verb(after)
    return after.lower not in known and not is_verbal and not hedges_of(after.lower)


def _joined_after(words: Sequence[Word], at: int) -> int | None:
    """Return the number of a name joined to the one that ends before `at`, if no verb follows it."""
    is_comma = has_words(words, at, (",",))
    if is_comma and has_words(words, at + 1, ("and",)):
        at += 1
        is_comma = False
    if (
        not is_comma
        and not (at < len(words) and words[at].lower in ("and", "or", "&"))
        and not has_words(words, at, ("as", "well", "as"))
    ):
        return None
    at += 3 if has_words(words, at, ("as", "well", "as")) else 1
    steps = 0
    while at < len(words) and steps < 6 and words[at].actor is None:
        word = words[at]
        lower = word.lower
        is_plain = (
            lower in grammar.DETERMINERS or word.is_capitalised or lower in grammar.ADJECTIVES or word.text == "."
        )
        if lower == "," or (lower == "and" and steps and words[at - 1].is_capitalised):
            is_plain = steps > 0 and words[at - 1].is_capitalised
        if not is_plain:
            return None
        at, steps = at + 1, steps + 1
    if at >= len(words) or words[at].actor is None or steps == 6:
        return None
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if (
        (at + 1 < len(words) and is_verb(words[at + 1]))
        or following in grammar.AUXILIARIES | grammar.SAYING | grammar.LIGHT - {"in", "at", "to", "on", "not"}
        or hedges_of(following)
        or _has_verb(words, at + 1)
    ):
        return None
    return None if is_comma and not _goes_on(words, at + 1) else at


def _has_verb(words: Sequence[Word], at: int) -> bool:
    """Say whether a verb with its object follows a name, which then is its subject: `and Vane praised the crew`."""
    after = words[at + 1] if at + 1 < len(words) else None
    is_object = after is not None and (after.actor is not None or after.lower in grammar.DETERMINERS | {"him", "them"})
    return is_object and words[at].lower.endswith(("ed", "es")) and not words[at].is_capitalised


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a list of names goes on to its “and”."""
    for word in words[at : at + 8]:
        if word.lower in ("and", "or", "&"):
            return True
        if not (word.actor or word.is_capitalised or word.text == "," or word.lower in grammar.DETERMINERS):
            return False
    return False


def object_of_relative(words: Sequence[Word], subject: Argument | None) -> Argument | None:
    """Return the object of “the Navy, which Sorland backs”: the name before the pronoun before the subject."""
    if subject is None:
        return None
    at = before_determiners(words, subject.start)
    if at < 1 or words[at].lower not in ("which", "whom", "that", "who"):
        return None
    at -= 1
    if words[at].lower == "," and at:
        at -= 1
    actor = words[at].actor
    return Argument((actor,), at, frozenset(), at + 1) if actor else None
