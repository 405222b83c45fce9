"""What was measured, on 28 and 29 November 2026 under Python 3.11, on two virtual cores of a shared machine.

Time and memory are those of docs/contributing/performance.md for 1,000 and 10,000 briefings, in the middle where that
has a range; of a cold build of 10,000, those of everything made again over the last output. Bytes are those of sites of
100 and 300 briefings of the benchmark, built with an address.
"""

from tools.scale.slopes import Slope

COLD = Slope(1_000, 82.3, 10_000, 753)
COLD_WALL = Slope(1_000, 45.1, 10_000, 434)
"""On two cores."""

EDIT = Slope(1_000, 1.28, 10_000, 1.9)
NOTHING = Slope(1_000, 0.31, 10_000, 0.88)
"""Seconds."""

MEMORY = Slope(1_000, 199e6, 10_000, 281e6)
OUTPUT = Slope(100, 19_707_644, 300, 57_869_749)
RECORD = Slope(100, 513_881, 300, 1_594_157)
"""Bytes: of all processes, of the output, and of `.newsbrief`."""

BEGIN = 19.0
"""The seconds of processor time that `make site` takes in an empty clone: it installs all, and builds one briefing."""

MOST_ADDRESSES = 50_000
"""What the protocol of sitemaps allows to one file."""

_COMMONEST = 3_055 / 102_133
"""The part that the words with the commonest two first letters have of the search index, at 300 briefings."""

FILES = {
    "search: words with the commonest two letters": Slope(100, 39_459 * _COMMONEST, 300, 102_915 * _COMMONEST),
    "`archive/index.html`": Slope(100, 10_955, 300, 15_498),
    "`glossary/index.html`": Slope(100, 6_878, 300, 7_378),
    "sitemap, all files": Slope(100, 13_510, 300, 41_853),
    "`SHA256SUMS`": Slope(100, 60_153, 300, 178_872),
}
"""Bytes of the files that grow with a site, before compression."""

ADDRESSES = Slope(100, 137, 300, 414)
"""The addresses in a sitemap."""
