"""The verbs of an English sentence, each with its auxiliaries: “had been sold”, “agreed to sell”, “rules out”.

`find_verb(words, 3, lexicon)` is the verb whose first word is the fourth one, or nothing where that begins none.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.present_verbs import find_present
from newsbrief.reading.statements.verb_group import VerbGroup, with_particle

_MOST_STEPS = 9
_AFTER_NOUN = ("prepositions", "auxiliaries", "modals", "possible")
_AUXILIARIES = ("auxiliaries", "modals", "possible")


def find_verb(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> VerbGroup | None:
    """Return the verb group that begins with a word."""
    word = words[at]
    lower = word.lower
    if word.actor or not (lower[0].isalpha() or lower[0] == "'"):
        return None
    if lower == "to":
        return _after_to(words, at, lexicon)
    if lower == "'s" and not _is_contracted(words, at, lexicon):
        return None
    if lower.endswith("ing") and at and lexicon.has("sayings", words[at - 1].lower):
        # “Said waiting times would fall”.
        return None
    if lower in lexicon.words_of(_AUXILIARIES) and word.text != "May":
        found = _after_auxiliary(words, at, lexicon)
        is_gerund = lower == "being" and at > 0 and lexicon.has("prepositions", words[at - 1].lower)
        return replace(found, form="gerund") if found and is_gerund else found
    return _main_verb(words, at, lexicon)


def _is_contracted(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether ’s is a verb, as in “he’s left”, and no owner’s."""
    return at > 0 and lexicon.has("pronouns", words[at - 1].lower)


def _after_to(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> VerbGroup | None:
    """Return the infinitive after “to”."""
    number = _pass_small(words, at + 1, lexicon)
    if number >= len(words) or words[number].actor or not words[number].lower.isalpha():
        return None
    lower = words[number].lower
    if lexicon.has("be", lower) or lower in ("have", "be"):
        inner = _after_auxiliary(words, number, lexicon)
        return VerbGroup(inner.at, inner.end, inner.stem, "infinitive", inner.is_passive) if inner else None
    following = words[number + 1] if number + 1 < len(words) else None
    if not lexicon.is_base(lower) or (following is not None and following.lower == "'s"):
        return None
    return with_particle(words, number, "infinitive", lexicon)


def _after_auxiliary(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> VerbGroup | None:
    """Return the verb that an auxiliary begins: the one it leads to, or itself."""
    last, number = at, at + 1
    while number < len(words) and number - at < _MOST_STEPS:
        lower = words[number].lower
        if words[number].actor is None and (lexicon.has("auxiliaries", lower) or lexicon.has("modals", lower)):
            if lower == "to":
                inner = _after_to(words, number, lexicon)
                return VerbGroup(inner.at, inner.end, inner.stem, "finite", inner.is_passive) if inner else None
            last, number = number, number + 1
        elif _is_small(words, number, lexicon):
            number += 1
        else:
            break
    if number < len(words) and _may_follow(words[number], words[last].lower, lexicon):
        is_passive = lexicon.is_past(words[number].lower) and words[last].lower not in _HAVE
        return with_particle(
            words, number, "finite", lexicon, is_passive=is_passive and _is_be(words[last].lower, lexicon)
        )
    stem = lexicon.stem("be" if lexicon.has("be", words[last].lower) else words[last].lower)
    return VerbGroup(last, _pass_small(words, last + 1, lexicon), stem, "finite")


def _is_be(word: str, lexicon: StatementLexicon) -> bool:
    return lexicon.has("be", word) or word in ("got", "gets", "get")


def _may_follow(word: Word, auxiliary: str, lexicon: StatementLexicon) -> bool:
    """Say whether a word is the verb to which an auxiliary leads: `was sold`, `is selling`, `had sold`, `will sell`."""
    lower = word.lower
    is_small = (lower in lexicon.small and not lexicon.has("sayings", lower)) or lexicon.has("prepositions", lower)
    if word.actor or not lower.isalpha() or is_small or lexicon.has("determiners", lower):
        return False
    if auxiliary in _HAVE:
        return lexicon.is_past(lower)
    return not _is_be(auxiliary, lexicon) or lexicon.is_past(lower) or lower.endswith("ing")


_HAVE = frozenset(["has", "have", "had", "having", "hasn't", "haven't", "hadn't", "'ve"])


def _is_small(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    word = words[at]
    if word.actor or not word.lower[0].isalpha():
        return False
    if word.lower in ("not", "never", "n't"):
        return True
    adverb = lexicon.has("adverbs", word.lower) and not lexicon.has("determiners", word.lower) and word.lower != "of"
    return adverb or word.lower.endswith("ly")


def _pass_small(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> int:
    while at < len(words) and _is_small(words, at, lexicon):
        at += 1
    return at


def _main_verb(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> VerbGroup | None:
    """Return a verb without auxiliaries, known by its form and the words beside it."""
    lower = words[at].lower
    if not lexicon.may_be_verb(lower):
        return None
    last = at - 1
    while last > 0 and words[last].lower.endswith("ly") and words[last].actor is None:
        last -= 1
    before = words[last] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before is not None and (words[at].is_capitalised or before.text in "-–"):
        # “A Sorland-backed revolt”.
        return None
    is_bound = before is not None and before.actor is None and _is_bound(before, lexicon)
    if lower.endswith("ing"):
        return _ing_verb(words, at, lexicon) if not is_bound else None
    if is_bound:
        return None
    if lexicon.is_past(lower):
        if before is None or before.text in '“"':
            return with_particle(words, at, "participle", lexicon, is_passive=True)
        if lexicon.has("prepositions", before.lower) and before.actor is None and before.lower not in _SUBORDINATE:
            return None
        if after is not None and after.lower == "by" and _is_done_by(words, at, lexicon) and not _is_relative(before):
            return with_particle(words, at, "participle", lexicon, is_passive=True)
        return with_particle(words, at, "finite", lexicon)
    return find_present(words, at, before, after, lexicon)


_SUBORDINATE = frozenset(["after", "before", "since", "until", "as", "than"])


def _is_relative(word: Word) -> bool:
    return word.lower in ("who", "which", "that")


def _is_done_by(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether “by” after a verb stands before a name or a noun: not “lost by 3”."""
    number = at + 2
    while number < len(words) - 1 and any(lexicon.has(key, words[number].lower) for key in ("articles", "bounding")):
        # “Rose by nearly a third”.
        number += 1
    if number >= len(words):
        return False
    following = words[number].lower
    is_measure = following[0].isdigit() or (lexicon.has("quantities", following) and words[number].actor is None)
    return not is_measure and (words[at + 2].actor is not None or not words[at + 2].lower.endswith("ing"))


def _is_bound(before: Word, lexicon: StatementLexicon) -> bool:
    """Say whether a word after this one is a noun or its adjective."""
    if before.lower == "'s":
        return True
    keys = lexicon.keys_of(before.lower)
    return "determiners" in keys and before.lower not in ("that", "all", "both", "each", "most", "many", "some")


def _ing_verb(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> VerbGroup | None:
    """Return a form in -ing: a verb where a name, an article or a preposition follows, or a word known as a verb."""
    after = words[at + 1] if at + 1 < len(words) else None
    is_known = lexicon.is_verb(words[at].lower)
    if at == 0 and (after is None or not (after.actor or _begins_noun(after, lexicon))):
        return None
    if not is_known and not (after and after.actor is None and lexicon.has("determiners", after.lower)):
        return None
    if at and words[at - 1].actor is None and words[at - 1].lower.isalpha():
        before = words[at - 1].lower
        is_preposition = lexicon.has("prepositions", before) and before != "than"
        if is_preposition and (
            after is None
            or not after.lower[0].isalnum()
            or after.lower in lexicon.words_of(_AFTER_NOUN)
            or lexicon.is_past(after.lower)
        ):
            # “In training”.
            return None
        if lexicon.has("nouns in -ing", words[at].lower) and not is_preposition:
            return None
        if not (is_preposition or lexicon.has("particles", before) or lexicon.is_verb(before)):
            is_object = after is not None and (after.actor is not None or lexicon.has("determiners", after.lower))
            if not is_object and not (after and lexicon.has("prepositions", after.lower)):
                return None
    return with_particle(words, at, "gerund", lexicon)


def _begins_noun(word: Word, lexicon: StatementLexicon) -> bool:
    return any(lexicon.has(key, word.lower) for key in ("determiners", "prepositions"))
