"""Each passage in quotation marks of a paragraph, with the saying that it belongs to and how firmly.

`bind(sentences, sayings)[at].is_plain` says that the words right beside the marks leave no doubt.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.labels import COLONS, Bond, bind_label
from newsbrief.reading.speech.nesting import MOST_TRIED, find_innermost, find_outermost, place_of
from newsbrief.reading.speech.sentences import Saying, TokenSentences
from newsbrief.reading.speech.titles import is_title

_SET_OFF = (":", "：", ",", "，", "،", "—", "–", "-", "―")
_MOST_SIGNS = 3
"""The most signs between marks and the words after them, with one: `«…», — сказала Белова`."""


def bind(sentences: TokenSentences, sayings: Sequence[Saying]) -> Mapping[int, Bond]:
    """Return the bond of each passage's token that has one."""
    bonds: dict[int, Bond] = {}
    grammar = sentences.grammar
    passages = [at for at, token in enumerate(grammar.tokens) if token.kind == "passage"]
    for at in passages:
        if grammar.is_(at - 1, "set off") or _names_show(grammar, at):
            continue
        before = _bind_before(sentences, sayings, at)
        after = _bind_after(sentences, sayings, at)
        if before is not None and not before.is_set_off and _is_taken(bonds, before.saying):
            before = replace(before, is_plain=False)
        is_taken = before is not None and before.is_plain and not _ends_with_comma(grammar, at)
        is_led = (
            before is not None
            and before.is_plain
            and (grammar.word(at - 1) in COLONS or _begins_anew(grammar, at, after) or _leads_on(grammar, after))
        )
        strong = before if is_taken or is_led else None
        if chosen := strong or after or before or bind_label(sentences, at - 1):
            bonds[at] = chosen
    for before_at, at in pairwise(passages):
        if (
            at not in bonds
            and before_at in bonds
            and not _names_show(grammar, at)
            and _goes_on(sentences, bonds[before_at], before_at, at)
        ):
            bonds[at] = replace(bonds[before_at], is_carried=True, is_plain=bonds[before_at].is_plain)
    return bonds


def _begins_anew(grammar: Grammar, at: int, after: Bond | None) -> bool:
    """Say whether what stands after marks is a further clause with a subject: `said “no,” but he also noted`."""
    following = at + 1 + (grammar.word(at + 1) in _SET_OFF)
    return after is not None and grammar.is_(following, "conjunctions") and after.saying.first > following


def _leads_on(grammar: Grammar, after: Bond | None) -> bool:
    """Say whether a saying after marks opens others with a sign: `After he spoke of “thieves,” Ms Vane said: “…”`."""
    end = after.saying.end if after is not None else 0
    return after is not None and grammar.word(end) in COLONS and grammar.kind(end + 1) == "passage"


def _is_taken(bonds: dict[int, Bond], saying: Saying) -> bool:
    """Say whether a saying has a quotation set off by a sign already, so that further marks may be anything."""
    last = next(reversed(bonds.values()), None)
    return last is not None and last.is_set_off and last.saying == saying


def _ends_with_comma(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at].word in (",", "，", "،", "?", "؟", "!") or (
        grammar.word(at + 1) in (",", "，") and grammar.tokens[at].text[:1].isupper()
    )


def _bind_after(sentences: TokenSentences, sayings: Sequence[Saying], at: int) -> Bond | None:
    """Return the bond to words that begin right after the marks: `“…,” Ms Vane said`, `“…” was her verdict`."""
    grammar = sentences.grammar
    following = at + 1
    while grammar.word(following) in _SET_OFF and following < at + _MOST_SIGNS:
        following += 1
    is_set_off = following > at + 1
    if grammar.kind(following) in ("end", "passage", "sign"):
        return None
    if sentences.starts[following] != sentences.starts[at] and not is_set_off:
        return None
    while grammar.is_(following, "be", "adverbs", "subordinators", "conjunctions") or grammar.word(following) == "came":
        following += 1
    number = bisect_left(sayings, at, key=place_of)
    near = sayings[number : number + MOST_TRIED]
    if _names_work(grammar, at):
        return None
    begun = [saying for saying in near if saying.first == following and saying.role != "label"]
    if not is_set_off and not _ends_with_comma(grammar, at) and _is_of_noun(grammar, following, at):
        return None
    if not begun:
        return _bind_after_aside(sentences, sayings, at, following)
    saying = find_innermost(grammar, sayings, begun[0])
    if saying.role == "noun" and not grammar.is_(saying.first, "words in") and following == at + 1 + is_set_off:
        return None
    is_set_off = is_set_off or _ends_with_comma(grammar, at)
    if saying.role == "manner" and not is_set_off:
        return None
    return Bond(saying, saying.is_sure, is_set_off, is_direct=True)


def _names_work(grammar: Grammar, at: int) -> bool:
    """Say whether marks hold the title of what somebody speaks on: `On Sunday’s “Harbour Talk”, Ms Vane said`."""
    is_led = grammar.kind(at - 1) == "possessive" or grammar.is_(at - 1, "prepositions")
    return is_led and is_title(grammar.tokens[at].text, grammar.lexicon)


def _names_show(grammar: Grammar, at: int) -> bool:
    """Say whether marks hold a title that somebody tells something, or that somebody works for.

    Such are `told “Harbour Talk” that` and `told “Harbour Talk” co-host Lea Orr, “…”`, with no sign beside the marks.
    """
    if not is_title(grammar.tokens[at].text, grammar.lexicon) or grammar.word(at + 1) in _SET_OFF:
        return False
    is_of_person = grammar.names_person(at + 1) or grammar.has_tail(at + 1, "others", "roles")
    if is_of_person and grammar.kind(at - 1) != "sign":
        return grammar.kind(at - 1) == "word"
    forms = grammar.lexicon.verbs.get(grammar.word(at - 1), {})
    return "address" in forms and " " in grammar.tokens[at].text and grammar.kind(at + 1) != "end"


def _is_of_noun(grammar: Grammar, following: int, at: int) -> bool:
    """Say whether marks only colour the noun right after them: `the “Never Again” movement said`."""
    token = grammar.tokens[following]
    return (
        following == at + 1
        and token.kind == "word"
        and not token.is_capital
        and not (
            grammar.is_opened_by(following)
            or grammar.is_pronoun(following)
            or token.word in grammar.lexicon.verbs
            or grammar.is_(following, "sources", "sources first", "words in", "prepositions", "nouns")
        )
    )


def _bind_after_aside(sentences: TokenSentences, sayings: Sequence[Saying], at: int, following: int) -> Bond | None:
    """Return the bond to a saying after words about time or place: `“…,” on Sunday Ms Vane said`."""
    grammar = sentences.grammar
    if not grammar.is_(following, "prepositions", "adverbs"):
        return None
    number = bisect_left(sayings, at, key=place_of)
    for saying in sayings[number : number + MOST_TRIED]:
        if following < saying.first and sentences.goes_on(following, saying.first) and saying.role in ("say", "call"):
            between = range(following, saying.first)
            is_clear = all(grammar.kind(each) in ("word", "name", "sign") for each in between)
            return Bond(saying, False, True) if is_clear and len(between) < 12 else None
    return None


def _bind_before(sentences: TokenSentences, sayings: Sequence[Saying], at: int) -> Bond | None:
    """Return the bond to the last saying before the marks in their sentence: `Ms Vane called it “…”`."""
    grammar, start = sentences.grammar, sentences.starts[at]
    number = bisect_left(sayings, at, key=place_of)
    near = sayings[max(0, number - MOST_TRIED) : number]
    saying = next((each for each in reversed(near) if each.at >= start and _can_lead(grammar, each, at)), None)
    if saying is None:
        return None
    gap = range(max(saying.at + 1, min(saying.end, at)), at)
    saying = find_outermost(grammar, near, saying)
    is_set_off = grammar.word(at - 1) in _SET_OFF
    if saying.role == "manner" and not is_set_off:
        return None
    is_close = _is_close(grammar, gap)
    if saying.role in ("noun", "source") and not is_close:
        return None
    is_direct = all(grammar.kind(each) == "sign" or grammar.is_(each, "that") for each in gap)
    if saying.role == "noun" and not is_direct and not _is_answer(grammar, saying, gap):
        outer = next((each for each in reversed(near) if start <= each.at < saying.first), None)
        if outer is not None and outer.role == "say" and outer.subjects:
            return Bond(outer, False, is_set_off)
    if saying.role == "noun" and _is_title_of(grammar, saying, at):
        return Bond(saying, False, is_set_off)
    return Bond(saying, saying.is_sure and is_close, is_set_off, is_direct=is_direct)


def _is_answer(grammar: Grammar, saying: Saying, gap: range) -> bool:
    """Say whether a noun is what somebody says, and marks hold it: `Ms Vane said his verdict was “no”`."""
    return grammar.is_(saying.at, "answers") and all(grammar.is_(each, "be", "that", "adverbs") for each in gap)


def _is_title_of(grammar: Grammar, saying: Saying, at: int) -> bool:
    """Say whether marks right after a text can be its title: `in her memoir, “A Life at Sea”`."""
    is_text = grammar.is_(saying.at, "texts") and not grammar.is_(saying.at, "nouns")
    return is_text and (at == saying.at + 1 or (at == saying.at + 2 and grammar.word(at - 1) in (",", "，")))


def _can_lead(grammar: Grammar, saying: Saying, at: int) -> bool:
    """Say whether a saying that ends before a passage can belong to it; one in the passive reaches over it."""
    if saying.end <= at:
        return True
    return any(grammar.kind(each) == "passage" and each <= at for each in range(saying.at, at + 1))


def _is_close(grammar: Grammar, gap: range) -> bool:
    """Say whether nothing between a verb and the marks can name another speaker or begin another clause."""
    for at in gap:
        is_apart = grammar.kind(at) == "passage" and not _names_show(grammar, at)
        if is_apart or grammar.kind(at) == "end" or grammar.word(at) in (";", "؛"):
            return False
        if grammar.is_(at, "subordinators") and not grammar.is_(at, "that", "as") and at != gap[0]:
            return False
        if grammar.is_(at, "conjunctions") and grammar.kind(at - 1) == "sign":
            return False
    return len(gap) < 25


def _goes_on(sentences: TokenSentences, bond: Bond, before: int, at: int) -> bool:
    """Say whether a passage goes on with what the one before it says: only the words that attribute stand between."""
    grammar = sentences.grammar
    saying = bond.saying
    for each in range(before + 1, at):
        is_cue = saying.first <= each < saying.end
        if is_cue or grammar.kind(each) in ("sign", "end"):
            continue
        if sentences.starts[each] != sentences.starts[before] or grammar.kind(each) == "name":
            return False
    return True
