"""The trace of a build: it comes back as it was written, or not at all."""

import pytest

from newsbrief.build.incremental.trace import (
    VERSION,
    Trace,
    TraceEntry,
    decode_trace,
    encode_trace,
    read_details,
    write_details,
)

ENTRY = TraceEntry(
    "x", "3 1 2 4\tarticle.md", "3 1 2 4\tx/index.html\n5 1 2 6\tx/a – b.svg", write_details({}, {}, "“x”")
)


def test_a_trace_comes_back_as_it_was_written() -> None:
    draft = TraceEntry("y", "3 1 2 4\tarticle.md", "", write_details({"article.md": "ab"}, {}, None))
    shared = TraceEntry("", "", "3 1 2 4\ta.css", write_details({}, {"a.css": "cd"}, {"pages": {}}))
    trace = Trace("e", "[]", "f", shared, {"X": ENTRY, "Y": draft}, b"links\n")
    assert decode_trace(b"".join(encode_trace(trace))) == trace
    assert decode_trace(b"".join(encode_trace(trace._replace(briefings={})))) == trace._replace(briefings={})
    assert sorted(trace.paths) == ["a.css", "x/a – b.svg", "x/index.html"]
    assert read_details(draft) == {
        "inputs": {"article.md": "ab"},
        "outputs": {},
        "shown": None,
        "card": "",
        "onward": [],
    }


@pytest.mark.parametrize("harm", ["cut", "bit", "version", "empty", "json", "nothing after the head"])
def test_a_trace_that_is_not_whole_is_none(harm: str) -> None:
    raw = b"".join(encode_trace(Trace("e", "[]", "f", ENTRY, {"X": ENTRY}, b"links")))
    harmed = {
        "cut": raw[:-3],
        "bit": raw[:-15] + bytes([raw[-15] ^ 1]) + raw[-14:],
        "version": raw.replace(f"trace {VERSION}".encode(), b"trace 10"),
        "empty": b"",
        "json": b"[]",
        "nothing after the head": raw.partition(b"\n")[0] + b"\n",
    }[harm]
    assert decode_trace(harmed) is None


def test_names_that_are_no_utf_8_do_not_stand_in_the_way_of_a_trace() -> None:
    trace = Trace("e", "[]", "f", ENTRY, {"caf\udce9": ENTRY}, b"")
    assert decode_trace(b"".join(encode_trace(trace))) == trace
