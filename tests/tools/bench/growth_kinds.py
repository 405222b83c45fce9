"""Sites that grow in one way each: many mistyped quotations, unknown keys, marks in a paragraph, links, and so on.

All texts are invented, and made from their numbers alone. A kind writes the content of a site for a size.

`KINDS["mistyped quotations"](content, 400)` writes an article of 400 quotations, and a fact sheet with each mistyped.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

Kind = Callable[[Path, int], None]
"""Writes the folder `content` of a site in which something stands as often as the number says."""

_FRONT = "---\ntitle: A long article\nas_of: 2019-04-07\n---\n\n"
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_COMMON = ("the", "council", "of", "the", "town", "and", "that", "of", "the", "harbour", "said", "in", "a", "letter")


def word(number: int) -> str:
    """Return an invented word of letters; two numbers make two words."""
    letters = ""
    number += 700
    while number:
        number, syllable = divmod(number, 70)
        letters += _CONSONANTS[syllable % 14] + _VOWELS[syllable // 14]
    return letters


def words(number: int, count: int = 6) -> str:
    """Return `count` invented words with common ones between them; no other number has the same."""
    return " ".join(f"{word(number * count + at)} {_COMMON[at % len(_COMMON)]}" for at in range(count))


def name(number: int) -> str:
    """Return an invented name of two words."""
    return f"{word(number).capitalize()} {word(number + 7).capitalize()}on"


def write_one(content: Path, paragraphs: Iterable[str], facts: Iterable[str] = (), front: str = _FRONT) -> None:
    """Write the content of a site with one briefing, of these paragraphs and lines of a fact sheet."""
    folder = content / "long"
    folder.mkdir(parents=True)
    (content / "site.yaml").write_text("title: Long\n", encoding="utf-8")
    (folder / "article.md").write_text(front + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    (folder / "facts.yaml").write_text("\n".join(facts) + "\n", encoding="utf-8")


def said(number: int, by: str = "a voice") -> str:
    return f"“{words(number).capitalize()},” said {by}."


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


def quotation_over_paragraphs(content: Path, size: int) -> None:
    """Write one quotation that each paragraph opens again."""
    write_one(content, [*(f"“{words(number)}" for number in range(size)), "“The end,” said a voice."])


def unmarked_quotations(content: Path, size: int) -> None:
    facts = (f"  - {{speaker: unattributed, text: '{words(number)}'}}" for number in range(size))
    write_one(content, map(words, range(size)), ["quotes:", *facts])


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


def single_marks(content: Path, size: int) -> None:
    write_one(content, [" ".join(f"‘{word(number)}s’ own" for number in range(size))])


def inches(content: Path, size: int) -> None:
    write_one(content, ["“a " + " ".join(f'{number}" own' for number in range(size)) + "”"])


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


def wrong_types_in_a_list(content: Path, size: int) -> None:
    parts = ["      - []"] * size
    write_one(content, ["One."], ["quotes:", "  - speaker: unattributed", "    text:", *parts])


def wrong_values_in_a_list(content: Path, size: int) -> None:
    claims = ["      - {text: One., cite: One, source: {title: One, url: no}}"] * size
    write_one(content, ["Ada."], ["actors:", "  - id: ada", "    name: Ada", "    kind: person", "    about:", *claims])


def missing_keys(content: Path, size: int) -> None:
    write_one(content, ["One."], ["quotes:", *(["  - {cue: One}"] * size)])


def yaml_aliases(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", "  - &a {text: One., cite: One}", *(["  - *a"] * size)])


def yaml_anchors(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", *(f"  - &a{n} {{text: One., cite: One}}" for n in range(size))])


def yaml_tags(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", *(["  - !!map {text: One., cite: One}"] * size)])


def invisible_characters(content: Path, size: int) -> None:
    write_one(content, (f"One\u200b {words(number)}." for number in range(size)))


def invisible_characters_by_entity(content: Path, size: int) -> None:
    write_one(content, (f"One&#x200b; {words(number)}." for number in range(size)))


def cut_short_values(content: Path, size: int) -> None:
    write_one(content, ["One."], ["key_points:", *(["  - {text: One two #three, cite: One}", "    }"] * 1)] * size)


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


def key_points(content: Path, size: int) -> None:
    facts = (f"  - {{text: One., cite: '{words(number)}'}}" for number in range(size))
    write_one(content, map(words, range(size)), ["key_points:", *facts])


def key_points_without_grounds(content: Path, size: int) -> None:
    write_one(content, map(words, range(size)), ["key_points:", *(["  - {text: One.}"] * size)])


def corrections(content: Path, size: int) -> None:
    facts = "".join(f"  - {{date: 2018-01-01, said: {word(number)}, says: One.}}\n" for number in range(size))
    write_one(content, ["One."], front=f"{_FRONT[:-5]}corrections:\n{facts}---\n\n")


def words_of_an_article(content: Path, size: int) -> None:
    write_one(content, (words(number, 50) for number in range(0, size, 100)))


def words_of_a_line(content: Path, size: int) -> None:
    write_one(content, [words(0, size // 2)])


def characters_of_a_word(content: Path, size: int) -> None:
    write_one(content, ["b" * size])


def paragraphs(content: Path, size: int) -> None:
    write_one(content, map(word, range(size)))


def links(content: Path, size: int) -> None:
    write_one(content, (f"[{word(number)}](https://example.org/{word(number)})" for number in range(size)))


def links_that_are_not_allowed(content: Path, size: int) -> None:
    write_one(content, (f"[{word(number)}](ftp://example.org/{word(number)})" for number in range(size)))


def missing_pictures(content: Path, size: int) -> None:
    write_one(content, (f"![{word(number)}]({word(number)}.png)" for number in range(size)))


def links_in_one_paragraph(content: Path, size: int) -> None:
    write_one(content, [" ".join(f"[{word(number)}](https://example.org/{word(number)})" for number in range(size))])


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


def block_quotations(content: Path, size: int) -> None:
    facts = (f"  - {{speaker: unattributed, text: '{words(number)}'}}" for number in range(size))
    write_one(content, (f"> {words(number)}\n\nOne." for number in range(size)), ["quotes:", *facts])


def plain_pages(content: Path, size: int) -> None:
    write_one(content, ["One."])
    for number in range(size):
        (content / f"{word(number)}.md").write_text(f"---\ntitle: {word(number)}\n---\n\nOne.\n", encoding="utf-8")


def briefings(content: Path, size: int) -> None:
    write_one(content, ["One."])
    for number in range(size):
        write_one(content / word(number), ["One."])
        for file in (content / word(number) / "long").iterdir():
            file.rename(content / word(number) / file.name)
        (content / word(number) / "long").rmdir()
        (content / word(number) / "site.yaml").unlink()


KINDS: Mapping[str, Kind] = {
    each.__name__.replace("_", " "): each
    for each in list(globals().values())
    if callable(each) and getattr(each, "__code__", None) and each.__code__.co_varnames[:2] == ("content", "size")
}
