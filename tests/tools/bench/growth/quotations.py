"""Sites that grow by the quotations of a fact sheet, right ones and wrong ones."""

from pathlib import Path

from tools.bench.growth.invented import name, said, word, words, write_one


def quotations(content: Path, size: int) -> None:
    facts = [f"  - {{speaker: unattributed, text: '{words(number).capitalize()},'}}" for number in range(size)]
    write_one(content, map(said, range(size)), ["quotes:", *facts])


def quotations_with_cues(content: Path, size: int) -> None:
    actors = (f"  - {{id: a{number}, name: {name(number)}, kind: person}}" for number in range(size))
    facts = (
        f"  - {{speaker: a{number}, cue: 'said {name(number)}', text: '{words(number).capitalize()},'}}"
        for number in range(size)
    )
    paragraphs = (said(number, name(number)) for number in range(size))
    write_one(content, paragraphs, ["actors:", *actors, "quotes:", *facts])


def mistyped_quotations(content: Path, size: int) -> None:
    """Write quotations of which the fact sheet has one word wrong."""
    mistyped = (words(number).capitalize().replace(" council ", " concil ") for number in range(size))
    facts = (f"  - {{speaker: unattributed, text: '{text},'}}" for text in mistyped)
    write_one(content, map(said, range(size)), ["quotes:", *facts])


def misspelt_quotations(content: Path, size: int) -> None:
    """Write quotations in the fact sheet in which every third word is misspelt."""
    paragraphs = [said(number) for number in range(size)]
    texts = (" ".join(w[:-1] + "x" if at % 3 == 0 else w for at, w in enumerate(p.split()[:12])) for p in paragraphs)
    facts = ("  - {speaker: unattributed, text: '" + text.strip("“,”") + "'}" for text in texts)
    write_one(content, paragraphs, ["quotes:", *facts])


def invented_quotations(content: Path, size: int) -> None:
    """Write quotations in the fact sheet of which the article has only the common words."""
    facts = (f"  - {{speaker: unattributed, text: '{words(number + size)}'}}" for number in range(size))
    write_one(content, map(said, range(size)), ["quotes:", *facts])


def quotations_in_parts(content: Path, size: int) -> None:
    """Write quotations of which the article has the first and the last words, far apart."""
    facts = (
        f"  - {{speaker: unattributed, text: '{words(number, 3)} {words(number + 1, 3)}'}}"
        for number in range(0, size * 2, 2)
    )
    paragraphs = (f"“{words(number, 3)} or {words(number + 1, 3)},” it says." for number in range(0, size * 2, 2))
    write_one(content, paragraphs, ["quotes:", *facts])


def quotations_in_other_case(content: Path, size: int) -> None:
    facts = [f"  - {{speaker: unattributed, text: '{words(number).upper()},'}}" for number in range(size)]
    write_one(content, map(said, range(size)), ["quotes:", *facts])


def cut_quotations(content: Path, size: int) -> None:
    """Write quotations that cut their first and last words in two."""
    facts = [f"  - {{speaker: unattributed, text: '{words(number)[1:-1]}'}}" for number in range(size)]
    write_one(content, map(said, range(size)), ["quotes:", *facts])


def repeated_quotations(content: Path, size: int) -> None:
    """Write one sentence many times, and as many entries for it."""
    facts = ["  - {speaker: unattributed, text: 'The bridge is closed,'}"] * size
    write_one(content, ["“The bridge is closed,” said a voice."] * size, ["quotes:", *facts])


def repeated_cues(content: Path, size: int) -> None:
    """Write quotations whose cue stands beside each of them."""
    facts = (
        f"  - {{speaker: ortiz, cue: said Lena Ortiz, text: '{words(number).capitalize()},'}}" for number in range(size)
    )
    actor = "  - {id: ortiz, name: Lena Ortiz, kind: person}"
    write_one(content, (said(number, "Lena Ortiz") for number in range(size)), ["actors:", actor, "quotes:", *facts])


def quotation_of_many_parts(content: Path, size: int) -> None:
    facts = (f"      - '{words(number).capitalize()},'" for number in range(size))
    write_one(content, map(said, range(size)), ["quotes:", "  - speaker: unattributed", "    text:", *facts])


def unmarked_quotations(content: Path, size: int) -> None:
    facts = (f"  - {{speaker: unattributed, text: '{words(number)}'}}" for number in range(size))
    write_one(content, map(words, range(size)), ["quotes:", *facts])


def block_quotations(content: Path, size: int) -> None:
    facts = (f"  - {{speaker: unattributed, text: '{words(number)}'}}" for number in range(size))
    write_one(content, (f"> {words(number)}\n\nOne." for number in range(size)), ["quotes:", *facts])


def quotations_told_apart(content: Path, size: int) -> None:
    """Write one quotation many times, each with a selector that names the words before it."""
    facts = (
        f"  - {{speaker: unattributed, text: {{exact: 'Yes,', prefix: '{word(number)} said:'}}}}"
        for number in range(size)
    )
    write_one(content, (f"Then {word(number)} said: “Yes,” and left." for number in range(size)), ["quotes:", *facts])
