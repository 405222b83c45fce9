"""What spans cover is answered as each of them would answer."""

from hypothesis import given
from hypothesis import strategies as st

from newsbrief.evidence.coverage import Coverage
from newsbrief.model.document import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_a_span_meets_what_one_of_the_covering_spans_meets(spans: list[Span], asked: Span) -> None:
    covering = [span for span in spans if span.start < span.end]
    assert Coverage(covering).meets(asked) == any(span.meets(asked) for span in covering)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_the_stretches_that_meet_a_span_hold_the_covered_characters_and_no_others(
    spans: list[Span], asked: Span
) -> None:
    covered = {at for span in spans for at in range(*span)}
    met = list(Coverage(span for span in spans if span.start < span.end).meeting(asked))
    assert {at for span in met for at in range(*span)} & {*range(*asked)} == covered & {*range(*asked)}
    assert met == sorted(met)
