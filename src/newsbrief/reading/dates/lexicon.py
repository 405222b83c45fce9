"""The words of a language for dates: a table in `lexicons/`, and the names that the CLDR has, through Babel.

`read_lexicon("en").words[("last", "night")]` is `(Lexeme("DAYS", -1),)`. A language without a table has the names
of the CLDR, and figures, alone. `lexicon_tables.py` says what a table holds.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from newsbrief.model.cldr import read_cldr
from newsbrief.model.languages import primary_language
from newsbrief.reading.dates.lexicon_tables import Lexeme, cldr_rows, read_table, rows_of
from newsbrief.reading.dates.tokens import cut_tokens, fold

Phrase = tuple[str, ...]


class DateLexicon(Struct, frozen=True):
    """The words of one language.

    `words` has every reading of a phrase, which is cut into tokens; `longest`, the most tokens of a phrase that begins
    with a token. Phrases in `names` count only with a capital letter; `short_names` are the abbreviations among them.
    It `has_plurals` if the forms of units that mean several are known.
    """

    language: str
    words: Mapping[Phrase, tuple[Lexeme, ...]]
    longest: Mapping[str, int]
    names: frozenset[Phrase]
    prefixes: tuple[str, ...]
    endings: tuple[str, ...]
    ordinal_endings: tuple[str, ...]
    compounds: bool
    day_after_month: bool
    unsure_years: tuple[int, ...]
    past_endings: tuple[str, ...]
    short_names: frozenset[str] = frozenset()
    finals: frozenset[Phrase] = frozenset()
    has_plurals: bool = False

    @property
    def joins_words(self) -> bool:
        """Say whether the language writes something joined to its words for dates, so that they have many forms."""
        return bool(self.prefixes or self.endings or self.compounds)

    @property
    def knows_past(self) -> bool:
        return bool(self.past_endings)


_ENDING = Lexeme("ORDINAL_ENDING")
_SAME_TABLES = {"no": "nb", "nn": "nb", "iw": "he"}


@cache
def read_lexicon(language: str) -> DateLexicon:
    """Return the lexicon of a language tag such as `en-GB`."""
    table = read_table(_SAME_TABLES.get(primary_language(language), primary_language(language)))
    words: dict[Phrase, list[Lexeme]] = {}
    names: set[Phrase] = set()
    for written, lexeme in [*cldr_rows(language, table), *rows_of(table)]:
        phrase = _cut_phrase(written)
        if phrase and lexeme not in words.setdefault(phrase, []):
            words[phrase].append(lexeme)
        if lexeme.kind in ("MONTH", "WEEKDAY"):
            names.add(phrase)
    longest: dict[str, int] = {}
    for phrase in words:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return DateLexicon(
        language=language,
        words={phrase: tuple(lexemes) for phrase, lexemes in words.items()},
        longest=longest,
        names=frozenset(names) if table.get("capitalised") else frozenset(),
        prefixes=tuple(map(fold, table.get("prefixes", ()))),
        endings=tuple(map(fold, table.get("endings", ()))),
        ordinal_endings=tuple(written for (written, *rest), found in words.items() if not rest and _ENDING in found),
        compounds=bool(table.get("compounds")),
        day_after_month=bool(table.get("day_after_month")) or read_cldr(language).is_month_first,
        unsure_years=tuple(table.get("unsure_years", ())),
        past_endings=tuple(table.get("past_endings", ())),
        short_names=_short_forms(names) if table.get("capitalised") else frozenset(),
        finals=frozenset(map(_cut_phrase, table.get("finals", ()))),
        has_plurals=bool(table.get("many")),
    )


def _cut_phrase(written: str) -> Phrase:
    """Return the tokens of a phrase, which are its words where it has nothing but plain letters."""
    if written.isascii() and written.replace(" ", "").isalpha():
        return tuple(written.lower().split())
    return tuple(token.text for token in cut_tokens(written))


def _short_forms(names: Iterable[Phrase]) -> frozenset[str]:
    """Return the names that are the beginning of another: "sun", "jan"."""
    words = [name for name, *rest in names if not rest]
    return frozenset(word for word in words if any(other.startswith(word) and other != word for other in words))
