"""Sites that grow by dates."""

from pathlib import Path

from tools.bench.growth.invented import words, write_one


def dates(content: Path, size: int) -> None:
    facts = (
        f"  - {{date: {1900 + number % 110}, when: in {1900 + number % 110}, event: One., cite: '{words(number)}'}}"
        for number in range(size)
    )
    paragraphs = (f"It was in {1900 + number % 110}, {words(number)}." for number in range(size))
    write_one(content, paragraphs, ["dates:", *facts])


def dates_far_from_their_words(content: Path, size: int) -> None:
    facts = (f"  - {{date: 2001, when: in 2001, event: One., cite: '{words(number)}'}}" for number in range(size))
    paragraphs = ["It was in 2001."] * size
    write_one(content, [*paragraphs, "Two.", *map(words, range(size))], ["dates:", *facts])


def dates_of_many_cites(content: Path, size: int) -> None:
    cites = (f"      - '{words(number)}'" for number in range(size))
    paragraphs = (f"It was in 2001, {words(number)}." for number in range(size))
    facts = ["dates:", "  - date: 2001", "    when: in 2001", "    event: One.", "    cite:", *cites]
    write_one(content, paragraphs, facts)


def dates_that_disagree(content: Path, size: int) -> None:
    facts = (f"  - {{date: 2002, when: in 2001, event: One., cite: '{words(number)}'}}" for number in range(size))
    write_one(content, (f"It was in 2001, {words(number)}." for number in range(size)), ["dates:", *facts])
