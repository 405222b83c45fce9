"""The words by which a language says who speaks: one table for each language, in `lexicons/`.

`read_lexicon("en-GB").verbs["warned"]` are the ways in which *warned* can stand.

A table is YAML; the words of a key are divided by commas and stand in small letters. Every key may be left out: what a
table lacks is not read, and a language whose table has no `say` is read by its names and pronouns alone.

Verbs, with every form in which a newspaper prints them (`sagte, sagten, sagt, gesagt`). With `inflect: en` the regular
forms are made by rule and irregular ones follow the base after `=`, past and participle (`write=wrote=written`):

- `say`: the subject speaks (said, warned, "goes on").
- `address`: those among them after which the one spoken to may follow at once (told Ms Vane).
- `call`: the subject puts the words on something (called it “…”, praised him as “…”); in the passive, "by" names them.
- `quote`: the object speaks (quoted Mr Aske as saying “…”).
- `manner`: say something only right beside words set off (“…,” she laughed).
- `gerunds`: forms of these verbs that share the subject of their sentence (saying, diciendo); made by rule in English.
- `denials`: what is said after them is not said (denied saying, refused to call); `without`: words that do the same.
- `goes on to`, `plans`: verbs before another one that leave it said, or that leave it unsaid as yet; `ready to` and
  `due to` are adjectives that do so.
- `hedged verbs`: in the passive they keep their distance (is alleged to have said); `hedge of` gives the hedges that
  fit each, divided by blanks; `claims`: verbs that do so for what others say (claims that X said).

Nouns: `nouns` for what is said (her verdict was “…”), `answers` for those among them that are always words, `texts`
for what speaks for its author (a statement from X), `authors` for the words that join the two, `spokespeople` who
speak for a body, `others` who are never the one they belong to, `roles` (more words for persons), `women`, `men` and
`bodies`, which mean the one named last (the company).

Small words: `sources` stand before a speaker (according to), `words in` before the words of one (in X's words), then
`auxiliaries`, `be` (those of the passive), `gerund auxiliaries`, `perfect` (those of what is past), `future`,
`negations`, `softened` (not only), `hedges` (adverb: the hedges that fit), `articles`, `indefinite`, `numbers` (that
may stand alone), `prepositions`, `conjunctions`, `joining` (those between speakers), `subordinators`, `questions`
(whether), `adverbs`, `adverb endings`, `gerund endings`, `by` (of the passive), `to` (of the infinitive), `as`
(quoted as saying), `that`, `continuing` (forms after which a pronoun means the speaker before), `never first` (verbs
that no speaker follows), `also nouns` (forms that are nouns after other words: leaked emails), `plainly` (forms after
which words in marks are speech and nothing else), `set off` (words before marks that are no speech: so-called).

`pronouns` gives for each whom it can stand for: `m` a man, `f` a woman, `n` any person, `p` several or one unnamed,
`b` a body, `x` anybody, `r` the one named right before (who), `s` the speaker of the words around (I);
`weak pronouns` are those that count only beside a verb; `possessives` likewise. `titles` lists under `m`, `f` and `n`
the titles before names. `clitics` are pronouns between a subject and its verb (Ortiz le dijo), `sources first`
sources only where they open a sentence (pour), `sources after` those that follow the speaker (zufolge).
`object articles` open a noun that is not the subject (den Plan nannte Ortiz), `genitives` one that belongs to the
noun before it (die Sprecherin der Nordbank, Lena Ortiz).
`joined owners` are endings that make a name the owner of what follows (Holms Anwältin); `half negations` deny nothing
where
`only after` follows their verb (n'a dit que “non”). `elisions` are words joined to the front of the next one (n'a),
`prefixes` are letters joined to the front of a word (وقال). `double articles` and `article endings` say where a word
that is a preposition as well is an article (`articles.py`).

`drops subject: true` where a verb may have none (disse), `negations agree: true` where two of them deny once (non …
mai), `cases apart: true` where an apostrophe divides a name from its case (Kaya’ya dedi), `names apart: true` where
names beside each other are two people (сказала Белова Орлову),
`far verbs: true` where a verb of saying or its denial stands on the other side of the marks (hat „nein“
gesagt), `inverts apart: true` where a subject follows its verb only after marks, signs and small words (“…,”
said Ms Vane), `verb last: true` where it ends a clause that a small word opens (wie Ortiz der Zeitung sagte),
`pronouns say gender: true` where "he" and "she" mean persons alone, `bodies in marks: true` where names of bodies stand
in quotation marks (директор «Зари» Орлов). `owners follow` says that a name right
after a noun is its owner: `always` (محامي نصر), or `inflected`, only in another form than the actor's own name
(адвокат Орлова).

`hearing` verbs make the one speak who follows `heard from` (learned from X), and `told by` are participles which do so
to the one after "by", who may stand before them (wurde von X gewarnt).

`said in` are plural verbs that leave it open who of a body speaks, `speaks in` the prepositions before the body, and
`offices in` nouns between these and its name (сообщили в компании «Заря»).

`for what is done` are prepositions before what the one to whom something is done has said (fined Vane for saying).

`particles` is a table of its own for languages read by what is joined to names (`particles.py`): after a name
`subject`, `source` (によると), `owner` and `titles` before these; before a name `governed` (对) and `source first`
(据); `others` and `spokespeople` as above; `says`, the stems of verbs of saying; `denied before` and
`denied after` these, what denies them; and `after marks`, words between the marks and the verb.
"""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any
from unicodedata import normalize

from msgspec import Struct

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE
from newsbrief.model.scripts import UNSPACED
from newsbrief.reading.speech.inflection import VerbForm
from newsbrief.reading.speech.verbs import EnglishVerbs, Forms

_FOLDER = PACKAGE / "reading" / "speech" / "lexicons"
_NO_KEYS: frozenset[str] = frozenset()
_VERBS = ("say", "address", "call", "quote", "manner", "denials", "goes on to", "plans", "hedged verbs", "claims")


class Lexicon(Struct, frozen=True, dict=True):
    """The words of one language. `verbs` has for each form, and for each role in which it can stand, the form.

    `phrases` has for a first word the longer entries that begin with it, the longest first.
    """

    verbs: Mapping[str, Forms]
    words: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, str]
    possessives: Mapping[str, str]
    titles: Mapping[str, str]
    hedges: Mapping[str, frozenset[str]]
    hedge_of: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    prefixes: tuple[str, ...]
    drops_subject: bool
    negations_agree: bool = False
    names_apart: bool = False
    far_verbs: bool = False
    inverts_apart: bool = False
    verb_last: bool = False
    pronouns_say_gender: bool = False
    cases_apart: bool = False
    bodies_in_marks: bool = False
    owners_follow: str = ""
    elisions: tuple[str, ...] = ()
    particles: tuple[tuple[str, str], ...] = ()

    @cached_property
    def known_words(self) -> tuple[str, ...]:
        """Every word of the table, for scripts that do not divide words."""
        small = (word for key in self.words for word in self.words[key])
        return tuple(dict.fromkeys([*self.verbs, *self.pronouns, *self.possessives, *small]))

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word of the table."""
        return frozenset(self.known_words)

    @property
    def is_unspaced(self) -> bool:
        """Say whether the language writes its words without spaces between them."""
        return any(pronoun[:1] in UNSPACED for pronoun in self.pronouns)

    @property
    def reads_verbs(self) -> bool:
        """Say whether the table has verbs, so that a speaker can be read from words alone."""
        return bool(self.verbs)

    def has(self, key: str, word: str) -> bool:
        """Say whether `word`, in small letters, stands under a key of small words or nouns."""
        return word in self.words.get(key, ())

    def has_any(self, keys: tuple[str, ...], word: str) -> bool:
        """Say whether `word`, in small letters, stands under one of some keys of small words or nouns."""
        return not self.keys_of(word).isdisjoint(keys)

    def keys_of(self, word: str) -> frozenset[str]:
        """Return the keys of small words or nouns under which `word`, in small letters, stands."""
        return self._keys.get(word, _NO_KEYS)

    @cached_property
    def _keys(self) -> Mapping[str, frozenset[str]]:
        keys: dict[str, set[str]] = {}
        for key, words in self.words.items():
            for word in words:
                keys.setdefault(word, set()).add(key)
        return {word: frozenset(under) for word, under in keys.items()}

    def form(self, role: str, word: str) -> VerbForm | None:
        """Return the form that `word` is of a verb with this role."""
        return self.verbs.get(word, {}).get(role)

    def has_verb(self, text: str) -> bool:
        """Say whether a text holds a verb of saying."""
        words = re.findall(r"[\w']+", normalize("NFC", text).lower().replace("’", "'"))
        phrases = (" ".join(words[at : at + length]) for at in range(len(words)) for length in (1, 2, 3))
        texts = (*phrases, *(word.rpartition("'")[2] for word in words))
        return any(self.verbs.get(each, {}).keys() & {"say", "manner", "call"} for each in texts)


@cache
def read_lexicon(language: str) -> Lexicon:
    """Return the lexicon of a BCP 47 language tag; an empty one where there is no table."""
    spoken = primary_language(language)
    return _read_table(spoken if spoken in read_languages() else "")


@cache
def read_languages() -> frozenset[str]:
    """Return the languages that have a table."""
    return frozenset(path.stem for path in _FOLDER.glob("*.yaml"))


@cache
def _read_table(language: str) -> Lexicon:
    return _compile(read_own_table(_FOLDER / f"{language}.yaml") if language else {})


def _compile(table: Mapping[str, Any]) -> Lexicon:
    entries = {role: tuple(split_phrases(table.get(role))) for role in _VERBS}
    verbs = EnglishVerbs(entries) if table.get("inflect") == "en" else _list_forms(entries, table.get("gerunds"))
    longer = verbs.phrases if isinstance(verbs, EnglishVerbs) else [*verbs]
    words = {
        key: frozenset(split_phrases(text))
        for key, text in table.items()
        if isinstance(text, str) and key not in _VERBS
    }
    hedges = {word: frozenset(fit.split()) for word, fit in table.get("hedges", {}).items()}
    pronouns = dict(table.get("pronouns", {}))
    return Lexicon(
        verbs=verbs,
        words=words,
        pronouns=pronouns,
        possessives=dict(table.get("possessives", {})),
        titles={
            title.lower(): gender
            for gender, titles in table.get("titles", {}).items()
            for title in split_phrases(titles)
        },
        hedges=hedges,
        hedge_of={base: frozenset(fit.split()) for base, _, fit in map(_divide, split_phrases(table.get("hedge of")))},
        phrases=_phrases([*longer, *hedges, *pronouns, *(word for key in words for word in words[key])]),
        prefixes=tuple(split_phrases(table.get("prefixes"))),
        drops_subject=table.get("drops subject") is True,
        negations_agree=table.get("negations agree") is True,
        names_apart=table.get("names apart") is True,
        cases_apart=table.get("cases apart") is True,
        bodies_in_marks=table.get("bodies in marks") is True,
        far_verbs=table.get("far verbs") is True,
        inverts_apart=table.get("inverts apart") is True,
        verb_last=table.get("verb last") is True,
        pronouns_say_gender=table.get("pronouns say gender") is True,
        owners_follow=table.get("owners follow", ""),
        elisions=tuple(split_phrases(table.get("elisions"))),
        particles=tuple(table.get("particles", {}).items()),
    )


def _list_forms(entries: Mapping[str, tuple[str, ...]], gerunds: object) -> Mapping[str, Forms]:
    """Return the forms of a table that has them all."""
    verbs: dict[str, dict[str, VerbForm]] = {}
    for role, words in entries.items():
        for word in words:
            verbs.setdefault(word, {})[role] = VerbForm(word, "any")
    for word in split_phrases(gerunds):
        known = verbs.setdefault(word, {})
        roles = list(known) or ["say"]
        known.update({role: VerbForm(word, "gerund") for role in roles})
    return verbs


def _divide(entry: str) -> tuple[str, str, str]:
    return entry.partition("=")


def _phrases(entries: list[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    phrases: dict[str, set[tuple[str, ...]]] = {}
    for entry in entries:
        first, *rest = entry.split()
        if rest:
            phrases.setdefault(first, set()).add((first, *rest))
    return {first: tuple(sorted(longer, key=lambda each: (-len(each), each))) for first, longer in phrases.items()}
