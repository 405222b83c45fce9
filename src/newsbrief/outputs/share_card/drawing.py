"""A card → a PNG: the site's name and the date at the head, the title, and at the foot the parties by side."""

from io import BytesIO
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, NamedTuple
from zlib import Z_RLE

from newsbrief.outputs.share_card.card import BESIDE_LABEL, HEIGHT, LABEL, MARGIN, ROW, WIDEST_LABEL, WIDTH, Card
from newsbrief.outputs.share_card.colours import (
    ACCENT,
    INK,
    PAPER,
    RULE,
    SOFT,
    draw_emblem,
    draw_mark,
    list_colours,
    side_level,
)
from newsbrief.outputs.share_card.lines import break_lines, cut_lines, divide_pieces, shorten_line, split_pieces
from newsbrief.outputs.share_card.typeface import (
    TEXT_FACES,
    TITLE_FACES,
    Direction,
    Setting,
    Typeface,
    can_shape,
    choose_setting,
    clean_text,
)

if TYPE_CHECKING:
    from PIL.Image import Image

_TOP = 52
_HEAD = 134
_HEAD_BASE = 107
_FOOT_BASE = 572
_FOOT_RULE = 524
_TITLE_TOP, _TITLE_FOOT = 176, 494
_SIZES = (144, 128, 112, 100, 90, 80, 70, 62, 54, 48)
_SIZES_DIVIDED = _SIZES[6:]
_LONGEST = 1000
"""Characters of a text that are looked at; no card has room for as many."""

_SITE, _DATE = 36, 28
_EMBLEM = 48
_MARK = 20
_GAP, _SIDE_GAP, _BESIDE_MARK = 26, 40, 10
_LABELS = (LABEL, 27, 24)


class Line(NamedTuple):
    """A text with the way it is set; its size and width are in px."""

    text: str
    setting: Setting
    size: int
    width: int


class Composer(NamedTuple):
    """Makes lines in the direction and language of a card."""

    direction: Direction
    language: str
    can_shape: bool

    def prepare(self, text: str, faces: tuple[Typeface, ...]) -> tuple[str, Setting] | None:
        """Return a text, cleaned, and how it is set; None where it cannot be."""
        text = clean_text(text[: 4 * _LONGEST])[:_LONGEST]
        setting = choose_setting(text, faces, self.direction, self.language, self.can_shape)
        return (text, setting) if setting else None

    def make_line(self, text: str, faces: tuple[Typeface, ...], size: int, widest: int) -> Line | None:
        """Return a text as a line of at most `widest` px; None where it cannot be set."""
        prepared = self.prepare(text, faces)
        if prepared is None:
            return None
        text, setting = prepared
        size = round(size * setting.face.zoom)
        text = shorten_line(text, widest / size, setting.width)
        return Line(text, setting, size, ceil(setting.width(text) * size))


class Board(NamedTuple):
    """What is drawn on; places are counted from the edge at which reading begins, in px."""

    image: "Image"
    is_mirrored: bool

    def draw_line(self, line: Line, start: int, baseline: int, ink: int) -> None:
        x = WIDTH - start - line.width if self.is_mirrored else start
        line.setting.draw(self.image, line.text, x, baseline, line.size, ink)

    def fill(self, start: int, top: int, width: int, height: int, level: int) -> None:
        x = WIDTH - start - width if self.is_mirrored else start
        self.image.paste(level, (x, top, x + width, top + height))

    def stamp(self, sign: "Image", start: int, top: int) -> None:
        self.image.paste(sign, (WIDTH - start - sign.width if self.is_mirrored else start, top))


def draw_card(card: Card) -> bytes | None:
    """Return the PNG of a card, `WIDTH` by `HEIGHT` px; None where no typeface has all characters of its title.

    A site's name, a date or a party that no typeface has is left out. So is what must be shaped where Pillow cannot.
    """
    from PIL.Image import new

    composer = Composer(card.direction, card.language, can_shape())
    title = composer.prepare(card.title, TITLE_FACES)
    if title is None:
        return None
    board = Board(new("L", (WIDTH, HEIGHT), PAPER), card.direction == "rtl")
    _draw_head(board, composer, card)
    has_foot = _draw_foot(board, composer, card)
    _draw_title(board, *title, _TITLE_FOOT if has_foot else _FOOT_BASE)
    return _encode(board.image)


def _draw_head(board: Board, composer: Composer, card: Card) -> None:
    board.fill(MARGIN, _TOP, ROW, 6, INK)
    board.fill(MARGIN, _HEAD, ROW, 2, RULE)
    free = ROW
    date = composer.make_line(card.as_of, TEXT_FACES, _DATE, ROW // 2)
    if date:
        board.draw_line(date, MARGIN + free - date.width, _HEAD_BASE, SOFT)
        free -= date.width + _SIDE_GAP
    draft = composer.make_line(card.draft, TEXT_FACES, _DATE, ROW // 4)
    if draft:
        free += _SIDE_GAP - _GAP
        board.fill(MARGIN + free - draft.width - 28, _HEAD_BASE - 30, draft.width + 28, 42, ACCENT)
        board.draw_line(draft, MARGIN + free - draft.width - 14, _HEAD_BASE, PAPER)
        free -= draft.width + 28 + _SIDE_GAP
    board.stamp(draw_emblem(_EMBLEM), MARGIN, _HEAD_BASE - 36)
    site = composer.make_line(card.site, TITLE_FACES, _SITE, free - _EMBLEM - 16)
    if site:
        board.draw_line(site, MARGIN + _EMBLEM + 16, _HEAD_BASE, INK)


def _draw_title(board: Board, text: str, setting: Setting, foot: int) -> None:
    size, lines = set_title(text, setting, ROW, foot - _TITLE_TOP)
    face = setting.face
    for number, text in enumerate(lines):
        line = Line(text, setting, size, ceil(setting.width(text) * size))
        baseline = round(_TITLE_TOP + (face.rise + number * face.leading) * size)
        # The stems of large letters stand in one line with the rules; only at the left is it known where they begin.
        indent = 0 if board.is_mirrored else round(setting.indent(text) * size)
        board.draw_line(line, MARGIN - indent, baseline, INK)


def set_title(text: str, setting: Setting, width: int, height: int) -> tuple[int, tuple[str, ...]]:
    """Return the largest size, in px, at which a title has room, and its lines; at the smallest one it is cut.

    A word is divided only where it is wider than a line at every size.
    """
    face = setting.face
    words, space = split_pieces(text, setting.width), setting.width(" ")
    fits = max(word.width for word in words) * _SIZES[-1] * face.zoom <= width
    for step in _SIZES if fits else _SIZES_DIVIDED:
        size = round(step * face.zoom)
        pieces = words if fits else divide_pieces(words, width / size, setting.width)
        most = 1 + int((height / size - face.rise - face.fall) / face.leading)
        lines = break_lines(pieces, width / size, space, most)
        if lines:
            return size, lines
    return size, cut_lines(pieces, width / size, setting.width, most)


def _draw_foot(board: Board, composer: Composer, card: Card) -> bool:
    """Draw the parties, each side below a rule of its colour; say whether there is anything to draw."""
    parties, more = _compose_parties(composer, card)
    at = MARGIN
    for number, group in groupby(parties, key=lambda party: party[0]):
        start = at
        for _, label in group:
            if number:
                board.stamp(draw_mark(number, _MARK), at, _FOOT_BASE - _MARK)
                at += _MARK + _BESIDE_MARK
            board.draw_line(label, at, _FOOT_BASE, INK)
            at += label.width + _GAP
        board.fill(start, _FOOT_RULE, at - _GAP - start, 4, side_level(number) if number else RULE)
        at += _SIDE_GAP - _GAP
    if more:
        board.draw_line(more, at, _FOOT_BASE, SOFT)
    return bool(parties or more)


def _compose_parties(composer: Composer, card: Card) -> tuple[list[tuple[int | None, Line]], Line | None]:
    """Return the labels in the first size in which a row holds them; in the last size they are cut to what it holds."""
    share = ROW // max(1, len(card.parties) + bool(card.more)) - BESIDE_LABEL
    for size, widest in (*((size, WIDEST_LABEL) for size in _LABELS), (_LABELS[-1], share)):
        more = composer.make_line(card.more, TEXT_FACES, size, widest)
        lines = [(number, composer.make_line(label, TEXT_FACES, size, widest)) for label, number in card.parties]
        parties = [(number, line) for number, line in lines if line]
        wanted = sum(line.width + BESIDE_LABEL for _, line in parties) + (more.width if more else 0)
        if wanted <= ROW:
            break
    return parties, more


def _encode(image: "Image") -> bytes:
    """Return a picture of grey levels as a PNG in their colours."""
    from PIL.PngImagePlugin import PngInfo

    image.putpalette(list_colours())
    file = BytesIO()
    signed = PngInfo()
    signed.add_text("Software", "Newsbrief")
    # Runs only: half as long as a search for repetitions takes, and hardly larger where most is paper.
    image.save(file, "PNG", compress_type=Z_RLE, pnginfo=signed)
    return file.getvalue()
