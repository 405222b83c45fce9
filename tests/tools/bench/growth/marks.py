"""Sites that grow by the quotation marks of an article."""

from pathlib import Path

from tools.bench.growth.invented import said, word, words, write_one


def quotation_over_paragraphs(content: Path, size: int) -> None:
    """Write one quotation that each paragraph opens again."""
    write_one(content, [*(f"“{words(number)}" for number in range(size)), "“The end,” said a voice."])


def unaccounted_passages(content: Path, size: int) -> None:
    write_one(content, map(said, range(size)))


def unaccounted_passages_beside_others(content: Path, size: int) -> None:
    """Write passages of which the fact sheet has every other."""
    facts = (f"  - {{speaker: unattributed, text: '{words(number).capitalize()},'}}" for number in range(0, size, 2))
    write_one(content, map(said, range(size)), ["quotes:", *facts])


def unaccounted_passages_in_one_paragraph(content: Path, size: int) -> None:
    write_one(content, [" ".join(map(said, range(size)))])


def unaccounted_nested_passages(content: Path, size: int) -> None:
    write_one(content, (f"“{words(number, 2)} ‘{words(number + 1, 2)}’ it is,” he said." for number in range(size)))


def repeated_unaccounted_passages(content: Path, size: int) -> None:
    write_one(content, ["“Yes,” said a voice."] * size)


def deep_marks(content: Path, size: int) -> None:
    """Write marks that open within others and are all closed."""
    write_one(content, ["„a " * size + "“ b" * size])


def unclosed_marks(content: Path, size: int) -> None:
    write_one(content, [" ".join(f"“{word(number)}" for number in range(size))])


def unopened_marks(content: Path, size: int) -> None:
    write_one(content, [" ".join(f"{word(number)}”" for number in range(size))])


def straight_marks(content: Path, size: int) -> None:
    write_one(content, [" ".join(f'"{word(number)}"' for number in range(size))])


def apostrophes(content: Path, size: int) -> None:
    write_one(content, [" ".join(f"the {word(number)}s' own" for number in range(size))])


def straight_apostrophes_in_front(content: Path, size: int) -> None:
    write_one(content, [" ".join(f"'{word(number)} own" for number in range(size))])
