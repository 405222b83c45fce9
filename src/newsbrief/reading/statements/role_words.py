"""The roles of the names and numbers of a sentence: the words among which each of them stands.

`read_roles(words, lexicon)` of “Sorland sued Marland” has for `marland` the role of an object of “sued”.
"""

from collections.abc import Iterable, Iterator, Sequence

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.asides import group_joined, split_asides
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.roles import YEAR, Role, Roles, is_number, join_roles, sort_of

_FARTHEST = 6
_STOPS = frozenset('.;:!?()[]“”„«»"')


def read_roles(words: Sequence[Word], lexicon: StatementLexicon) -> Roles:
    """Return the roles of the names and numbers of one sentence; the `actor` of their words is their key."""
    return join_roles(_read_clause(clause, lexicon) for clause in split_asides(words))


def _read_clause(words: Sequence[Word], lexicon: StatementLexicon) -> Roles:
    groups = list(group_joined(words, lexicon))
    found: dict[str, frozenset[Role]] = {}
    last: dict[bool, frozenset[Role]] = {}
    counted: list[Role] = []
    is_whole = False
    for number, (start, end) in enumerate(groups):
        before = frozenset(_before(words, start, lexicon))
        if not before and _goes_on(words, start, lexicon):
            # “Paid 3 dollars to Aske and 5 to Vane”: what is said of the first is said of the second.
            before = last.get(is_number(words[start].actor or ""), before)
        after = list(_after(words, end + _closes_aside(words, start, end), lexicon))
        if _is_of(words, start, lexicon):
            # In “chief of Tarn since 2017” the year is not Tarn’s.
            after = [role for role in after if role.place != "beside"]
        if is_whole:
            # Of “12 of 40 boats sank”, what sank are the 12.
            after = after[:1]
        elif _leaves_out_noun(words, start, end, lexicon):
            # “120 boats, 8 more than before” are 8 boats.
            after += counted
        is_whole = number + 1 < len(groups) and _is_part(words, end, groups[number + 1][0], lexicon)
        if is_whole:
            after += _after(words, groups[number + 1][1], lexicon)
        counted = [role for role in after[:1] if role.place == "does"] or counted
        if is_number(words[start].actor or ""):
            after += _siding(words, end, lexicon)
        for word in words[start:end]:
            if word.actor is not None:
                found[word.actor] = found.get(word.actor, frozenset()) | before | frozenset(after)
        last[is_number(words[start].actor or "")] = before
    for actor, role in _second_verbs(words, groups, found, lexicon):
        found[actor] |= {role}
    return found


def _leaves_out_noun(words: Sequence[Word], start: int, end: int, lexicon: StatementLexicon) -> bool:
    """Say whether the noun that a number counts is one named before: “hired 120 cooks and dismissed 45”."""
    if end < len(words) and lexicon.has("ellipsis", words[end].lower):
        return True
    key = words[start].actor or ""
    if not is_number(key) or sort_of(key) == YEAR or start == 0 or not lexicon.is_past(words[start - 1].lower):
        return False
    following = words[end].lower if end < len(words) else "."
    return not following[0].isalnum() or lexicon.has("prepositions", following) or lexicon.has("joining", following)


def _siding(words: Sequence[Word], end: int, lexicon: StatementLexicon) -> Iterator[Role]:
    """Yield on which side those are whom a number counts: “47 percent of adults were against it”."""
    for at in range(end, min(len(words) - 1, end + _FARTHEST)):
        if words[at].actor or words[at].text in _STOPS or lexicon.has("joining", words[at].lower):
            return
        if lexicon.has("linking", words[at].lower):
            if (side := words[at + 1].lower) in lexicon.directions:
                yield Role("sides", side)
            return


def _is_of(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a name hangs on a noun before it by “of”."""
    at -= 1
    while at >= 0 and lexicon.has("determiners", words[at].lower):
        at -= 1
    return at >= 0 and words[at].lower == "of" and not is_number(words[at + 1].actor or "")


def _closes_aside(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether a name stands between two commas, and the verb after them: `the judge, Ines Roth, cleared`."""
    is_name = not is_number(words[start].actor or "")
    return is_name and start > 1 and end < len(words) and words[start - 1].text == "," == words[end].text


def _second_verbs(
    words: Sequence[Word], groups: Sequence[tuple[int, int]], found: Roles, lexicon: StatementLexicon
) -> Iterator[tuple[str, Role]]:
    """Yield those who do what a verb right after “and” says: “Vane praised Aske and blamed Brandt”."""
    for number in range(1, len(words) - 1):
        verb = words[number + 1]
        if not lexicon.has("joining", words[number].lower) or not lexicon.is_past(verb.lower):
            continue
        for start, end in groups:
            actors = [word.actor for word in words[start:end] if word.actor]
            if end <= number and any(role.place == "does" for role in found[actors[0]]) and not is_number(actors[0]):
                yield from ((actor, Role("does", stem)) for actor in actors if (stem := _stem_of(verb, lexicon)))
                break


def _goes_on(words: Sequence[Word], start: int, lexicon: StatementLexicon) -> bool:
    at = start - 1
    while at >= 0 and lexicon.has("determiners", words[at].lower):
        at -= 1
    is_list = at >= 0 and words[at].text == "," and is_number(words[start].actor or "")
    return is_list or (at >= 0 and lexicon.has("joining", words[at].lower))


def _is_part(words: Sequence[Word], end: int, start: int, lexicon: StatementLexicon) -> bool:
    """Say whether only “of the” and the like stand between a number and the next one, as in “12 of its 40”."""
    between = words[end:start]
    return bool(between) and all(
        lexicon.has("part of", word.lower) or lexicon.has("determiners", word.lower) for word in between
    )


def _before(words: Sequence[Word], start: int, lexicon: StatementLexicon) -> Iterator[Role]:
    """Yield the roles that the words before a name or a number give it."""
    at = start - 1
    key = words[start].actor or ""
    passed = ("determiners", "bounding") if is_number(key) else ("determiners",)
    while at >= 0 and not words[at].actor:
        if lexicon.has("relatives", words[at].lower) and at and not is_number(key):
            # In “refused what the recount that Aske demanded had shown” nothing is done to Aske.
            return
        if not (any(lexicon.has(each, words[at].lower) for each in passed) or words[at].is_capitalised):
            break
        at -= 1
    preposition = words[at].lower if at >= 0 and lexicon.has("prepositions", words[at].lower) else ""
    if preposition:
        at -= 1
        if at >= 0 and (preposition == "than" or lexicon.has("converse", words[at].lower)):
            # Who is north of one has it south of him.
            preposition = f"{words[at].lower} {preposition}"
        if lexicon.has("by", preposition) and not is_number(key):
            yield from (Role("does", stem) for stem in _verb_before_by(words, at, lexicon))
            return
        if not lexicon.has("even prepositions", preposition):
            yield Role("after", preposition)
    is_past_verb = False
    for number in range(at, max(-1, at - _FARTHEST), -1):
        word = words[number]
        if word.actor and not (is_number(key) and _is_of(words, number, lexicon)):
            yield from _beside(reversed(words[: number + 1]), key, lexicon)
        if word.actor or word.text in _STOPS or word.text == "," or lexicon.has("joining", word.lower):
            return
        stem = _stem_of(word, lexicon)
        is_of_act = number == at and lexicon.has("prepositions of acts", preposition) and not is_number(key)
        # In “the mill hired 120” nothing is done to the mill.
        if stem and not is_past_verb and (is_of_act or not lexicon.has("even prepositions", preposition)):
            yield Role("done to", stem, preposition)
        is_past_verb |= is_number(key) and number == start - 1 and lexicon.is_past(word.lower)


def _beside(words: Iterable[Word], key: str, lexicon: StatementLexicon) -> Iterator[Role]:
    """Yield the roles beside the first of these words; beside “12 of 40” means beside both."""
    for word in words:
        if word.actor and sort_of(word.actor) != sort_of(key):
            yield Role("beside", word.actor)
        elif not (lexicon.has("part of", word.lower) or lexicon.has("determiners", word.lower)):
            return


def _verb_before_by(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> Iterator[str]:
    for number in range(at, max(-1, at - 3), -1):
        stem = _stem_of(words[number], lexicon)
        if words[number].actor or words[number].text in _STOPS:
            return
        if stem and words[number - 1].lower != "to":
            yield stem
            return


def _after(words: Sequence[Word], end: int, lexicon: StatementLexicon) -> Iterator[Role]:
    """Yield the roles that the words after a name or a number give it."""
    is_passive, key = False, words[end - 1].actor or ""
    if end + 1 < len(words) and words[end].text == "," and lexicon.has("relatives", words[end + 1].lower):
        end += 2
    for number in range(end, min(len(words), end + _FARTHEST)):
        word = words[number]
        if word.actor:
            yield from _beside(words[number:], key, lexicon)
        if is_number(key) and number == end + 1 and word.text == "," and _is_relative(words, number + 1, lexicon):
            continue
        if word.actor or word.text in _STOPS or word.text == "," or lexicon.has("joining", word.lower):
            return
        if not is_number(key) and _speaks_of_another(words, number, lexicon):
            # “Aske said the loss would delay it” says of Aske nothing but that.
            return
        if word.lower.endswith("ing") and lexicon.has("prepositions", words[number - 1].lower):
            # “Lent it to Aske without asking” says of nobody that he asked.
            return
        if (
            number == end
            and lexicon.has("prepositions", word.lower)
            and not lexicon.has("even prepositions", word.lower)
        ):
            yield Role("before", word.lower)
        if lexicon.has("be", word.lower):
            is_passive = True
        elif stem := _stem_of(word, lexicon):
            if (is_passive and lexicon.is_past(word.lower)) or _is_done_by(words, number, lexicon):
                yield Role("done to", stem)
            else:
                yield Role("does", stem)
            is_passive = False
        elif not (lexicon.has("adverbs", word.lower) or word.lower.endswith("ly")):
            is_passive = False


def _speaks_of_another(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a verb of saying stands right before “the” or “a” and a noun."""
    if not lexicon.has("sayings", words[at].lower) or lexicon.has("be", words[at - 1].lower) or at + 2 >= len(words):
        return False
    return lexicon.has("articles", words[at + 1].lower)


def _is_relative(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    return at < len(words) and lexicon.has("relatives", words[at].lower)


def _is_done_by(words: Sequence[Word], number: int, lexicon: StatementLexicon) -> bool:
    """Say whether “by” and a name follow a word: “sued by Brandt”, and not “lost by 3”."""
    after = words[number + 1 : number + _FARTHEST]
    if not after or not lexicon.has("by", after[0].lower) or words[number - 1].lower == "to":
        return False
    before = (word.lower for word in words[max(0, number - 3) : number] if word.actor is None)
    if not lexicon.is_past(words[number].lower) and any(map(lexicon.is_past, before)):
        # “Was promised aid by Aske”.
        return False
    following = next((word.actor for word in after if word.actor), None)
    return following is not None and not is_number(following)


def _stem_of(word: Word, lexicon: StatementLexicon) -> str:
    """Return the stem of a word that says what is done, or nothing for a small word or one that both may do alike."""
    lower = word.lower
    if word.actor or len(lower) < 2 or lower in lexicon.small or not lower.isalpha() or lower.endswith("ly"):
        return ""
    if lexicon.has("prepositions", lower) or lexicon.has("converse", lower):
        return ""
    stem = lexicon.stem(lower)
    return "" if stem in lexicon.mutual else stem
