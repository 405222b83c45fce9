"""Sites that grow by the keys and values of a file, right ones and wrong ones."""

from pathlib import Path

from tools.bench.growth.invented import FRONT, word, words, write_one


def unknown_keys(content: Path, size: int) -> None:
    write_one(content, ["One."], (f"{word(number)}: 1" for number in range(size)))


def unknown_keys_of_an_entry(content: Path, size: int) -> None:
    keys = (f"    {word(number)}: 1" for number in range(size))
    write_one(content, ["One."], ["key_points:", "  - text: One.", "    cite: One", *keys])


def unknown_keys_of_entries(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", *(f"  - {{{word(number)}: 1}}" for number in range(size))])


def unknown_keys_of_front_matter(content: Path, size: int) -> None:
    keys = "".join(f"{word(number)}: 1\n" for number in range(size))
    write_one(content, ["One."], front=f"---\ntitle: A title\nas_of: 2019-04-07\n{keys}---\n\n")


def keys_given_twice(content: Path, size: int) -> None:
    write_one(content, ["One."], ["dates: []"] * size)


def wrong_types(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", *(["  - {text: true, cite: []}"] * size)])


def missing_keys(content: Path, size: int) -> None:
    write_one(content, ["One."], ["quotes:", *(["  - {cue: One}"] * size)])


def yaml_aliases(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", "  - &a {text: One., cite: One}", *(["  - *a"] * size)])


def yaml_anchors(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", *(f"  - &a{n} {{text: One., cite: One}}" for n in range(size))])


def yaml_tags(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", *(["  - !!map {text: One., cite: One}"] * size)])


def cut_short_values(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", *(["  - {text: One two #three, cite: One}", "    }"] * 1)] * size)


def corrections(content: Path, size: int) -> None:
    facts = "".join(f"  - {{date: 2018-01-01, said: {word(number)}, says: One.}}\n" for number in range(size))
    write_one(content, ["One."], front=f"{FRONT[:-5]}corrections:\n{facts}---\n\n")


def key_points(content: Path, size: int) -> None:
    facts = (f"  - {{text: One., cite: '{words(number)}'}}" for number in range(size))
    write_one(content, map(words, range(size)), ["key_points:", *facts])


def key_points_without_grounds(content: Path, size: int) -> None:
    write_one(content, map(words, range(size)), ["key_points:", *(["  - {text: One.}"] * size)])
