"""The words by which a briefing is found, as the index numbers them and as a build keeps them for a moment.

words = collect_words(document.text, summary)
collect_words(text, summary)["bridge"]  # True: it is in the title
"""

import zlib
from collections.abc import Iterator, Mapping

from newsbrief.model.site import Summary
from newsbrief.outputs.search_index.words import find_words

Words = Mapping[str, bool]
"""Words, each with whether it counts for more: those of title, standfirst, and names of parties, story and topics."""


def collect_words(text: str, summary: Summary) -> Words:
    """Return the words of a briefing, given the `text` of its article; a speaker is one of its parties."""
    told = find_words(_list_names(summary))
    return {**dict.fromkeys(find_words([text]), False), **dict.fromkeys(told, True)}


def _list_names(summary: Summary) -> Iterator[str]:
    yield summary.teaser.title
    yield summary.teaser.standfirst or ""
    yield from (name.replace("-", " ") for name in (summary.connections.story, *summary.connections.topics))
    for party in summary.parties:
        yield party.name
        yield party.abbr or ""


def pack_words(words: Words) -> bytes:
    """Return words in few bytes: those of ten thousand briefings are held at once."""
    told = (" ".join(sorted(word for word, counts in words.items() if counts is more)) for more in (True, False))
    return zlib.compress("\n".join(told).encode(), 1)


def unpack_words(packed: bytes) -> Words:
    """Return the words that were packed; none where nothing was."""
    if not packed:
        return {}
    told, others = (line.split() for line in zlib.decompress(packed).decode().split("\n"))
    return {**dict.fromkeys(others, False), **dict.fromkeys(told, True)}
