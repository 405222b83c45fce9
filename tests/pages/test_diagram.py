"""The drawing of how the parties stand to each other: nothing overlaps, nothing is lost, nothing depends on chance."""

import gzip
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from itertools import chain, combinations, pairwise
from typing import NamedTuple, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.briefing.side_colours import SIDE_STYLES
from newsbrief.briefing.sides import Side, group_by_side
from newsbrief.model.briefing import Actor, Briefing, Relation
from newsbrief.model.kinds import MUTUAL, RelationHedge, RelationKind
from newsbrief.pages.diagram.drawing import draw_parties
from newsbrief.pages.diagram.elements import Arrow, Diagram, DrawnParty, TextLine
from newsbrief.pages.diagram.layout import label_font
from newsbrief.pages.diagram.sizes import BAR, HEADING, LEAST_WIDTH, PARTY, PERSON, ROW, WORD
from newsbrief.pages.diagram.svg_paths import marker_path, write_path
from newsbrief.pages.language.interface import read_interface
from newsbrief.pages.language.relations import say_relation
from newsbrief.pages.typesetting.reader_font import ReaderFont
from newsbrief.theme.render import make_environment
from support.html import site_of
from support.sites import ROOT

SAY = read_interface("en")
WORDS = {kind: str(SAY(f"relation-{kind}")) for kind in get_args(RelationKind)}
NAMES = (
    "A",
    "EU",
    "AFRICOM",
    "Fayez al-Sarraj",
    "Unnamed militias and armed factions",
    "Ministry of Foreign Affairs, Trade and Development Cooperation of a Very Large Country",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
    "中華人民共和國國務院新聞辦公室",
    "プーチン大統領",
    "حكومة الوفاق الوطني",
    "संयुक्त राष्ट्र महासभा",
    "WWWWWWWWWWWWWWWW MMMMMMMMMM",
)
SIDES = (None, "Left", "Outside powers and organisations", "海外", "A side whose name is far too long " * 3, "B", "C")

labels = st.sampled_from(NAMES) | st.text(min_size=1, max_size=60).filter(str.strip)


def actor(id: str, label: str = "", kind: str = "state", side: str | None = None) -> Actor:
    return Actor(id, label or id, None, kind, side, None, (), False, (), ())


def relate(*stated: tuple[str, str, str]) -> list[Relation]:
    return [Relation(f"relation-{n}", subject, object, kind, ()) for n, (subject, kind, object) in enumerate(stated, 1)]


class Case(NamedTuple):
    sides: tuple[Side, ...]
    relations: list[Relation]

    def draw(self, mirrored: bool = False) -> Diagram:
        drawing = draw_parties(self.sides, self.relations, WORDS, mirrored, no_side="No side given")
        assert drawing
        return drawing


@st.composite
def any_case(draw: st.DrawFn) -> Case:
    count = draw(st.integers(2, 25))
    kinds = st.sampled_from(("person", "state"))
    actors = [actor(f"p{n}", draw(labels), draw(kinds), draw(st.sampled_from(SIDES))) for n in range(count)]
    pairs = st.tuples(st.integers(0, count - 1), st.integers(1, count - 1), st.sampled_from(sorted(WORDS)))
    stated = draw(st.lists(pairs, min_size=1, max_size=60))
    relations = relate(*((f"p{a}", kind, f"p{(a + step) % count}") for a, step, kind in stated))
    return Case(group_by_side(actors), relations)


def every_case(test: Callable[[Case], None]) -> Callable[[], None]:
    """Run a test with many drawings, of up to 25 parties on up to seven sides and 60 relations."""
    return settings(max_examples=60)(given(any_case())(test))


def parties_of(drawing: Diagram) -> list[DrawnParty]:
    return [party for side in drawing.sides for party in side.parties]


def arrows_of(drawing: Diagram) -> list[Arrow]:
    return [arrow for party in parties_of(drawing) for arrow in party.arrows]


class Box(NamedTuple):
    """The room that a line of text takes up."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def box(line: TextLine, font: ReaderFont, ends_there: bool = False) -> Box:
    width, middle = font.width(line.text), line.y - 0.35 * font.size
    left = line.x - width if ends_there else line.x
    return Box(line.text, left, left + width, middle - 0.6 * font.size, middle + 0.6 * font.size)


def boxes_of(drawing: Diagram) -> Iterator[Box]:
    """Yield the room of every line of text of a drawing that is not mirrored."""
    for side in drawing.sides:
        yield from (box(line, HEADING) for line in side.heading)
    for party in parties_of(drawing):
        yield from (box(line, label_font(party.actor), ends_there=True) for line in party.lines)
        yield from (box(arrow.word, WORD) for arrow in party.arrows)


@every_case
def test_no_two_texts_overlap(case: Case) -> None:
    assert [pair for pair in combinations(boxes_of(case.draw()), 2) if pair[0].meets(pair[1])] == []


@every_case
def test_no_line_runs_through_a_text_but_through_its_own_word(case: Case) -> None:
    drawing = case.draw()
    texts = list(boxes_of(drawing))
    for arrow in arrows_of(drawing):
        upper, lower = sorted((arrow.start, arrow.end))
        strokes = [Box("", arrow.bar, arrow.lane, y - 1.25, y + 1.25) for y in (arrow.start, arrow.end)]
        strokes.append(Box("", arrow.lane - 1.25, arrow.lane + 1.25, upper, lower))
        met = [text for text in texts for stroke in strokes if text.meets(stroke)]
        assert met == [box(arrow.word, WORD)]


@every_case
def test_every_row_has_one_end_of_one_arrow_and_stands_at_its_party(case: Case) -> None:
    drawing = case.draw()
    heights = sorted(chain.from_iterable((arrow.start, arrow.end) for arrow in arrows_of(drawing)))
    assert all(below - above >= ROW - 0.2 for above, below in pairwise(heights))
    room = {party.actor.id: party for party in parties_of(drawing)}
    for arrow in arrows_of(drawing):
        for id, height in ((arrow.relation.subject, arrow.start), (arrow.relation.object, arrow.end)):
            assert room[id].top + ROW / 2 - 0.1 <= height <= room[id].bottom - ROW / 2 + 0.1


@every_case
def test_arrows_in_one_lane_keep_a_row_apart_and_lanes_keep_their_distance(case: Case) -> None:
    arrows = arrows_of(case.draw())
    lanes = sorted({arrow.lane for arrow in arrows})
    assert all(8 <= round(further - nearer, 1) <= 13 for nearer, further in pairwise(lanes))
    for lane in lanes:
        spans = sorted(sorted((arrow.start, arrow.end)) for arrow in arrows if arrow.lane == lane)
        assert all(below[0] - above[1] >= ROW - 0.2 for above, below in pairwise(spans))


@every_case
def test_everything_is_in_the_picture_and_nothing_is_left_out(case: Case) -> None:
    drawing = case.draw()
    assert drawing.width >= LEAST_WIDTH
    for text in boxes_of(drawing):
        assert text.left >= -0.1 and text.right <= drawing.width
        assert text.top >= -0.1 and text.bottom <= drawing.height
    assert all(arrow.lane + 1.25 <= drawing.width for arrow in arrows_of(drawing))
    assert sorted(arrow.relation.id for arrow in arrows_of(drawing)) == sorted(each.id for each in case.relations)
    taking_part = {id for each in case.relations for id in (each.subject, each.object)}
    assert {party.actor.id for party in parties_of(drawing)} == taking_part
    assert all(side.parties for side in drawing.sides)


@every_case
def test_the_mirrored_drawing_is_the_mirror_image(case: Case) -> None:
    drawing, mirrored = case.draw(), case.draw(mirrored=True)
    assert (mirrored.width, mirrored.height) == (drawing.width, drawing.height)
    assert set(places(mirrored)) == {(what, round(drawing.width - x, 1), y) for what, x, y in places(drawing)}


def places(drawing: Diagram) -> Iterator[tuple[str, float, float]]:
    """Yield every text and every point of a path with where it is."""
    texts = list(chain.from_iterable(side.heading for side in drawing.sides))
    paths = [side.marker for side in drawing.sides if side.heading]
    for party in parties_of(drawing):
        texts += [*party.lines, *(arrow.word for arrow in party.arrows)]
        paths += [party.rail, party.hit]
        paths += [path for arrow in party.arrows for path in (arrow.line, arrow.head, arrow.hit)]
    yield from ((line.text, line.x, line.y) for line in texts)
    yield from (("", x, y) for path in paths for x, y in points(path))


def points(path: str) -> list[tuple[float, float]]:
    """Return the corners of a path, to a tenth."""
    found: list[tuple[float, float]] = []
    x = y = 0.0
    for command, written in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[0-9.]+", written)]
        if command == "a":
            numbers = numbers[5:]
        steps = list(batched(numbers, 1 if command in "HVhv" else 2))
        for step in steps:
            if command in "Hh":
                x = step[0] if command == "H" else x + step[0]
            elif command in "Vv":
                y = step[0] if command == "V" else y + step[0]
            else:
                x, y = (step[0], step[1]) if command == "M" else (x + step[0], y + step[1])
            found.append((round(x, 1), round(y, 1)))
    return found


def batched(numbers: list[float], size: int) -> Iterator[list[float]]:
    return (numbers[at : at + size] for at in range(0, len(numbers), size))


@every_case
def test_every_path_stays_in_the_picture_and_every_line_ends_at_its_head(case: Case) -> None:
    drawing = case.draw()
    assert all(-2 <= x <= drawing.width and 0 <= y <= drawing.height for _, x, y in places(drawing))
    for arrow in arrows_of(drawing):
        corners = points(arrow.line)
        assert corners[0] == (arrow.bar, arrow.start)
        assert max(x for x, _ in corners) == arrow.lane
        length = max(x for x, _ in points(arrow.head)) - arrow.bar
        assert corners[-1][0] == pytest.approx(arrow.bar + length, abs=1.1) and corners[-1][1] == arrow.end


@pytest.mark.parametrize(("mirrored", "down", "up"), [(False, "1", "0"), (True, "0", "1")])
def test_corners_are_rounded_the_way_the_line_turns(mirrored: bool, down: str, up: str) -> None:
    case = Case(group_by_side([actor("a"), actor("b")]), relate(("a", "backs", "b"), ("b", "backs", "a")))
    turns = [re.findall("a7 7 0 0 ([01])", arrow.line) for arrow in arrows_of(case.draw(mirrored))]
    assert turns == [[down, down], [up, up]]


@every_case
def test_the_same_facts_give_the_same_drawing(case: Case) -> None:
    backwards = dict(reversed(WORDS.items()))
    assert draw_parties(case.sides, case.relations, backwards, no_side="No side given") == case.draw()


def test_without_a_relation_there_is_nothing_to_draw() -> None:
    assert draw_parties(group_by_side([actor("a")]), [], WORDS) is None


def test_parties_on_no_side_need_a_heading_only_beside_others() -> None:
    alone = Case(group_by_side([actor("a"), actor("b")]), relate(("a", "backs", "b"))).draw()
    assert [side.heading for side in alone.sides] == [()]
    beside = Case(group_by_side([actor("a"), actor("b", side="Left")]), relate(("a", "backs", "b"))).draw()
    assert [side.heading[0].text for side in beside.sides] == ["Left", "No side given"]


def test_a_side_keeps_its_number_when_others_are_not_drawn() -> None:
    actors = [actor("a", side="Left"), actor("b", side="Middle"), actor("c", side="Right"), actor("d", side="Right")]
    drawing = Case(group_by_side(actors), relate(("c", "backs", "d"))).draw()
    assert [(side.number, side.heading[0].text) for side in drawing.sides] == [(3, "Right")]


def test_a_party_with_relations_to_all_others_has_a_row_for_each() -> None:
    actors = [actor(f"p{n}") for n in range(25)]
    drawing = Case(group_by_side(actors), relate(*(("p12", "backs", f"p{n}") for n in range(25) if n != 12))).draw()
    hub = next(party for party in parties_of(drawing) if party.actor.id == "p12")
    assert (len(hub.arrows), hub.bottom - hub.top) == (24, 24 * ROW)
    assert len({arrow.lane for arrow in hub.arrows}) == 12


def test_a_name_of_more_lines_than_rows_gets_a_higher_row() -> None:
    actors = [actor("a", NAMES[4]), actor("b")]
    drawing = Case(group_by_side(actors), relate(("a", "backs", "b"))).draw()
    tall, low = parties_of(drawing)
    assert (len(tall.lines), low.bottom - low.top) == (3, ROW)
    assert tall.bottom - tall.top > 3 * label_font(tall.actor).size
    assert tall.arrows[0].start == (tall.top + tall.bottom) / 2


def test_a_relation_that_holds_both_ways_has_the_same_head_at_either_end() -> None:
    actors = [actor("a"), actor("b")]
    for kind in get_args(RelationKind):
        (arrow,) = arrows_of(Case(group_by_side(actors), relate(("a", kind, "b"))).draw())
        assert (arrow.head.count("M") == 2) == (kind in MUTUAL), kind


def test_a_hedged_relation_has_its_own_words_and_line() -> None:
    hedged = Relation("relation-1", "a", "b", "backs", (), hedge="alleged")
    words = {hedged.stance: str(say_relation(hedged, SAY))}
    drawing = draw_parties(group_by_side([actor("a"), actor("b")]), [hedged], words)
    assert drawing and [arrow.word.text for arrow in arrows_of(drawing)] == ["is alleged to back"]


@pytest.mark.parametrize(
    ("language", "hedge", "expected"),
    [
        ("es", None, "se opone a"),
        ("es", "alleged", "supuestamente se opone a"),
        ("es", "reported", "según otros, se opone a"),
        ("es", "denied", "según se dice, no se opone a"),
        ("es", "planned", "prevé oponerse a"),
        ("es", "past", "dejó de oponerse a"),
        ("pt", "alleged", "supostamente é contra"),
        ("pt", "planned", "pretende ser contra"),
    ],
)
def test_a_language_hedges_the_verb_or_its_infinitive(
    language: str, hedge: RelationHedge | None, expected: str
) -> None:
    hedged = Relation("relation-1", "a", "b", "opposes", (), hedge=hedge)
    assert say_relation(hedged, read_interface(language)) == expected


def test_a_drawing_with_many_lanes_says_that_it_is_wide() -> None:
    assert not draw_libya().is_wide
    actors = [actor(f"p{n}", NAMES[4]) for n in range(25)]
    assert Case(group_by_side(actors), relate(*((f"p{n}", "neutral", "p0") for n in range(1, 25)))).draw().is_wide


def test_markers_have_shapes_of_their_own_of_one_size_around_one_place() -> None:
    paths = [marker_path(style.shape, 50, 50, 10) for style in SIDE_STYLES]
    assert len(set(paths)) == len(SIDE_STYLES)
    for path in paths:
        corners = points(path)
        assert all(44 <= x <= 56 and 44 <= y <= 56 for x, y in corners)
        assert sum({x for x, _ in corners}) / len({x for x, _ in corners}) == pytest.approx(50)


def test_each_side_has_the_marker_of_its_style() -> None:
    actors = [actor(f"p{number}", side=f"Side {number}") for number in range(len(SIDE_STYLES) + 1)]
    drawing = Case(group_by_side(actors), relate(*(("p0", "backs", each.id) for each in actors[1:]))).draw()
    assert [side.number for side in drawing.sides] == [1, 2, 3, 4, 5, 6, 1]
    for side in drawing.sides:
        x, y = side.heading[0].x - 10, side.heading[0].y - 0.35 * HEADING.size
        assert side.marker == marker_path(SIDE_STYLES[side.number - 1].shape, x, y, 10)


def read_rule(selector: str) -> dict[str, str]:
    """Return the declarations of a rule of the diagram's style sheet, outside of its media queries."""
    sheet = (ROOT / "static" / "css" / "components" / "diagram.css").read_text(encoding="utf-8")
    (body,) = re.findall(rf"^{re.escape(selector)} {{ (.*) }}$", sheet, re.MULTILINE)
    return dict(declaration.split(": ", 1) for declaration in body.rstrip(";").split("; "))


def test_the_style_sheet_has_the_sizes_that_the_drawing_reckons_with() -> None:
    fonts = {
        ".diagram text": WORD,
        ".diagram .heading": HEADING,
        ".diagram .stop text": PARTY,
        ".diagram .stop.person text": PERSON,
    }
    for selector, font in fonts.items():
        rule = read_rule(selector)
        assert rule.get("font-size", f"{font.size:g}px") == f"{font.size:g}px", selector
        assert rule.get("font-weight", "400") == ("600" if font.is_bold else "400"), selector
    assert "font-size" in read_rule(".diagram text") and "font-size" in read_rule(".diagram .stop text")
    assert read_rule(".diagram .bar")["stroke-width"] == f"{BAR}px"
    assert read_rule(".diagram .hit")["stroke-width"] == f"{ROW // 2}px"


def test_the_style_sheet_colours_by_side_what_is_drawn_for_one() -> None:
    colour = "var(--side, currentColor)"
    painted = {".marker": "fill", ".bar": "stroke", ".line": "stroke", ".head": "fill"}
    assert {read_rule(f".diagram {part}")[how] for part, how in painted.items()} == {colour}


def test_a_label_is_as_large_as_a_rem_divided_by_its_size() -> None:
    drawing, svg = draw_libya(), render_libya().find("svg")
    assert svg is not None
    assert svg.get("width") == f"{round(drawing.width / PARTY.size, 1)}rem"
    assert svg.get("height") == f"{round(drawing.height / PARTY.size, 1)}rem"


def test_paths_are_written_without_needless_characters() -> None:
    assert write_path("M", 10.04, -3, "l", 9, -4.25, "h", -0.04, "z") == "M10-3l9-4.2h0z"


def libya() -> Briefing:
    return next(briefing for briefing in site_of("libya").briefings if briefing.slug == "libya-2019")


def draw_libya() -> Diagram:
    briefing = libya()
    drawing = draw_parties(group_by_side(briefing.actors.values()), briefing.relations, WORDS)
    assert drawing
    return drawing


def render_libya() -> ET.Element:
    source = '{% from "components/diagram.html" import diagram with context %}{{ diagram(drawing, briefing) }}'
    template = make_environment(ROOT).from_string(source)
    html = template.render(drawing=draw_libya(), briefing=libya(), say=SAY)
    assert len(gzip.compress(html.encode(), mtime=0)) < 1600
    return ET.fromstring(html)


def test_libya_is_drawn_with_all_its_relations_on_a_narrow_page() -> None:
    drawing = draw_libya()
    assert len(arrows_of(drawing)) == len(libya().relations) == 9
    assert drawing.width <= 360
    assert [side.number for side in drawing.sides] == [3, 1, 4, 2]
    assert not [text for text in boxes_of(drawing) if "…" in text.text]


def test_every_relation_and_every_party_is_a_named_link_to_the_page() -> None:
    links = {link.get("href"): link for link in render_libya().iter("a")}
    backed = links["#relation-4-words"]
    assert backed.get("aria-label") == "UN backs GNA – in the article"
    assert backed.get("class") == "arrow kind-backs"
    assert links["#party-gna"].findtext("text") == "GNA"
    assert links["#party-militias"].get("aria-label") == "Unnamed militias and armed factions"
    assert len(links) == 9 + 10


def test_the_markup_brings_no_style_of_its_own() -> None:
    for element in render_libya().iter():
        assert not {"style", "fill", "stroke", "onclick"} & set(element.keys())
