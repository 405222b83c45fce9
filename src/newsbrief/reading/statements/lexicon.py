"""The words that take a statement back, put it off or leave it open: one table for each language, in `lexicons/`.

`read_lexicon("en").has("negations", "never")` is true.

A table is YAML; the words of a key are divided by commas and stand in small letters. Every key may be left out, and a
language whose table lacks `auxiliaries` is read for its negations alone, and for the order of its words, see
`plain_order.py`.

- `negations` deny the verb after them; `negative subjects` deny it from inside its subject (no member signed),
  `denials` before it and its subject (denied that it had signed), `unfinished` before `to` (has yet to sign). `not
  only` are words after a negation that leave nothing denied.
- Operators do something to words beside them, see `operator_table.py`. `undone after` are phrases that leave undone
  what follows (rather than), `undone across` a verb with its preposition (cleared … of); so `claimed`, `doubted`,
  `ceased`, `conditional`, `excepted` (all but). `ing` is any form in -ing, `opposing` stand before a word of
  `opposed` (against the advice). `clause openers` begin a clause of which the verbs are meant. A word of `answers of`
  a kind, of `company` (others) or of `bounds of time` (earliest/later) in a sentence answers such an operator.
- `negations before to` deny a verb after “to” alone (failed to sign), `bounding negations` bound numbers (barely half).
- `superlatives` (first) are so within what `restricting` words begin, beside a verb only `restricting closely`.
- `predecessors`, `successors` and `succeeding` verbs say who comes after whom; `succession` are beginnings of words
  that may. `uneven prepositions` stand before one of two who cannot change places (above), `prepositions of acts` right
  after a noun (a foul on Vane). `numbers in order` and `fractions in order` give words their values.
- `allegations` leave a verb to others, `possible` and, before its subject, `open questions` leave it open.
- `modals` put a verb off, `plans` do so before `to` (plans to buy), `urging` before a name or a noun and `to`.
- `auxiliaries`, `determiners`, `pronouns` and `adverbs` may stand between these and the verb; `be` are the auxiliaries
  of the passive, `finished` those that say that it is done.
- `small words` say nothing by themselves; `sayings` name who says the rest,
  `inverting` those before the one who says it (the boats leaked, says Aske).
- `joining` stand between names of which the same is said, `prepositions` before names and numbers; `even prepositions`
  are those that say too little of two to tell them apart, `by` those before who does it in the passive, `converse`
  words before a preposition that turn round with the two (north of). `relatives` begin what is said of a name before.
- `range begins` stand before the first number of a range, `range goes on` before its last (between 4 and 6).
- `part of` stand between a part and its whole (12 of 40), `ellipsis` after a number whose noun is left out, `bounding`
  before a number.
- `endings`: verbs that leave nothing of what follows them (suspended its dividend), `ending phrases` two words that do
  so, `excess` a word before `to` that denies the verb after it (too small to see).
- Who is denied something may have lost it in the words cited, by a word of `ceasing` or, for none of them, `barring`.
- `object pronouns` may stand between a verb and “to” (expect `him` to leave), `counterparts` are nouns for each of two
  (opponent). `remaining` verbs say in the passive what remains (two are left), `sparing` ones deny a noun after them
  (escaped damage); `nouns in -ly` are no adverbs. `nearly after` are phrases after which something almost was.
- `ends of denials` stand between what was not done and when it was (not published until May).
- `all`, `most`, `many`, `half`, `some`, `few`, `none` and `part` stand before a noun of which so much is meant, with a
  word of `shares` (percent) or `ratios` (six in ten) between them or a pronoun of a whole (most of `them`); `plurals`
  show by no ending that they are several, `nearly` and `exceptions` are words beside all of them, `some after articles`
  those that are some after an article (a few). `excluding` stands before one of whom it is not said (not for Aske).
- `opposites`: verbs that say the opposite of each other of the same thing, the sides divided by a stroke, the words of
  a phrase joined by `_`; `complements` are those of which one is so where the other is not (hurt/unhurt), `opposites of
  doers` those that take two who do them to each other (buy/sell). `opposites of things` are adjectives, adverbs and
  directions, in each of their forms (left/right), `opposites of people` nouns.
- `after` and `before` stand between two events, after `spans of time` (two months after).
- `linking` verbs stand before what is said of a subject, `complements of qualities` before that with which something is
  compared (larger than), `clauses` begin another clause, `numbers` count, `qualities` are small words that tell two
  things apart (old, new), `pro-forms` stand for a noun (the new one), `pro-verbs` for a verb (and so did Aske),
  `nobodies` for everybody of whom something is denied, `everybodies` for all.
- `one person` are pronouns that stand for one person, `stand-ins` nouns that stand for a name after “the”, each with
  the kinds of actors that it fits behind a stroke; every one fits a name that ends in it.
- `reported` stand before `to` and a verb that others say it of (is said to have burned), `thoughts of` before a form in
  -ing (considered closing), `calling` before a name and what somebody calls it (called the firm reckless). `ruling out`
  are two words that deny the verb after them, `wrongly` deny what is said (wrongly reported), `denying` another word by
  themselves (unhurt/hurt). `taking back` deny what could have been, `matters` begin what names a matter (what it would
  cost), `others` deny it of all but one, whom `only` names; of `directions`, words after a verb, each turns the other
  round (switched on/switched off).
- `possibilities` leave open what follows their “that” or “of”; `suggestions` after one of `rejecting` deny it.
  What a verb of `demanding` has as its object need not be done, what one of `awaiting` has is not there; `still` beside
  one of `outstanding` says that it is to be done, and `states` after “is to” plan nothing (is to blame).
- `verbs` are known in the present, too; `no verbs`, `nouns in -ing` and `time` are none; `particles` go with a verb
  before them (tipped off), `conjunctions` begin another clause, and nouns after `set against` are not meant (rather
  than Dorn). `bare plurals` are nouns that have no -s.
- `giving` verbs have two objects; after `moving` ones “to” says what the object does, after `blaming` ones “for” what
  it has done, after `showing` ones a clause may follow at once; `light verbs` say little without their object.
- `margins` and, without an article, `means` after “by” are not those who do it (by two votes, by hand).
- `deputies` stand for their owner (troops of Aske), `quantities` for what is counted (a third of the seats); `generic
  nouns` name something again (the wolves … the animals).
- `synonyms` are words of one meaning. `converses` are verbs of two, the second side with the two turned round, and
  after a hyphen the preposition before the other of them (sell-to/buy-from).
- `offices` are rows of nouns of which nobody is two in one matter, `same offices` those who have another’s office
  before or after him, `stages` rows of what may follow each other and need not (charged/convicted), `acts
  apart` rows of verbs of which no two are the same act (cancelled/postponed), and `open predicates` leave open whether
  it comes about (at risk).
- `mutual`: verbs and nouns of two that act alike, so that either may be named first.
- `irregular`: verbs with the forms that no rule makes, the base first, divided by blanks.
- `follows: true` where a negation may stand after its verb (unterschrieb den Vertrag nicht).
"""

import re
from collections.abc import Collection, Mapping, Set
from functools import cache, cached_property
from typing import Any
from unicodedata import combining, normalize

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE
from newsbrief.reading.statements.operator_table import OperatorTable, compile_operators
from newsbrief.reading.statements.opposite_table import OppositeTable, compile_opposites
from newsbrief.reading.statements.word_table import SHORTEST, WordTable, strip_ending

_FOLDER = PACKAGE / "reading" / "statements" / "lexicons"


class StatementLexicon(WordTable, frozen=True, dict=True):
    """The words of one language, by the keys of its table, and what they do to those around them."""

    follows: bool = False

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that say nothing by themselves."""
        keys = ("small words", "auxiliaries", "adverbs", "determiners", "pronouns", "modals", "negations", "sayings")
        return frozenset(word for key in keys for word in self.words.get(key, ()))

    @cached_property
    def failing(self) -> frozenset[str]:
        """The words that deny nothing but a verb after “to”."""
        return self.words_of(("negations before to",))

    @cached_property
    def near_denials(self) -> frozenset[str]:
        """The words that may deny a word further on: negations, and verbs that leave nothing of what follows them.

        “Called” does so with “off” alone.
        """
        return self.words_of(("negations", "endings", "awaiting")).difference(self.ending_phrases)

    @cached_property
    def ending_phrases(self) -> Mapping[str, frozenset[str]]:
        """The second words of two that leave nothing of what follows them, by the first."""
        phrases = [phrase.split() for phrase in self.words.get("ending phrases", ())]
        return {first: frozenset(last for one, last in phrases if one == first) for first, _ in phrases}

    @cached_property
    def setting_against(self) -> frozenset[str]:
        """The first words of what sets a noun against another one."""
        return frozenset(phrase.split()[0] for phrase in self.words.get("set against", ()))

    @cached_property
    def closing(self) -> frozenset[str]:
        """The words that end something named before them, or bound its time."""
        return self.words_of(("endings", "ends of times"))

    def may_hedge(self, words: Set[str]) -> bool:
        """Say whether some of the words of a sentence may hedge another one."""
        if not (self._hedging.isdisjoint(words) and self._hedging_alike.isdisjoint(words)):
            return True
        if self.operators.may_stand_among(words, self.stem):
            return True
        return "to" in words and not self._putting_off.isdisjoint(words)

    def is_hedging(self, words: Collection[str]) -> bool:
        """Say whether some of the words of a sentence deny, allege or leave open."""
        return not self._hedging.isdisjoint(words)

    def may_deny(self, words: Set[str]) -> bool:
        """Say whether some of the words of a sentence deny something, or mean the like."""
        keys = ("negations", "negative subjects", "denials", "answers of undone", "endings", "answers of denial")
        return not self.words_of(keys).isdisjoint(words) or any(map(self.denies, words)) or self.may_hedge(words)

    @cached_property
    def _hedging(self) -> frozenset[str]:
        keys = ("negations", "negative subjects", "denials", "allegations", "possible", "open questions", "modals")
        return frozenset(word for key in keys for word in self.words.get(key, ()))

    @cached_property
    def _hedging_alike(self) -> frozenset[str]:
        return frozenset(self.denying) | self.taking_back | self.words_of(("thoughts of", "possibilities", "rejecting"))

    @cached_property
    def _putting_off(self) -> frozenset[str]:
        return frozenset(
            word for key in ("plans", "urging", "unfinished", "reported") for word in self.words.get(key, ())
        )

    @cached_property
    def taking_back(self) -> frozenset[str]:
        """The words of which a sentence has one that rules out something, or calls it wrong."""
        return frozenset(phrase.split()[0] for phrase in self.words_of(("ruling out", "wrongly")))

    @cached_property
    def directions(self) -> Mapping[str, frozenset[str]]:
        """The words that a verb does not mean which has another one after it: off, of on."""
        rows = [[side.split() for side in row.split("/")] for row in self.words.get("directions", ())]
        found: dict[str, frozenset[str]] = {}
        for one, other in (pair for row in rows for pair in (row, row[::-1])):
            found |= {word: found.get(word, frozenset()) | frozenset(other) for word in one}
        return found

    @property
    def reads_order(self) -> bool:
        """Say whether who acts and what is counted is read by the order of the words alone, see `plain_order`."""
        return "order" in self.words

    @property
    def reads_verbs(self) -> bool:
        """Say whether the table has the small words between which verbs are found."""
        return "auxiliaries" in self.words

    def strip(self, word: str) -> str:
        """Return a word without its ending; in languages with a table of endings, without its accents too."""
        pattern = next(iter(self.words.get("strip", ())), None)
        if pattern is None:
            return strip_ending(word)
        plain = "".join(char for char in normalize("NFD", word) if not combining(char))
        if self.has("order", "verb last") and re.fullmatch(r"ge\w{3,}(?:t|en)", plain):
            plain = plain[2:]
        stem = re.sub(pattern, "", plain)
        return stem if len(stem) > SHORTEST else plain

    @cached_property
    def counting(self) -> frozenset[str]:
        """The words that say how many of something."""
        keys = ("all", "most", "many", "half", "some", "few", "none", "part", "numbers")
        return frozenset(word for key in keys for word in self.words.get(key, ()))

    @cached_property
    def opposites(self) -> OppositeTable:
        """The words that say the opposite of each other."""
        return compile_opposites(self.words, self.stem)

    @cached_property
    def operators(self) -> OperatorTable:
        """The words that take something back, doubt it or leave it to others."""
        return compile_operators(self.words, self.stem)

    @cached_property
    def superlative_pattern(self) -> re.Pattern[str] | None:
        """The pattern of words that may say that something is more so than all others."""
        words = self.words.get("superlatives")
        return re.compile(rf"(?:{'|'.join(sorted(words))}|est)(?!\w)", re.IGNORECASE) if words else None

    @cached_property
    def succession_pattern(self) -> re.Pattern[str] | None:
        """The pattern of words that may say who comes after whom in an office."""
        words = self.words.get("succession")
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})", re.IGNORECASE) if words else None

    @cached_property
    def bounds_of_time(self) -> Mapping[str, frozenset[str]]:
        """The words that answer each one that bounds a time: earliest, latest."""
        pairs = (each.split("/") for each in self.words.get("bounds of time", ()))
        return {word: frozenset(answers.split()) for word, answers in pairs}

    @cached_property
    def stand_ins(self) -> Mapping[str, frozenset[str]]:
        """The kinds of actors that each noun fits which stands for a name."""
        pairs = (each.split("/") for each in self.words.get("stand-ins", ()))
        return {noun: frozenset(kinds.split()) for noun, kinds in pairs}

    @cached_property
    def stand_in_pattern(self) -> re.Pattern[str] | None:
        """The pattern of what stands for the name of one actor: he, the bank."""
        if not self.stand_ins:
            return None
        pronouns, nouns = ("|".join(sorted(each)) for each in (self.words.get("one person", ()), self.stand_ins))
        return re.compile(rf"(?<!\w)(?:(?i:the|this|that) (?P<noun>{nouns})|(?P<pronoun>(?i:{pronouns})))(?![\w’'-])")

    @cached_property
    def mutual(self) -> frozenset[str]:
        """The stems of the words of two that act alike."""
        return frozenset(map(self.stem, self.words.get("mutual", ())))


@cache
def read_lexicon(language: str) -> StatementLexicon:
    """Return the lexicon of a BCP 47 language tag; an empty one where there is no table."""
    path = _FOLDER / f"{primary_language(language)}.yaml"
    if not path.is_file():
        return StatementLexicon({}, {})
    return _compile(read_own_table(path))


def _compile(table: Mapping[str, Any]) -> StatementLexicon:
    words = {
        key: frozenset(split_phrases(text))
        for key, text in table.items()
        if isinstance(text, str) and key != "irregular"
    }
    bases: dict[str, str] = {}
    pasts: set[str] = set()
    irregular_bases: set[str] = set()
    for verb in split_phrases(table.get("irregular")):
        base, *forms = verb.split()
        irregular_bases.add(base)
        bases |= {form: strip_ending(base) for form in (base, *forms)}
        if base.endswith("ing"):
            # “Rings” has the ending of a noun such as “meetings”.
            bases[f"{base}s"] = strip_ending(base)
        # A verb such as "cut" has one form for all.
        pasts.update(form for form in forms or [base] if not form.endswith(("ing", "es")))
    return StatementLexicon(words, bases, frozenset(pasts), frozenset(irregular_bases), table.get("follows") is True)
