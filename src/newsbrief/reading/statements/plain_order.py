"""Who acts on whom, and what each number counts, in languages that are read by the order of their words.

`acts.py` reads who acts, `counts.py` what is counted. The tables in `lexicons/` have for this, besides the keys of
`lexicon.py`:

- `order`: `verb between` where the verb stands between who acts and who does not; `verb last` where it may stand after
  both or before both as well; `capital nouns` where nouns are written so, and so are no verbs.
- `order` has `agents act` where an agent acts without a word of the passive as well (battu par).
- `passive` with `agent` before a name says that this one acts; `object markers` stand before who does not act, `unsure
  markers` before a later name that may act all the same.
- `articles` may stand before a name and change nothing.
- `prepositions` stand before names that neither act nor suffer; `joining` between names that do the same.
- `part of` stand between a part and its whole (12 of 40), with `articles` and `owners` (of their 40).
- `from` and `to` stand before the numbers between which something moves (von 3 auf 17).
- `openers` begin a clause of its own. `object relatives` and `subject relatives` stand for the name before a comma, who
  suffers or acts in their clause; `order` has `marked objects` where only an object marker before them says so.
- `mutual` are verbs of two that act alike, `small words` say nothing by themselves; `strip` is the pattern of endings.
"""

from collections.abc import Iterator, Sequence

from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.asides import split_asides
from newsbrief.reading.statements.lexicon import StatementLexicon

_ENDS = frozenset('.,;:!?()[]“”„«»"–—')
_SHORTEST = 3


def cut_clauses(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[list[Word]]:
    """Yield the words of a sentence without its asides, from sign to sign."""
    for number, part in enumerate(split_asides(words)):
        if number and (joined := _join_relative(part, lexicon)):
            part = joined
        elif number and lexicon.has("order", "agents act"):
            # “Brod, battu par Holt”: the aside says it of the name before it.
            part = [part[0], *part[2:]]
        clause: list[Word] = []
        for word in part:
            # “Olmar, que dirige Faro”: what is said after a name is said of it.
            is_opener = bool(clause) and not clause[-1].actor and lexicon.has("openers", word.lower)
            if is_opener or (word.actor is None and word.text in _ENDS):
                yield clause
                clause = []
            else:
                clause.append(word)
        yield clause


def _join_relative(aside: Sequence[Word], lexicon: StatementLexicon) -> list[Word] | None:
    """Return what an aside says with the name before it for its pronoun: `B, den A verklagt` is `A verklagt B`.

    None where the aside begins with no such pronoun, or its form leaves open who acts.
    """
    name, rest = aside[0], list(aside[2:])
    if rest and lexicon.has("subject relatives", rest[0].lower):
        return [name, *rest[1:]]
    at = next((at for at in range(min(len(rest), 3)) if lexicon.has("object relatives", rest[at].lower)), None)
    if at is None or (at and not all(_is_marked(word, lexicon) for word in rest[:at])):
        return None
    after = rest[at + 1 :]
    first = next((number for number, word in enumerate(after) if word.actor), None)
    if first is None or any(lexicon.has("prepositions", word.lower) for word in after[:first]):
        return None
    is_beside = all(lexicon.has("articles", word.lower) for word in after[:first])
    if not at and not is_beside and lexicon.has("order", "marked objects"):
        # “Olmar, que compró Crédan”: either may act.
        return None
    return [after[first], *(word for word in after if word is not after[first]), name]


def _is_marked(word: Word, lexicon: StatementLexicon) -> bool:
    return lexicon.has("object markers", word.lower) or lexicon.has("articles", word.lower)


def stem_of(word: Word, lexicon: StatementLexicon) -> str:
    """Return the stem of a word that says something, without accents; nothing for a small word."""
    lower = word.lower
    if word.actor or len(lower) < _SHORTEST or not lower.isalpha():
        return ""
    if lower in ALL_FUNCTION_WORDS or lower in lexicon.small or lexicon.has("prepositions", lower):
        return ""
    stem = lexicon.stem(lower)
    return "" if stem in lexicon.mutual else stem
