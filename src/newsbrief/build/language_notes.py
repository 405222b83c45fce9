"""Notes on languages for which the interface has no words, each at the line where the language is written.

For example:

    note_site_languages(Path("."))   # those of content/site.yaml and of the plain pages
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsbrief.content.files import list_content, read_file, read_page
from newsbrief.content.front_matter import PageEntry, is_known_language, split_front_matter
from newsbrief.content.settings import CONFIG_FILE
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.content.yaml_positions import YamlFile
from newsbrief.model.problems import Problem
from newsbrief.pages.language.other_words import NO_WORDS, explain_words


def note_language(yaml: YamlFile, key: str = "lang") -> tuple[Problem, ...]:
    """Return the note on the language that a key gives, if there is anything to say of it."""
    given = yaml.values.get(key) if isinstance(yaml.values, dict) else None
    words = explain_words(given) if isinstance(given, str) and is_known_language(given) else None
    return (yaml.problem((key,), words.message, words.hint),) if words else ()


def note_language_of(file: SourceFile) -> tuple[Problem, ...]:
    """Return the note on the language in the front matter of a file."""
    split = split_front_matter(file, PageEntry)
    return note_language(split.yaml) if split else ()


def note_site_languages(site: Path) -> Iterator[Problem]:
    """Yield the notes on the languages of a site and of its plain pages; those of briefings come with these."""
    file, _ = read_file(site, site / CONFIG_FILE)
    if file:
        yield from note_language(parse_yaml(file), "language")
    for name in list_content(site).pages:
        page, _ = read_page(site, name)
        if page:
            yield from note_language_of(page)


def choose_language_notes(notes: Iterable[Problem]) -> Iterator[Problem]:
    """Yield those of several notes that are on languages."""
    return (note for note in notes if note.message.startswith(NO_WORDS))
