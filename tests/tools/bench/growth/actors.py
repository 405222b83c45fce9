"""Sites that grow by actors, their names and what refers to them."""

from pathlib import Path

from tools.bench.growth.invented import name, word, words, write_one


def actors(content: Path, size: int) -> None:
    facts = (f"  - {{id: a{number}, name: {name(number)}, kind: person}}" for number in range(size))
    write_one(content, (f"It was {name(number)}, {words(number)}." for number in range(size)), ["actors:", *facts])


def unnamed_actors(content: Path, size: int) -> None:
    """Write actors whom the article does not name."""
    facts = (f"  - {{id: a{number}, name: {name(number + size)}, kind: person}}" for number in range(size))
    write_one(content, map(words, range(size)), ["actors:", *facts])


def aliases_of_an_actor(content: Path, size: int) -> None:
    aliases = (f"      - {name(number)}" for number in range(size))
    head = ["actors:", "  - id: ada", "    name: Ada", "    kind: person", "    aliases:"]
    write_one(content, (f"Ada is {name(number)}, {words(number)}." for number in range(size)), [*head, *aliases])


def unused_aliases_of_an_actor(content: Path, size: int) -> None:
    aliases = (f"      - {name(number)}" for number in range(size))
    head = ["actors:", "  - id: ada", "    name: Ada", "    kind: person", "    aliases:"]
    write_one(content, map(words, range(size)), [*head, *aliases])


def shared_aliases(content: Path, size: int) -> None:
    """Write two actors with the same aliases."""
    aliases = [f"      - {name(number)}" for number in range(size)]
    one = ["  - id: ada", "    name: Ada", "    kind: person", "    aliases:", *aliases]
    other = ["  - id: bea", "    name: Bea", "    kind: person", "    aliases:", *aliases]
    write_one(content, (f"Ada, Bea, {name(number)}." for number in range(size)), ["actors:", *one, *other])


def mentions_of_an_actor(content: Path, size: int) -> None:
    write_one(
        content, ["Ada came, and Ada went."] * size, ["actors:", "  - id: ada", "    name: Ada", "    kind: person"]
    )


def chain_of_members(content: Path, size: int) -> None:
    """Write actors each of whom is a member of the next."""
    facts = (
        f"  - {{id: a{number}, name: {name(number)}, kind: group, member_of: a{(number + 1) % size}}}"
        for number in range(size)
    )
    write_one(content, (f"It was {name(number)}." for number in range(size)), ["actors:", *facts])


def ids_given_twice(content: Path, size: int) -> None:
    facts = (f"  - {{id: ada, name: {name(number)}, kind: person}}" for number in range(size))
    write_one(content, (f"It was {name(number)}." for number in range(size)), ["actors:", *facts])


def unknown_ids(content: Path, size: int) -> None:
    """Write relations of actors of whom none is known by the id that is given."""
    actors = (f"  - {{id: {word(number)}, name: {name(number)}, kind: person}}" for number in range(size))
    facts = (
        f"  - {{from: {word(number)}x, to: {word(number)}y, kind: backs, cite: {name(number)}}}"
        for number in range(size)
    )
    text = (f"It was {name(number)}." for number in range(size))
    write_one(content, text, ["actors:", *actors, "relations:", *facts])


def unknown_ids_of_few_actors(content: Path, size: int) -> None:
    facts = (f"  - {{from: ada, to: {word(number)}, kind: backs, cite: Ada}}" for number in range(size))
    actor = "  - {id: ada, name: Ada, kind: person}"
    write_one(content, ["It was Ada."], ["actors:", actor, "relations:", *facts])


def relations(content: Path, size: int) -> None:
    facts = (f"  - {{from: ada, to: bea, kind: backs, cite: '{words(number)}'}}" for number in range(size))
    actors = ("  - {id: ada, name: Ada, kind: person}", "  - {id: bea, name: Bea, kind: person}")
    paragraphs = (f"Ada and Bea, {words(number)}." for number in range(size))
    write_one(content, paragraphs, ["actors:", *actors, "relations:", *facts])
