"""Share cards: what they show of a briefing, and the pictures that come of it."""

import re
import struct
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from newsbrief.briefing.side_colours import SIDE_STYLES
from newsbrief.model.site import SiteConfig
from newsbrief.outputs.share_card import emblem, palette
from newsbrief.outputs.share_card.card import HEIGHT, MARGIN, WIDTH, ShareCard
from newsbrief.outputs.share_card.drawing import draw_card
from newsbrief.outputs.share_card.plan import plan_card
from newsbrief.outputs.share_card.text_style import TextStyle, choose_style
from newsbrief.outputs.share_card.title import set_title
from newsbrief.outputs.share_card.typeface import TITLE_FACES, can_shape
from support.cards import ADABA, LIBYA, SHKAMIM
from support.findings import brief
from support.html import site_of
from support.processes import WITH_SUPPORT, environment, run_well
from support.sites import ROOT

needs_raqm = pytest.mark.skipif(not can_shape(), reason="Pillow finds no FriBiDi (Debian: apt-get install libfribidi0)")

LONG = " ".join(["The head of the command says that the security realities are growing complex"] * 6)
COMPOUND = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz vor dem Bundesverfassungsgericht"
TITLES = [
    "EU",
    "Truce holds",
    LIBYA.title,
    LONG,
    COMPOUND,
    "Erdoğan, Wałęsa: “Győr – Łódź …”",
    "Путин и НАТО",
    "Ελλάδα",
]

HEAD = (0, 0, WIDTH, 140)
TITLE = (0, 142, WIDTH, 520)
LABELS = (0, 540, WIDTH, HEIGHT)
RULES = (0, 522, WIDTH, 530)


def look(card: ShareCard) -> Image.Image:
    """Return the picture of a card, each pixel its level in the palette."""
    png = draw_card(card)
    assert png is not None
    image = Image.open(BytesIO(png))
    image.load()
    assert (image.format, image.mode, image.size) == ("PNG", "P", (WIDTH, HEIGHT))
    return Image.frombytes("L", image.size, image.tobytes())


def find_ink(image: Image.Image, box: tuple[int, int, int, int] = (0, 0, WIDTH, HEIGHT)) -> tuple[int, int, int, int]:
    """Return the bounds of what is not paper within a box, as seen from the card's corner."""
    bounds = image.crop(box).point([level != palette.PAPER for level in range(256)]).getbbox()
    assert bounds is not None
    return bounds[0] + box[0], bounds[1] + box[1], bounds[2] + box[0], bounds[3] + box[1]


def find_runs(image: Image.Image, box: tuple[int, int, int, int]) -> list[tuple[int, int]]:
    """Return from where to where columns within a box have ink, from the left."""
    part = image.crop(box).point([level != palette.PAPER for level in range(256)])
    columns = [part.crop((at, 0, at + 1, part.height)).getbbox() for at in range(part.width)]
    runs, at = [], box[0]
    for has_ink, group in groupby(map(bool, columns)):
        width = len(list(group))
        if has_ink:
            runs.append((at, at + width))
        at += width
    return runs


def count(image: Image.Image, levels: Iterator[int] | range | list[int]) -> int:
    """Return the number of pixels in some levels."""
    histogram = image.histogram()
    return sum(histogram[level] for level in levels)


@cache
def libya_site() -> tuple[ShareCard, int]:
    site = site_of("libya")
    (briefing,) = site.briefings
    return plan_card(briefing, site.config), sum(actor.kind != "person" for actor in briefing.actors.values())


def test_the_card_of_the_libya_briefing_names_its_parties_side_by_side_and_no_person() -> None:
    card, total = libya_site()
    assert card == LIBYA
    assert len(card.parties) + 3 == total


def test_words_of_the_interface_are_in_the_language_of_the_briefing() -> None:
    site = site_of("arabic")
    card = plan_card(site.briefings[0], site.config)
    assert (card.direction, card.language, card.as_of) == ("rtl", "ar", "حتى 12 مايو 2021")
    assert (card.site, card.parties, card.more, card.draft) == ("مكتب وادي ليسا", (("مجلس أضابا", 1),), "", "")


def brief_parties(labels: list[str], sides: str = "") -> ShareCard:
    """Return the card of a briefing with a party of each label; `sides` has a letter for each, a full stop for none."""
    facts = "actors:\n"
    for number, label in enumerate(labels):
        side = sides[number : number + 1].strip(".")
        facts += f"  - {{id: p{number}, name: {label}, kind: group{f', side: {side}' if side else ''}}}\n"
    briefing = brief(" and ".join(labels) + " met.", facts)
    return plan_card(briefing, SiteConfig("Desk & <Sons>", "", "", "en"))


def test_no_word_of_a_card_is_marked_up_or_escaped() -> None:
    assert brief_parties(["Adaba"]).site == "Desk & <Sons>"
    assert brief_parties(["Adaba"]).as_of == "As of April 7, 2019"


def test_parties_of_a_side_stand_together_and_those_of_none_come_last() -> None:
    card = brief_parties(["Alba", "Bern", "Cork", "Dover"], "xy.x")
    assert card.parties == (("Alba", 1), ("Dover", 1), ("Bern", 2), ("Cork", None))


def test_a_seventh_side_stands_apart_from_the_first_which_has_its_mark() -> None:
    card = brief_parties(["Ay", "Be", "Ce", "De", "Ef", "Ge", "Ha"], "tuvwxyz")
    assert [number for _, number in card.parties] == [1, 2, 3, 4, 5, 6, 1]


@given(
    st.lists(
        st.from_regex("[A-Z][a-z]{1,24}( [A-Z][a-z]{1,16})?", fullmatch=True), min_size=1, max_size=14, unique=True
    )
)
@settings(max_examples=25)
def test_every_party_is_shown_or_counted_and_what_is_shown_fits_into_the_row(labels: list[str]) -> None:
    whole = [label for label in labels if not any(label != other and label in other for other in labels)]
    card = brief_parties(whole, "xyz.xyz.xyz.xyz.")
    others = int(re.sub(r"\D", "", card.more) or 0)
    assert len(card.parties) >= 1 and len(card.parties) + others == len(whole)
    assert find_ink(look(card), LABELS)[2] <= WIDTH - MARGIN + 1


def test_nothing_imports_pillow_until_a_card_is_drawn() -> None:
    code = "import sys; from newsbrief.outputs.share_card import drawing, plan; sys.exit('PIL' in sys.modules)"
    run_well(sys.executable, "-c", code)


def list_chunks(png: bytes) -> Iterator[str]:
    at = 8
    while at < len(png):
        length, kind = struct.unpack_from(">I4s", png, at)
        yield kind.decode()
        at += 12 + length


def test_a_card_is_a_small_png_with_nothing_but_the_picture() -> None:
    png = draw_card(LIBYA)
    assert png is not None
    assert [kind for kind, _ in groupby(list_chunks(png))] == ["IHDR", "tEXt", "PLTE", "IDAT", "IEND"]
    assert png.count(b"tEXt") == 1 and b"tEXtSoftware\0Newsbrief" in png
    assert struct.unpack_from(">IIBB", png, 16) == (WIDTH, HEIGHT, 8, 3)
    assert len(png) <= 40_000


@pytest.mark.parametrize("title", TITLES)
def test_no_card_is_large(title: str) -> None:
    assert len(draw_card(replace(LIBYA, title=title)) or b"") <= 60_000


def test_equal_cards_are_the_same_bytes_in_every_process() -> None:
    code = """\
import sys
from hashlib import sha256
from support.cards import ADABA, LIBYA
from newsbrief.outputs.share_card.drawing import draw_card
for card in (ADABA, LIBYA) if sys.argv[1] == "1" else (LIBYA, ADABA):
    print(card.language, sha256(draw_card(card) or b"").hexdigest())
"""
    seen = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        env = environment(PYTHONPATH=WITH_SUPPORT, PYTHONHASHSEED=seed, TZ=zone)
        written = run_well(sys.executable, "-c", code, seed, env=env)
        seen.add(frozenset(written.splitlines()))
    seen.add(frozenset(f"{card.language} {sha256(draw_card(card) or b'').hexdigest()}" for card in (ADABA, LIBYA)))
    assert len(seen) == 1


CHANGES = {
    "title": "Libya",
    "as_of": "As of 8 April 2019",
    "site": "The Desk",
    "parties": LIBYA.parties[:-1],
    "more": "and 4 more",
    "direction": "rtl",
    "language": "tr",
    "draft": "Draft",
    "accent": "#005a3c",
}


@pytest.mark.parametrize("field", ShareCard.__struct_fields__)
def test_every_field_changes_the_picture(field: str) -> None:
    assert draw_card(replace(LIBYA, **{field: CHANGES[field]})) != draw_card(LIBYA)


def test_the_number_of_a_side_changes_the_picture() -> None:
    drawn = {draw_card(replace(LIBYA, parties=(("LNA", number),))) for number in (None, 1, 2, 3, 4, 5, 6)}
    assert len(drawn) == 7


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_what_is_drawn_keeps_off_the_edges(title: str, direction: str) -> None:
    for card in (LIBYA, replace(LIBYA, parties=(), more="")):
        left, top, right, bottom = find_ink(look(replace(card, title=title, direction=direction, draft="Draft")))
        assert left >= MARGIN - 2 and right <= WIDTH - MARGIN + 2
        assert top >= 48 and bottom <= HEIGHT - 40


@needs_raqm
@pytest.mark.parametrize("card", [ADABA, SHKAMIM], ids=lambda card: card.language)
def test_arabic_and_hebrew_keep_off_the_edges(card: ShareCard) -> None:
    left, top, right, bottom = find_ink(look(card))
    assert left >= MARGIN - 2 and right <= WIDTH - MARGIN + 2
    assert top >= 48 and bottom <= HEIGHT - 40


@pytest.mark.parametrize("title", TITLES)
def test_the_title_stands_between_head_and_foot_and_begins_at_the_margin(title: str) -> None:
    image = look(replace(LIBYA, title=title))
    left, top, _, bottom = find_ink(image, TITLE)
    assert abs(left - MARGIN) <= 2
    assert 142 < top < 190 and bottom < 515
    assert count(image.crop(TITLE), [palette.INK]) > 2_000


def style_of(title: str, language: str = "en") -> TextStyle:
    style = choose_style(title, TITLE_FACES, "ltr", language, can_shape=False)
    assert style is not None
    return style


def test_a_short_title_stands_larger_than_a_long_one() -> None:
    titles = ("Truce", LIBYA.title, LONG[:120], LONG[:200], LONG)
    sizes = [set_title(title, style_of(title), 1056, 320)[0] for title in titles]
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) >= 4 and sizes[0] == 3 * sizes[-1]


def test_a_title_of_200_letters_is_whole_and_a_longer_one_ends_in_an_ellipsis() -> None:
    assert " ".join(set_title(LONG[:200], style_of(LONG), 1056, 320)[1]) == LONG[:200]
    cut = " ".join(set_title(LONG, style_of(LONG), 1056, 320)[1])
    assert cut.endswith("…") and LONG.startswith(cut[:-1]) and LONG[len(cut) - 1] == " "


def test_a_word_wider_than_the_card_is_divided_and_no_other() -> None:
    _, lines = set_title(COMPOUND, style_of(COMPOUND, "de"), 1056, 320)
    assert "".join(lines).replace("-", "").replace(" ", "") == COMPOUND.replace(" ", "")
    assert any("Bundesverfassungsgericht" in line for line in lines)


def test_a_word_with_a_dash_stays_on_one_line_where_the_lines_are_about_as_even() -> None:
    title = "Man charged over 19-year-old’s murder in south-east London"
    lines = ("Man charged over", "19-year-old’s murder", "in south-east London")
    assert set_title(title, style_of(title), 1056, 318) == (100, lines)


def test_a_title_without_parties_has_the_room_of_their_row() -> None:
    image = look(replace(LIBYA, title=LONG, parties=(), more=""))
    assert find_ink(image, TITLE)[1] < 190 and find_ink(image)[3] > 520


@needs_raqm
@pytest.mark.parametrize(("card", "title"), [(ADABA, "جسر جديد"), (SHKAMIM, "גשר חדש")], ids=["ar", "he"])
def test_an_arabic_or_hebrew_title_begins_at_the_right(card: ShareCard, title: str) -> None:
    image = look(replace(card, title=title))
    left, _, right, _ = find_ink(image, TITLE)
    assert WIDTH - MARGIN - 10 <= right <= WIDTH - MARGIN + 2
    assert left > MARGIN + 300
    assert find_runs(image, RULES)[-1][1] == WIDTH - MARGIN


@needs_raqm
def test_arabic_letters_are_joined() -> None:
    beside = replace(ADABA, title="ب\u200cب\u200cب")
    assert len(find_runs(look(replace(ADABA, title="ببب")), TITLE)) == 1
    assert len(find_runs(look(beside), TITLE)) == 3


@needs_raqm
def test_latin_words_in_an_arabic_title_read_from_left_to_right_at_their_place() -> None:
    # An alif is one narrow stroke, as is an l; an m is broad.
    image = look(replace(ADABA, title="ا ml"))
    broad, narrow, alif = (right - left for left, right in find_runs(image, TITLE))
    assert broad > 2 * narrow and broad > 2 * alif


@needs_raqm
def test_a_bracket_in_arabic_opens_to_the_left() -> None:
    image = look(replace(ADABA, title="(ب)"))
    (_, _), *_, (left, right) = find_runs(image, TITLE)
    _, top, _, bottom = find_ink(image, (left, *TITLE[1:]))
    middle = find_ink(image, (left, (top + bottom) // 2 - 2, right, (top + bottom) // 2 + 2))
    assert middle[2] == right and middle[0] > left


@pytest.mark.parametrize(
    "title", ["🔥 Libya", "Жส", "ลิเบีย", "ཀ", "", " \t\n", "\u200d\u200b \u2066", "x\u0301y\u0323\u0302", "\ud800"]
)
def test_there_is_no_card_where_no_typeface_has_all_of_the_title(title: str) -> None:
    assert draw_card(replace(LIBYA, title=title)) is None


def test_what_else_no_typeface_has_is_left_out() -> None:
    plain = replace(LIBYA, site="", as_of="", parties=LIBYA.parties[:2])
    odd = replace(plain, site="สรุป", as_of="ปี 2019", parties=(*LIBYA.parties[:2], ("สหประชาชาติ", 3)), draft="ร่าง")
    assert draw_card(odd) == draw_card(plain)


def test_a_title_reads_the_same_however_its_letters_and_spaces_are_coded() -> None:
    plain = draw_card(replace(LIBYA, title="Erdoğan in Tripoli"))
    assert draw_card(replace(LIBYA, title=" Erdog\u0306an\n in\t\u200bTri\u00adpoli ")) == plain
    assert draw_card(replace(LIBYA, title="Erdogan in Tripoli")) != plain


def test_each_side_has_its_rule_and_each_party_its_mark() -> None:
    image = look(LIBYA)
    assert len(find_runs(image, RULES)) == 3
    for number in (1, 2, 3):
        assert count(image.crop(RULES), [palette.side_level(number)]) > 300
    one, two = (
        count(look(replace(LIBYA, parties=(("US", 2),) * n, more="")).crop(LABELS), [palette.side_level(2)])
        for n in (1, 2)
    )
    assert one > 100 and two == 2 * one


def test_labels_too_wide_for_the_row_are_cut_and_all_have_a_place() -> None:
    card = replace(LIBYA, parties=tuple((f"{letter} of the united provinces of the north", 1) for letter in "ABCDEFGH"))
    image = look(card)
    assert find_ink(image, LABELS)[2] <= WIDTH - MARGIN + 1
    blank = count(look(replace(card, parties=card.parties[:1], more="")).crop(LABELS), [palette.side_level(1)])
    assert count(image.crop(LABELS), [palette.side_level(1)]) == 8 * blank


def test_parties_that_are_all_on_sides_of_their_own_fit_into_the_row() -> None:
    for length in range(24):
        labels = ("Alba", "Free State of Bern", "Third Province " + "i" * length)
        parties = tuple((label, number) for number, label in enumerate(labels, 1))
        for more in ("", "and 2 more of these parties"):
            image = look(replace(LIBYA, parties=parties, more=more))
            assert find_ink(image, LABELS)[2] <= WIDTH - MARGIN + 1


def test_a_draft_is_marked_in_the_accent() -> None:
    accent = [count(look(replace(LIBYA, draft=word)).crop(HEAD), [palette.ACCENT]) for word in ("", "Draft")]
    assert accent[1] - accent[0] > 2_000


def test_the_name_of_a_site_keeps_clear_of_date_and_draft() -> None:
    image = look(replace(LIBYA, site="The International Briefing Desk on North African Affairs", draft="Draft"))
    gaps = [
        after[0] - before[1]
        for before, after in zip(*[find_runs(image, (0, 62, WIDTH, 130))[at:] for at in (0, 1)], strict=False)
    ]
    assert sorted(gaps)[-2:] >= [24, 24]


HOSTILE = [
    "x" * 10_000,
    "ب" * 10_000,
    "a\u0300" * 5_000,
    "ا ب " * 3_000,
    "-" * 300,
    "word\nanother\r\nthird\x00\x1b[0m",
    "\u202eevil\u202c \u2067abc\u2069 \u200f",
    "US و GNA (2019) و «LNA»!",
    "\u00a0\u00a0Ж\u00a0",
    "…",
    "ﷺ",
    "بِسْمِ",
    "٢٠١٩",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_odd_in_a_text_stops_a_card(text: str, direction: str) -> None:
    for card in (
        replace(LIBYA, title=text),
        replace(LIBYA, site=text, as_of=text, parties=((text, 1),), more=text, draft=text),
    ):
        png = draw_card(replace(card, direction=direction))
        if png:
            left, _, right, _ = find_ink(look(replace(card, direction=direction)))
            assert left >= MARGIN - 4 and right <= WIDTH - MARGIN + 4


@given(
    st.text(st.characters(codec="utf-8") | st.sampled_from(" aéğЖبﻻ\u200d\u0301-–"), max_size=80),
    st.sampled_from(["ltr", "rtl"]),
)
@settings(max_examples=60)
def test_any_title_is_drawn_or_has_no_card(title: str, direction: str) -> None:
    png = draw_card(replace(LIBYA, title=title, direction=direction))
    assert png is None or Image.open(BytesIO(png)).size == (WIDTH, HEIGHT)


def test_the_colours_are_those_of_the_pages() -> None:
    colours = palette.list_colours()
    levels = {"text": palette.INK, "text-soft": palette.SOFT, "rule": palette.RULE, "accent": palette.ACCENT}
    tokens = (ROOT / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--([\w-]+): light-dark\(#(\w{6}),", tokens))
    assert {name: colours[3 * level : 3 * level + 3].hex() for name, level in levels.items()} == {
        name: light[name] for name in levels
    }


def test_each_side_has_the_colour_that_it_has_on_light_pages() -> None:
    colours = palette.list_colours()
    levels = [palette.side_level(number) for number in range(1, len(SIDE_STYLES) + 1)]
    assert [colours[3 * level : 3 * level + 3].hex() for level in levels] == [style.light for style in SIDE_STYLES]
    assert len(colours) == 3 * (levels[-1] + 1) <= 3 * 256


def test_the_emblem_is_that_of_the_favicon() -> None:
    svg = (ROOT / "static" / "favicon.svg").read_text(encoding="utf-8")
    tile, quotes, bar = re.findall(r"<(?:rect|path)[^>]*/>", svg)
    colours = palette.list_colours()
    accent, gold = (colours[3 * level : 3 * level + 3].hex() for level in (palette.ACCENT, palette.GOLD))
    assert f'width="{emblem.FIELD}" height="{emblem.FIELD}" rx="{emblem.CORNER}" fill="#{accent}"' in tile
    left, top, right, bottom = emblem.BAR
    assert f'fill="#{gold}" d="M{left} {top}h{right - left}v{bottom - top}H{left}z"' in bar
    first, second = quotes.split(' d="')[1].split("z")[:2]
    assert list(trace_path(first, (0, 0))) == [pytest.approx(point) for points in emblem.QUOTE for point in points]
    start = emblem.QUOTE[0][0]
    assert next(trace_path(second, start)) == pytest.approx((start[0] + emblem.NEXT_QUOTE, start[1]))
    assert first.split("v", 1)[1].replace("H7", "h-6.8") == second.split("v", 1)[1]


def trace_path(path: str, pen: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Yield the points of a path of SVG, those that shape a curve included."""
    x, y = pen
    for command, written in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[0-9]*\.?[0-9]+", written)]
        if command in "hH":
            numbers = [numbers[0], 0 if command == "h" else y]
        elif command in "vV":
            numbers = [0 if command == "v" else x, numbers[0]]
        base = (0.0, 0.0) if command.isupper() else (x, y)
        # The points of a curve are all counted from where it begins.
        for at in range(0, len(numbers), 2):
            if at % 6 == 0:
                base = (0.0, 0.0) if command.isupper() else (x, y)
            x, y = base[0] + numbers[at], base[1] + numbers[at + 1]
            yield x, y


def test_each_font_comes_with_its_licence() -> None:
    fonts = sorted(Path(ROOT / "src" / "newsbrief" / "outputs" / "share_card" / "fonts").glob("*.ttf"))
    assert len(fonts) == 5
    for font in fonts:
        family = font.stem.removesuffix("-title").removesuffix("-text")
        licence = font.with_name(f"{family}-LICENSE.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License" in licence and "Reserved Font Name:" not in licence
