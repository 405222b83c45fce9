"""Prints what 100,000 and 1,000,000 briefings would take, on one machine, in shards, and for readers.

Run by `make scale`, or from tests/ as `python -m tools.scale`. All is computed from the figures in measured.py; the
sizes of sites and shards and the jobs at a time are chosen. The output is Markdown, and the same in every run.
"""

from collections.abc import Iterator, Sequence
from math import ceil

from tools.scale import measured
from tools.scale.shards import Costs, Plan, build_all, build_edited

SIZES = (10_000, 100_000, 1_000_000)
SHARDS = (1_000, 10_000)
AT_ONCE = (1, 20, 100)
EDITS = 100
"""The edited articles of a day, drawn over the whole site."""

_COSTS = Costs(measured.BEGIN, measured.COLD_WALL, measured.EDIT)
Table = Iterator[Sequence[str]]


def main() -> None:
    print_table("One machine", "what", [f"{size:,}" for size in SIZES], list_machine())
    heads = ["briefings a shard", "jobs", "at a time", "all cold", f"{EDITS} edits: jobs", "took", "one edit"]
    print_table("Shards", "briefings", heads, list_shards())
    print_table("Readers", "file", [f"{size:,}" for size in SIZES], list_files())


def list_machine() -> Table:
    """Yield what one machine would take: each cost, its exponent of growth, and what it comes to at each size."""
    for name, slope, show in (
        ("cold, processor time", measured.COLD, show_time),
        ("cold, two cores", measured.COLD_WALL, show_time),
        ("one article edited", measured.EDIT, show_time),
        ("nothing changed", measured.NOTHING, show_time),
        ("peak memory, cold", measured.MEMORY, show_bytes),
        ("all files of the site", measured.OUTPUT, show_bytes),
        ("record of the build", measured.RECORD, show_bytes),
    ):
        yield f"{name} ({slope.exponent:.2f})", *(show(slope.at(size)) for size in SIZES)


def list_shards() -> Table:
    """Yield what shards would take: how many jobs, and the time until all are built, or those with edits."""
    for count in SIZES[1:]:
        for size in SHARDS:
            for at_once in AT_ONCE:
                plan = Plan(count, size, at_once)
                jobs, took = build_edited(plan, _COSTS, EDITS)
                times = (show_time(build_all(plan, _COSTS)), str(jobs), show_time(took))
                one = show_time(build_edited(plan, _COSTS, 1)[1])
                yield f"{count:,}", f"{size:,}", f"{len(plan.shards):,}", str(at_once), *times, one


def list_files() -> Table:
    """Yield the bytes of what readers and search engines load, file by file."""
    for name, slope in measured.FILES.items():
        yield name, *(show_bytes(slope.at(size)) for size in SIZES)
    yield "sitemap, number of files", *(f"{count_sitemaps(size):,}" for size in SIZES)


def count_sitemaps(count: int) -> int:
    """Return how many files with addresses the sitemap of `count` briefings has."""
    return ceil(measured.ADDRESSES.at(count) / measured.MOST_ADDRESSES)


def print_table(title: str, first: str, heads: Sequence[str], rows: Table) -> None:
    """Print a table in Markdown below its title."""
    print(f"## {title}\n\n| {first} | {' | '.join(heads)} |\n|---{'|--:' * len(heads)}|")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    print()


def show_time(seconds: float) -> str:
    """Return a time in the largest unit of which there are two or more."""
    for unit, length in (("h", 3600), ("min", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:,.1f} {unit}"
    return f"{seconds:,.1f} s"


def show_bytes(count: float) -> str:
    """Return a number of bytes in the largest unit of which there are two or more."""
    for unit, length in (("GB", 1e9), ("MB", 1e6), ("KB", 1e3)):
        if count >= 2 * length:
            return f"{count / length:,.1f} {unit}"
    return f"{count:,.0f} B"


if __name__ == "__main__":
    main()
