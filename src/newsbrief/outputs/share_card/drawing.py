"""Draw a share card: site and date at the head, then the title, and the parties by side at the foot."""

from collections.abc import Sequence
from itertools import groupby

from newsbrief.outputs.share_card.canvas import Canvas
from newsbrief.outputs.share_card.card import LABEL, MARGIN, ROW, WIDEST_LABEL, ShareCard
from newsbrief.outputs.share_card.emblem import draw_emblem
from newsbrief.outputs.share_card.markers import draw_marker
from newsbrief.outputs.share_card.palette import ACCENT, INK, PAPER, RULE, SOFT, side_level
from newsbrief.outputs.share_card.text_style import TextStyle
from newsbrief.outputs.share_card.title import set_title
from newsbrief.outputs.share_card.typeface import TEXT_FACES, TITLE_FACES, can_shape
from newsbrief.outputs.share_card.typesetter import Line, Typesetter

_TOP = 52
_HEAD = 134
_HEAD_BASE = 107
_TITLE_TOP, _TITLE_FOOT = 176, 494
_FOOT_RULE = 524
_FOOT_BASE = 572

_SITE, _DATE = 36, 28
_LABELS = (LABEL, 27, 24)
_EMBLEM = 48
_MARKER = 20
_GAP, _SIDE_GAP = 26, 40
_BESIDE_EMBLEM, _BESIDE_MARKER, _INSIDE_DRAFT = 16, 10, 14

_Party = tuple[int | None, Line]
"""The number of a party's side, or None, and its label."""


def draw_card(card: ShareCard) -> bytes | None:
    """Return the PNG of a card, `WIDTH` by `HEIGHT` px; None where no typeface has all characters of its title.

    A site's name, a date or a party that no typeface has is left out. So is what must be shaped where Pillow cannot
    shape it.
    """
    setter = Typesetter(card.direction, card.language, can_shape())
    title = setter.choose_style(card.title, TITLE_FACES)
    if title is None:
        return None
    canvas = Canvas.blank(is_mirrored=card.direction == "rtl")
    _draw_head(canvas, setter, card)
    has_foot = _draw_foot(canvas, setter, card)
    _draw_title(canvas, *title, _TITLE_FOOT if has_foot else _FOOT_BASE)
    return canvas.encode(card.accent)


def _draw_head(canvas: Canvas, setter: Typesetter, card: ShareCard) -> None:
    """Draw the emblem and the site's name at the start of a line, and the word for a draft and the date at its end."""
    canvas.fill(MARGIN, _TOP, ROW, 6, INK)
    canvas.fill(MARGIN, _HEAD, ROW, 2, RULE)
    end = MARGIN + ROW
    date = setter.set_line(card.as_of, TEXT_FACES, _DATE, ROW // 2)
    if date:
        canvas.draw_line(date, end - date.width, _HEAD_BASE, SOFT)
        end -= date.width + _GAP
    draft = setter.set_line(card.draft, TEXT_FACES, _DATE, ROW // 4)
    if draft:
        width = draft.width + 2 * _INSIDE_DRAFT
        canvas.fill(end - width, _HEAD_BASE - 30, width, 42, ACCENT)
        canvas.draw_line(draft, end - width + _INSIDE_DRAFT, _HEAD_BASE, PAPER)
        end -= width + _GAP
    canvas.paste(draw_emblem(_EMBLEM), MARGIN, _HEAD_BASE - 36)
    start = MARGIN + _EMBLEM + _BESIDE_EMBLEM
    site = setter.set_line(card.site, TITLE_FACES, _SITE, end - start - (_SIDE_GAP - _GAP if date or draft else 0))
    if site:
        canvas.draw_line(site, start, _HEAD_BASE, INK)


def _draw_title(canvas: Canvas, text: str, style: TextStyle, foot: int) -> None:
    """Draw the title between the head and the height `foot`."""
    size, lines = set_title(text, style, ROW, foot - _TITLE_TOP)
    for number, text in enumerate(lines):
        baseline = round(_TITLE_TOP + (style.face.rise + number * style.face.leading) * size)
        # The stems of large letters are aligned with the rules; the place of the first one is known only at the left.
        indent = 0 if canvas.is_mirrored else round(style.indent(text) * size)
        canvas.draw_line(Line.of(text, style, size), MARGIN - indent, baseline, INK)


def _draw_foot(canvas: Canvas, setter: Typesetter, card: ShareCard) -> bool:
    """Draw the parties, each side below a rule of its colour; say whether there is anything to draw."""
    parties, more = _set_parties(setter, card)
    at = MARGIN
    for number, group in groupby(parties, key=lambda party: party[0]):
        start = at
        for _, label in group:
            if number:
                canvas.paste(draw_marker(number, _MARKER), at, _FOOT_BASE - _MARKER)
                at += _MARKER + _BESIDE_MARKER
            canvas.draw_line(label, at, _FOOT_BASE, INK)
            at += label.width + _GAP
        canvas.fill(start, _FOOT_RULE, at - _GAP - start, 4, side_level(number) if number else RULE)
        at += _SIDE_GAP - _GAP
    if more:
        canvas.draw_line(more, at, _FOOT_BASE, SOFT)
    return bool(parties or more)


def _set_parties(setter: Typesetter, card: ShareCard) -> tuple[list[_Party], Line | None]:
    """Return the labels in the largest size at which they fit on a row; at the smallest one they are cut to fit."""
    beside = _MARKER + _BESIDE_MARKER + _SIDE_GAP
    share = ROW // max(1, len(card.parties) + bool(card.more)) - beside
    for size, widest in (*((size, WIDEST_LABEL) for size in _LABELS), (_LABELS[-1], share)):
        more = setter.set_line(card.more, TEXT_FACES, size, widest)
        lines = [(number, setter.set_line(label, TEXT_FACES, size, widest)) for label, number in card.parties]
        parties = [(number, line) for number, line in lines if line]
        if _measure_row(parties, more) <= ROW:
            break
    return parties, more


def _measure_row(parties: Sequence[_Party], more: Line | None) -> int:
    """Return the width of a row as `_draw_foot` draws it."""
    sides = len(list(groupby(number for number, _ in parties)))
    gaps = len(parties) * _GAP + sides * (_SIDE_GAP - _GAP)
    labels = sum(line.width + (_MARKER + _BESIDE_MARKER if number else 0) for number, line in parties)
    return labels + gaps + (more.width if more else -_SIDE_GAP)
