"""Of words that occur often, the place nearest to the words cited is meant."""

from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.markdown import read_markdown
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.search import Evidence
from newsbrief.evidence.whole_words import MOST_PLACES
from newsbrief.evidence.words_nearby import are_near, find_near
from newsbrief.model.document import Span

PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(["in May", "cite", "a", "so"]), min_size=1, max_size=9), min_size=1, max_size=9
)


def write(*paragraphs: str) -> Evidence:
    return Evidence(read_markdown("\n\n".join(paragraphs)))


def find_slowly(paragraphs: list[str], words: str, cite: Span) -> Span | Missing:
    """Return what `find_near` should, by looking at every place."""
    evidence = write(*paragraphs)
    places = evidence.occurrences(words)
    inside = [place for place in places if cite.holds(place)]

    def paragraphs_between(place: Span) -> int:
        ends = (cite.start, cite.end - 1)
        return min(abs(evidence.paragraph_of(place.start) - evidence.paragraph_of(end)) for end in ends)

    beside = [place for place in places if paragraphs_between(place) <= 1]
    same = [place for place in beside if paragraphs_between(place) == 0] or beside
    gaps = {place: max(cite.start - place.end, place.start - cite.end, 0) for place in same}
    found = inside or [place for place in same if gaps[place] == min(gaps.values())]
    if not found:
        return Missing("elsewhere", places)
    return found[0] if len(found) == 1 else Missing("repeated", tuple(found))


@given(PARAGRAPHS, st.data())
def test_the_nearest_of_many_places_is_found_as_if_each_was_looked_at(
    words: list[list[str]], data: st.DataObject
) -> None:
    paragraphs = [" ".join(paragraph) for paragraph in words]
    evidence = write(*paragraphs)
    cites = evidence.occurrences("cite")
    if cites and evidence.occurrences("in May"):
        first, last = sorted(data.draw(st.tuples(st.sampled_from(cites), st.sampled_from(cites))))
        cite = Span(first.start, last.end)
        assert find_near(evidence, "in May", (cite,)) == find_slowly(paragraphs, "in May", cite)


def test_words_that_occur_thousands_of_times_are_no_date() -> None:
    evidence = write(*["It was in May."] * (MOST_PLACES + 1), "The end.")
    (cite,) = evidence.occurrences("The end")
    missing = find_near(evidence, "in May", (cite,))
    assert isinstance(missing, Missing)
    assert (missing.reason, len(missing.places)) == ("repeated", MOST_PLACES)


def test_each_of_many_cites_counts() -> None:
    evidence = write(*["One in May."] * 20, "Two.", "Three.", "It was in May, and four.")
    places, cites = evidence.occurrences("in May"), (*evidence.occurrences("Two"), *evidence.occurrences("four"))
    assert find_near(evidence, "in May", cites) == places[-1]
    assert are_near(evidence, places[-1], cites)
    assert not are_near(evidence, places[0], cites)
