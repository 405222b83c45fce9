"""The pieces of a search index: rows of words, each with the numbers of the briefings that have it.

>>> encode_piece({"sea": [0, 5], "seal": [3]}).decode().splitlines()[1:]
['0sea 05', '3l 3']

A row begins with the count of letters that it shares with the row before, in base 36; a sign stands for each number. A
number is twice that of the briefing, one more where the word is in its title, its standfirst or the name of a party;
of each number only what it is more than the one before is written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsbrief.outputs.search_index.words import is_unspaced

FOLDER = "search"
SIGN = "# Written by Newsbrief"
"""The first line of each piece."""

BRIEFINGS_A_PIECE = 100
"""The briefings whose titles are in one piece."""

_DEPTHS = (100, 2_000)
"""The most briefings for which all words are in one piece, and for which one letter chooses the piece of a word."""

_FIRST, _SKIP, _STEP = 0x30, "\ue000", 0xC000
"""The sign for 0; the sign that adds `_STEP` to the next number, which is the first that has no sign of its own."""

_FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"


def choose_depth(briefings: int) -> int:
    """Return how many letters choose the piece of a word, in a site of so many briefings."""
    return sum(briefings > most for most in _DEPTHS)


def words_path(word: str, depth: int) -> str:
    """Return the output path of the piece that a word is in."""
    return f"{FOLDER}/words{_name_group(word, depth)}.txt"


def is_of_words(path: str) -> bool:
    """Say whether a file of the index has words."""
    return path.startswith(f"{FOLDER}/words")


def _name_group(word: str, depth: int) -> str:
    if not depth:
        return ""
    if is_unspaced(word):
        # Such scripts have thousands of signs; those of one block of Unicode are together.
        return f"-block-{ord(word[0]) >> 8:x}"
    return "-" + "".join(char if char.isascii() else f"u{ord(char):x}" for char in word[:depth])


def briefings_path(number: int) -> str:
    """Return the output path of the piece that has the title of the briefing of a number."""
    return f"{FOLDER}/briefings-{number // BRIEFINGS_A_PIECE}.txt"


def encode_piece(rows: Mapping[str, Iterable[int]]) -> bytes:
    """Return a piece that has these words, each with its numbers in order."""
    return join_rows({word: encode_numbers(numbers) for word, numbers in rows.items()})


def join_rows(rows: Mapping[str, str]) -> bytes:
    """Return a piece that has these words, each with its numbers as `encode_numbers` wrote them."""
    lines, before = [SIGN], ""
    for word in sorted(rows):
        shared = _count_shared(before, word)
        lines.append(f"{_FIGURES[shared]}{word[shared:]} {rows[word]}")
        before = word
    return "\n".join([*lines, ""]).encode()


def _count_shared(before: str, word: str) -> int:
    """Return how many letters two words begin with in common."""
    at = 0
    for one, other in zip(before, word, strict=False):
        if one != other:
            break
        at += 1
    return at


def split_rows(piece: bytes) -> dict[str, str]:
    """Return the words of a piece, each with its numbers as they are written."""
    rows, word = {}, ""
    for line in piece.decode().split("\n")[1:-1]:
        written, _, numbers = line.partition(" ")
        word = word[: int(written[0], 36)] + written[1:]
        rows[word] = numbers
    return rows


def encode_numbers(numbers: Iterable[int]) -> str:
    """Return numbers, which are in order, as text."""
    signs, before = [], 0
    for number in numbers:
        skipped, step = divmod(number - before, _STEP)
        signs.append(_SKIP * skipped + chr(_FIRST + step))
        before = number
    return "".join(signs)


def decode_numbers(written: str) -> Iterator[int]:
    """Yield the numbers in a text."""
    number = 0
    for sign in written:
        number += _STEP if sign == _SKIP else ord(sign) - _FIRST
        if sign != _SKIP:
            yield number


def encode_titles(titles: Sequence[tuple[str, str, str]]) -> bytes:
    """Return a piece that has the address, the day and the title of briefings."""
    rows = ("\t".join(" ".join(text.split()) for text in row) for row in titles)
    return "\n".join([SIGN, *rows, ""]).encode()


def decode_slugs(piece: bytes) -> list[str]:
    """Return the addresses of the briefings whose titles are in a piece."""
    return [row.partition("\t")[0] for row in piece.decode().split("\n")[1:-1]]
