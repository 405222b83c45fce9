"""The words of a paragraph, one after the other: names known by the fact sheet, passages in marks, words and signs.

`read_tokens(paragraph, …)` of `Mr Aske said: “no”` is a word, a name, a word, a sign and a passage.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Passage, Span
from newsbrief.model.patterns import compile_late
from newsbrief.model.scripts import UNSPACED
from newsbrief.reading.sentence_ends import is_ordinal
from newsbrief.reading.speech.lexicon import Lexicon

Kind = Literal["name", "passage", "word", "possessive", "sign", "end"]

_MARKS = r"[\u0300-\u036f\u0653-\u0655\u3099\u309a]*"
"""The marks of decomposed letters, which belong to the letter before them."""

_PIECE = re.compile(
    r"(?P<possessive>['’ʼ]s\b|(?<=[sxz])['’](?=\s))"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]" + _MARKS + r"(?:[-'’‐·]?[^\W_]" + _MARKS + r")*)"
    r"|(?P<end>[.!?…]+|[。！？؟।۔։]+)|(?P<sign>[,;:()\[\]،؛，：；、]|[—–―]|(?<!\w)-+(?!\w))"
)
_OWNED = re.compile(r"(.+)(['’ʼ]s)")
_ABBREVIATED = re.compile(
    r"[A-Z]|[A-Za-z]\.[\w.]*|No|vs|etc|Inc|Ltd|Co|Corp|Jr|Sr|Mt|St|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_GOES_ON = re.compile(r"\)?(?:[,;:]|,? +[^\W\d_A-Z])|[^\W_]")
"""What follows a full stop that ends no sentence: a comma, a word in small letters, a letter without a space."""

_ENDING = compile_late(r"[a-zß-ÿа-яёіїєґąćęłńóśźż]+")
"""The ending of a name in a case: Орлова."""

_LONGEST_ASIDE = 7
"""The most tokens in brackets after a name that are left out, with the closing one."""


class Token(Struct, frozen=True):
    """A piece of a paragraph. `word` is in small letters with plain apostrophes, `actor` the owner of a known name."""

    kind: Kind
    span: Span
    word: str
    text: str
    actor: str = ""

    @property
    def is_capital(self) -> bool:
        """Say whether the word begins with a capital letter."""
        return self.text[:1].isupper()


def read_tokens(
    text: str, paragraph: Span, passages: Sequence[Passage], names: Sequence[NamePlace], lexicon: Lexicon
) -> list[Token]:
    """Return the tokens of a paragraph; `passages` are those of one depth, `names` all of the article in order."""
    tokens: list[Token] = []
    at = paragraph.start
    for span, token in _fixed(text, paragraph, passages, names, may_be_inflected=lexicon.owners_follow == "inflected"):
        if span.start < at:
            continue
        tokens += _words(text, at, span.start, lexicon)
        tokens.append(token)
        at = span.end
    tokens += _words(text, at, paragraph.end, lexicon)
    return _join_phrases(_leave_out_asides(_mark_owners(tokens, lexicon)), lexicon)


def _mark_owners(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens with what is joined to a name to make it an owner as such: `Holms Anwältin`."""
    if "joined owners" not in lexicon.words:
        return tokens
    return [
        replace(each, kind="possessive")
        if each.kind == "word"
        and before is not None
        and before.kind == "name"
        and before.span.end == each.span.start
        and lexicon.has("joined owners", each.word)
        else each
        for before, each in zip([None, *tokens], tokens, strict=False)
    ]


def _fixed(
    text: str, paragraph: Span, passages: Sequence[Passage], names: Sequence[NamePlace], *, may_be_inflected: bool
) -> list[tuple[Span, Token]]:
    """Return the passages and the known names of a paragraph in order; a name inside marks comes after these."""
    found: list[tuple[Span, Token]] = []
    for passage in passages:
        span = Span(max(passage.outer.start, paragraph.start), min(passage.outer.end, paragraph.end))
        words = text[passage.inner[0].start : passage.inner[-1].end].strip()
        found.append((span, Token("passage", span, words[-1:], words)))
    for place in names[bisect_left(names, paragraph.start, key=_start) : bisect_left(names, paragraph.end, key=_start)]:
        ending = _ENDING.match(text, place.span.end) if may_be_inflected else None
        span = Span(place.span.start, ending.end()) if ending else place.span
        words = text[span.start : span.end]
        found.append((span, Token("name", span, words.lower(), words, place.actor)))
    return sorted(found, key=lambda each: (each[0].start, -each[0].end))


def _start(place: NamePlace) -> int:
    return place.span.start


def _words(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    previous = None
    for match in _PIECE.finditer(text, start, end):
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        span, words = Span(*match.span()), match[0]
        is_beside = previous is not None and previous.span.end == span.start
        if kind == "end" and words == "." and is_beside and previous:
            goes_on = _GOES_ON.match(text, match.end())
            if _is_shortened(previous, lexicon) or is_ordinal(text, match.start()):
                continue
            if goes_on and (len(goes_on[0]) == 1 or _may_go_on(goes_on[0][-1])):
                continue
        if not words.isascii():
            # A letter with its marks is the same letter in one piece; the table has it so.
            words = normalize("NFC", words)
        token = Token(kind, span, words.lower().replace("’", "'").replace("ʼ", "'"), words)
        for part in _cut(token, lexicon):
            previous = part
            yield part


def _may_go_on(letter: str) -> bool:
    """Say whether a letter behind a full stop does not begin a sentence, or no letter: in Arabic every one may."""
    return letter.islower() or not letter.isalpha()


def _is_shortened(token: Token, lexicon: Lexicon) -> bool:
    is_letter = len(token.text) == 1 and token.text.lower() == token.text.upper()
    return token.word in lexicon.titles or is_letter or bool(_ABBREVIATED.fullmatch(token.text))


def _cut(token: Token, lexicon: Lexicon) -> Iterable[Token]:
    """Return the word, or its parts: what is owned and the sign of it, a joined prefix, words of unspaced scripts."""
    is_whole = token.kind != "word" or (token.word.isascii() and token.word.isalpha() and not lexicon.prefixes)
    return (token,) if is_whole else _cut_apart(token, lexicon)


def _cut_apart(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    owned = _OWNED.fullmatch(token.text)
    if owned and token.word not in lexicon.pronouns:
        at = token.span.start + owned.end(1)
        yield Token("word", Span(token.span.start, at), owned[1].lower(), owned[1])
        yield Token("possessive", Span(at, token.span.end), "'s", owned[2])
    elif parts := _divide_elided(token, lexicon):
        for part in parts:
            yield from _cut(part, lexicon)
    elif UNSPACED.stand_in(token.text):
        yield from _cut_unspaced(token, lexicon)
    elif parts := _divide_joined(token, lexicon):
        yield from parts
    else:
        yield token


def _divide_elided(token: Token, lexicon: Lexicon) -> list[Token]:
    """Return the parts of a word with a shortened one before it: n'a, d'Ortiz."""
    if not lexicon.elisions or "'" not in token.word or token.word in lexicon.known or token.word in lexicon.phrases:
        return []
    for elided in lexicon.elisions:
        if token.word.startswith(elided) and len(token.word) > len(elided):
            at = token.span.start + len(elided)
            first = Token("word", Span(token.span.start, at), elided, token.text[: len(elided)])
            return [
                first,
                Token("word", Span(at, token.span.end), token.word[len(elided) :], token.text[len(elided) :]),
            ]
    return []


def _divide_joined(token: Token, lexicon: Lexicon) -> list[Token]:
    """Return the parts of a verb with a pronoun joined by hyphens (dit-il) or with a prefix (وقال)."""
    if "-" in token.word and token.word not in lexicon.verbs:
        pieces = token.text.split("-")
        if pieces[-1].lower() in lexicon.pronouns or pieces[0].lower() in lexicon.verbs:
            at, parts = token.span.start, []
            for piece in pieces:
                if piece.lower() not in ("t", ""):
                    parts.append(Token("word", Span(at, at + len(piece)), piece.lower(), piece))
                at += len(piece) + 1
            return parts
    for prefix in lexicon.prefixes:
        rest = token.word.removeprefix(prefix)
        if (
            rest != token.word
            and token.word not in lexicon.known
            and (rest in lexicon.verbs or lexicon.has("sources", rest))
        ):
            at = token.span.start + len(prefix)
            return [Token("word", Span(at, token.span.end), rest, token.text[len(prefix) :])]
    return []


@cache
def _unspaced_words(lexicon_words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(lexicon_words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest)) or r"(?!)")


def _cut_unspaced(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Yield the words that the table knows, and what stands between them."""
    at, start = 0, token.span.start
    for match in _unspaced_words(lexicon.known_words).finditer(token.text):
        for piece_start, piece_end in ((at, match.start()), match.span()):
            if piece_start < piece_end:
                piece = token.text[piece_start:piece_end]
                yield Token("word", Span(start + piece_start, start + piece_end), piece.lower(), piece)
        at = match.end()
    if at < len(token.text):
        yield Token("word", Span(start + at, token.span.end), token.text[at:].lower(), token.text[at:])


def _leave_out_asides(tokens: list[Token]) -> list[Token]:
    """Leave out a few words in brackets right after a name: `Mr Aske (R-Fla.) said`, `the Office (ONA) said`."""
    if "(" not in [token.word for token in tokens]:
        return tokens
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.word == "(" and kept and kept[-1].is_capital and kept[-1].kind in ("name", "word"):
            end = next(
                (end for end in range(at + 1, min(at + _LONGEST_ASIDE, len(tokens))) if tokens[end].word == ")"), 0
            )
            if end and all(each.kind in ("word", "name", "end") for each in tokens[at + 1 : end]):
                at = end + 1
                continue
        kept.append(token)
        at += 1
    return kept


def _join_phrases(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Join the words of entries that have several, such as "according to"."""
    joined: list[Token] = []
    done = 0
    for at, token in enumerate(tokens):
        if at < done or token.word not in lexicon.phrases or token.kind != "word":
            continue
        for phrase in lexicon.phrases[token.word]:
            following = tokens[at : at + len(phrase)]
            if tuple(each.word for each in following) == phrase:
                span = Span(token.span.start, following[-1].span.end)
                joined += *tokens[done:at], Token("word", span, " ".join(phrase), token.text)
                done = at + len(phrase)
                break
    return [*joined, *tokens[done:]]
