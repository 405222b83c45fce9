"""Sites that grow by the text of an article and its Markdown."""

from pathlib import Path

from tools.bench.growth.invented import word, words, write_one


def words_of_an_article(content: Path, size: int) -> None:
    """Write ten times as many words."""
    write_one(content, (words(number, 50) for number in range(size // 10)))


def words_of_a_line(content: Path, size: int) -> None:
    """Write ten times as many words."""
    write_one(content, [words(0, size * 5)])


def characters_of_a_word(content: Path, size: int) -> None:
    """Write ten times as many characters."""
    write_one(content, ["b" * size * 10])


def paragraphs(content: Path, size: int) -> None:
    write_one(content, map(word, range(size)))


def invisible_characters(content: Path, size: int) -> None:
    write_one(content, (f"One\u200b {words(number)}." for number in range(size)))


def invisible_characters_by_entity(content: Path, size: int) -> None:
    write_one(content, (f"One&#x200b; {words(number)}." for number in range(size)))


def links(content: Path, size: int) -> None:
    write_one(content, (f"[{word(number)}](https://example.org/{word(number)})" for number in range(size)))


def links_that_are_not_allowed(content: Path, size: int) -> None:
    write_one(content, (f"[{word(number)}](ftp://example.org/{word(number)})" for number in range(size)))


def missing_pictures(content: Path, size: int) -> None:
    write_one(content, (f"Seen: ![{word(number)}]({word(number)}.png)" for number in range(size)))


def footnotes(content: Path, size: int) -> None:
    text = (f"{word(number)}[^{number}]" for number in range(size))
    write_one(content, [*text, *(f"[^{number}]: {word(number)}" for number in range(size))])


def list_entries(content: Path, size: int) -> None:
    write_one(content, ["\n".join(f"- {word(number)}" for number in range(size))])


def rows_of_a_table(content: Path, size: int) -> None:
    rows = "\n".join(f"| {word(number)} | {word(number + 1)} |" for number in range(size))
    write_one(content, [f"| a | b |\n|---|---|\n{rows}"])


def headings(content: Path, size: int) -> None:
    write_one(content, (f"## {word(number)}" for number in range(size)))


def lines_of_emphasis(content: Path, size: int) -> None:
    write_one(content, [" ".join(f"*{word(number)}* and **{word(number)}**" for number in range(size))])
