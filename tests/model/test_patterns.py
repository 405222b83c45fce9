"""Regular expressions that are compiled late: they find what others find."""

import re

import pytest

from newsbrief.model.patterns import compile_late


@pytest.mark.parametrize("text", ["On 4 April, 12 of 30", "", "none"])
def test_an_expression_that_is_compiled_late_finds_what_another_finds(text: str) -> None:
    late, soon = compile_late(r"(?P<number>\d+)( OF)?", re.IGNORECASE), re.compile(r"(?P<number>\d+)( OF)?", re.I)
    for _ in range(2):
        assert [match.span() for match in late.finditer(text)] == [match.span() for match in soon.finditer(text)]
        assert late.sub("-", text) == soon.sub("-", text)
        assert (late.pattern, late.groupindex, late.flags) == (soon.pattern, soon.groupindex, soon.flags)


def test_a_mistake_in_an_expression_shows_when_it_is_used() -> None:
    late = compile_late("(")
    with pytest.raises(re.error, match="missing"):
        late.search("")
