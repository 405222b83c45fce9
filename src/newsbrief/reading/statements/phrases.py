"""The phrases of an English sentence: its nouns with what stands around them, its verbs with their auxiliaries.

`read_phrases(words, lexicon)` of “The villa of Aske was sold by Dorn” are a noun, a verb, a preposition and a noun.
"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.verb_group import VerbGroup
from newsbrief.reading.statements.verb_groups import find_verb

ACTOR = "@"
"""The sign with which the head of a phrase begins that is the name of an actor."""

Sort = Literal["noun", "verb", "preposition", "joint", "relative", "sign", "not", "conjunction", "according"]
_NO_NOUN = frozenset(["prepositions", "joining", "pronouns", "auxiliaries", "modals", "conjunctions", "set against"])
_OBJECTS = frozenset(["him", "them", "us", "me", "himself", "herself", "itself", "themselves"])
_PRO_FORMS = frozenset(["those", "that"])
_APOSTROPHES = ("'", "’")
_AFTER_NOUN = frozenset(["determiners", "time"])
_NOTHING: frozenset[str] = frozenset()


Verbs = Sequence[VerbGroup | None]


class WordGroup(Struct, frozen=True):
    """Words of one sort, from the word `start` to before `end`.

    Of a noun, `heads` are its stem or the actor whom it names and the nouns set right beside it, `modifiers` the stems
    of its adjectives, `owners` the heads of what it belongs to. A pronoun is a noun without heads. A noun `is_owned` by
    a pronoun (his firm), and `is_counted` after a number in figures.
    """

    sort: Sort
    start: int
    end: int
    lower: str = ""
    heads: frozenset[str] = _NOTHING
    modifiers: frozenset[str] = _NOTHING
    owners: frozenset[str] = _NOTHING
    is_definite: bool = False
    is_name: bool = False
    is_owned: bool = False
    is_counted: bool = False
    verb: VerbGroup | None = None


def read_phrases(words: Sequence[Word], lexicon: StatementLexicon) -> list[WordGroup]:
    """Return the phrases of one sentence, in order, without its adverbs."""
    phrases: list[WordGroup] = []
    may_begin = lexicon.may_begin_verb
    verbs = [find_verb(words, at, lexicon) if may_begin(word.lower) else None for at, word in enumerate(words)]
    at = 0
    while at < len(words):
        phrase = _read_one(words, at, verbs, lexicon)
        at = phrase.end if phrase else at + 1
        if phrase is None:
            continue
        if phrase.lower in _PRO_FORMS and at < len(words) and lexicon.has("prepositions", words[at].lower):
            phrase = _stand_for(phrase, phrases)
        if phrase.sort == "noun" and _belongs(phrases):
            phrases[-2:] = [_own(phrases[-2], phrase, lexicon)]
        else:
            phrases.append(phrase)
    return phrases


def _stand_for(pronoun: WordGroup, phrases: Sequence[WordGroup]) -> WordGroup:
    """Return the noun for which “those” stands: marks in spelling rose, and those in reading fell."""
    noun = next((phrase for phrase in phrases if phrase.sort == "noun" and phrase.heads), None)
    return replace(pronoun, lower="", heads=noun.heads) if noun else pronoun


def _belongs(phrases: Sequence[WordGroup]) -> bool:
    """Say whether a noun and “of” come last, so that the next one is its owner; “accused him of lying” has none."""
    if len(phrases) < 2 or phrases[-1].lower != "of":
        return False
    return phrases[-2].sort == "noun" and phrases[-2].lower not in _OBJECTS


def _read_one(words: Sequence[Word], at: int, verbs: Verbs, lexicon: StatementLexicon) -> WordGroup | None:
    """Return the phrase that begins with a word; nothing for an adverb."""
    word = words[at]
    lower, keys = word.lower, lexicon.keys_of(word.lower)
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if word.actor is None:
        if not word.text[0].isalnum() and lower != "'s":
            return WordGroup("sign", at, at + 1, lower)
        if _sets_against(words, at, lexicon):
            return WordGroup("not", at, at + 2, lower)
        if lower == "according" and following == "to":
            return WordGroup("according", at, at + 2, lower)
        if verb := verbs[at]:
            return WordGroup("verb", at, verb.end, verb=verb)
        if lower == "not":
            return WordGroup("not", at, at + 1, lower)
        if "conjunctions" in keys:
            return WordGroup("conjunction", at, at + 1, lower)
        if "prepositions" in keys:
            return WordGroup("preposition", at, at + 1, lower)
        if "joining" in keys:
            return WordGroup("joint", at, at + 1, lower)
        if "relatives" in keys or lower in ("whom", "whose"):
            return WordGroup("relative", at, at + 1, lower)
        if "pronouns" in keys or lower in _OBJECTS:
            return WordGroup("noun", at, at + 1, lower)
        if lower.endswith("ly") or ("adverbs" in keys and "determiners" not in keys):
            return None
    return _read_noun(words, at, verbs, lexicon)


def _read_noun(words: Sequence[Word], start: int, verbs: Verbs, lexicon: StatementLexicon) -> WordGroup:
    """Return the noun that begins with a word: its adjectives and numbers, its owner, and itself."""
    at = start
    content: list[Word] = []
    owners: set[str] = set()
    is_definite = is_owned = False
    while at < len(words) and not _ends_noun(words, at, start, bool(content), verbs, lexicon):
        word = words[at]
        if word.lower == "'s" or (word.lower in _APOSTROPHES and _is_plural_owner(words, at)):
            owners |= _heads(content, lexicon)
            content, is_definite = [], True
        elif word.actor or (word.lower[0].isalpha() and not lexicon.has("determiners", word.lower)):
            content.append(word)
        elif word.lower in _DEFINITE:
            is_definite = True
            is_owned = word.lower in _OWNING
        at += 1
    at = max(at, start + 1)
    heads = _heads(content, lexicon)
    if stands_in(heads, lexicon):
        heads |= owners
    modifiers = frozenset(lexicon.stem(word.lower) for word in content if word.actor is None) - heads
    lower = words[at - 1].lower
    is_plain = not content and lower in ("this", "that", "these", "those", "her", "all", "both", "his", "its", "their")
    is_name = bool(content) and start > 0 and content[-1].is_capitalised
    its = frozenset(owners) - heads
    return WordGroup(
        "noun",
        start,
        at,
        lower if is_plain else "",
        heads,
        modifiers,
        its,
        is_definite,
        is_name,
        is_owned,
        words[start].lower[0].isdigit(),
    )


_OWNING = frozenset(["his", "her", "its", "their"])
_DEFINITE = _OWNING | {"the", "this", "that", "these", "those", "our", "my", "your", "both", "all", "each"}


def _ends_noun(
    words: Sequence[Word], at: int, start: int, has_content: bool, verbs: Verbs, lexicon: StatementLexicon
) -> bool:
    word = words[at]
    if word.actor:
        return False
    lower = word.lower
    if lower == "'s":
        return not has_content
    if has_content and lower in _APOSTROPHES and _is_plural_owner(words, at):
        return False
    if lower == "-" and has_content and at + 1 < len(words) and words[at + 1].text[0].isalpha():
        return False
    if not word.text[0].isalnum() or lower in ("whom", "whose", "not"):
        return True
    keys = lexicon.keys_of(lower)
    is_adverb = "adverbs" in keys and "determiners" not in keys
    if at > start and has_content and words[at - 1].lower != "'s":
        if is_adverb or not _AFTER_NOUN.isdisjoint(keys) or _is_count_after(words, at, lexicon):
            return True
    elif has_content and is_adverb:
        return True
    if has_content and "ratios" in keys and _is_ratio(words, at, lexicon):
        # “Six in ten drivers”.
        return False
    if not _NO_NOUN.isdisjoint(keys):
        return True
    if _sets_against(words, at, lexicon):
        return True
    if lower.endswith("ly") and has_content and _is_adverb(words, at, verbs, lexicon):
        return True
    return at > start and verbs[at] is not None


def _is_adverb(words: Sequence[Word], at: int, verbs: Verbs, lexicon: StatementLexicon) -> bool:
    """Say whether a word in -ly after a noun is none: “on the stairs shortly before eight”, but “the family of”."""
    if at + 1 < len(words) and verbs[at + 1]:
        return True
    is_last = at + 1 == len(words) or lexicon.has("prepositions", words[at + 1].lower) or words[at + 1].text in ",.;:"
    return is_last and not lexicon.has("nouns in -ly", words[at].lower) and not words[at].is_capitalised


def _sets_against(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether two words begin what is not meant; “not to close” denies the closing."""
    if words[at].lower not in lexicon.setting_against:
        return False
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if not lexicon.has("set against", f"{words[at].lower} {following}"):
        return False
    return following != "to" or at + 2 == len(words) or not lexicon.is_base(words[at + 2].lower)


def _is_count_after(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word counts another noun than the one before it: “left its probe | eleven days”."""
    lower = words[at].lower
    is_spelled = lexicon.has("numbers", lower) and not lexicon.has("before counts", words[at - 1].lower)
    return lower[0].isdigit() or is_spelled


def _is_ratio(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word stands between two numbers."""
    beside = (words[at - 1], words[at + 1]) if 0 < at < len(words) - 1 else ()
    return bool(beside) and all(each.text[0].isdigit() or lexicon.has("numbers", each.lower) for each in beside)


def _is_plural_owner(words: Sequence[Word], at: int) -> bool:
    """Say whether an apostrophe makes an owner of the word before it: the teachers’ union."""
    if not 0 < at < len(words) - 1:
        return False
    before, after = words[at - 1], words[at + 1]
    is_close = before.lower.endswith("s") and before.span.end == words[at].span.start
    return is_close and after.text[0].isalpha() and after.span.start > words[at].span.end


def _heads(content: Sequence[Word], lexicon: StatementLexicon) -> frozenset[str]:
    """Return the noun that comes last, and the one right before it where the last is a name: the builder Pryke."""
    if not content:
        return _NOTHING
    last = content[-1]
    if last.actor is None:
        heads = {lexicon.stem(last.lower)}
        if last.is_capitalised and len(content) > 1:
            heads.update(lexicon.stem(word.lower) for word in content[:-1] if word.is_capitalised)
        return frozenset(heads)
    heads = {ACTOR + last.actor}
    if len(content) > 1 and content[-2].actor is None:
        heads.add(lexicon.stem(content[-2].lower))
    return frozenset(heads)


def _own(noun: WordGroup, owner: WordGroup, lexicon: StatementLexicon) -> WordGroup:
    """Return a noun with what follows it after “of”; of “all of the crew”, it is the crew."""
    is_part = not noun.heads or all(_is_part(head, lexicon) for head in noun.heads)
    heads = owner.heads if is_part else noun.heads
    if stands_in(noun.heads, lexicon) or noun.is_counted:
        heads |= owner.heads
    owners = owner.owners | noun.owners | (_NOTHING if is_part else owner.heads)
    modifiers = owner.modifiers | noun.modifiers if is_part else noun.modifiers
    return WordGroup(
        "noun",
        noun.start,
        owner.end,
        "",
        heads,
        modifiers,
        owners - heads,
        noun.is_definite and not is_part,
        noun.is_name,
        noun.is_owned,
    )


def _is_part(head: str, lexicon: StatementLexicon) -> bool:
    return any(lexicon.has_stem(key, head) for key in ("quantities", "negative subjects", "small words"))


def stands_in(heads: frozenset[str], lexicon: StatementLexicon) -> bool:
    """Say whether a noun stands for its owner: the troops of Aske."""
    return not heads.isdisjoint(lexicon.stems_of("deputies"))
