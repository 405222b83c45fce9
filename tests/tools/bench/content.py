"""Invented briefings, each different from every other.

A briefing is made from its number alone: an article of about 600 words, mostly with signs of Markdown, and a full fact
sheet whose every selector occurs once in it. After the first ones, every twenty of them tell a story, and each has a
topic; all share the states.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from tools.bench import sentences, vocabulary
from tools.bench.draws import Lot, Words, draw_dates, draw_names
from tools.bench.markup import OMITTED, join_body, list_words, write_body
from tools.bench.yamltext import as_yaml

SITE = {
    "title": "Invented Briefings",
    "tagline": "Every place, person and body in here is invented.",
    "base_url": "https://briefings.example.org",
    "language": "en-GB",
}
_STORY = 20
"""The number of briefings in a story; the first so many are in none, and have no topic."""

_TOPICS = ("bridges", "harbours", "mills", "railways", "rivers", "roads", "schools")
_FIRST_DAY, _DAYS = date(2008, 1, 1), 4000
_MARKS = re.compile(r"[\[\]<>]")
_QUOTED = re.compile("“([^”]*)”")
_STRAIGHT = str.maketrans("“”’", '""\'')

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented briefing: its folder's name, what stands ahead of the article, the article, and the fact sheet.

    `shown` is what a reader sees of the article: its paragraphs, entries of lists, and cells of tables. `mood` is the
    word of the article that an edit changes.
    """

    name: str
    front: Entry
    article: str = field(repr=False)
    shown: tuple[str, ...] = field(repr=False)
    facts: Mapping[str, Sequence[Entry]] = field(repr=False)
    mood: str

    @property
    def article_file(self) -> str:
        """The text of `article.md`."""
        return f"---\n{as_yaml(self.front)}---\n\n{self.article}"

    @property
    def facts_file(self) -> str:
        """The text of `facts.yaml`."""
        return as_yaml(self.facts)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the article, with its words that facts cite, that name a speaker, and that are quoted."""

    text: str
    cite: str
    cue: str
    quoted: tuple[str, ...]


def invent(number: int, edited: bool = False) -> Invented:
    """Return the briefing of a number, counted from 1; `edited` gives its article with one word changed."""
    as_of, dates, worded, words = _draw(number, edited)
    told = {slot: _tell(words.draw(sentences.SENTENCES[slot])) for paragraph in sentences.PLAN for slot in paragraph}
    before = _name(number - 1, _draw(number - 1, edited=False)[3]) if number > 1 else ""
    body = write_body(number, sentences.PLAN, {slot: each.text for slot, each in told.items()}, words, before)
    name = _name(number, words)
    front: dict[str, Any] = {
        "title": words.draw(sentences.TITLES),
        "standfirst": words.draw(sentences.STANDFIRSTS),
        "as_of": as_of.isoformat(),
        "source": {"publisher": f"The {words['town']} Lantern", "url": f"https://lantern.example.org/{name}"},
    }
    if number > _STORY:
        front |= {"story": f"story-{(number - 1) // _STORY}", "topics": [_TOPICS[number % len(_TOPICS)]]}
    facts = {
        "key_points": [_claim(words, told, slot, text) for slot, text in sentences.KEY_POINTS.items()],
        "actors": list(_actors(words, told)),
        "dates": [_dated(words, told[slot], slot, day, worded.values()) for slot, day in dates.items()],
        "quotes": list(_quotes(words, told, OMITTED[number % len(OMITTED)])),
        "relations": list(_relations(words, told)),
    }
    # Half of the articles have straight marks.
    marks = _STRAIGHT if number % 2 else {}
    shown = tuple(text.translate(marks) for text in list_words(body))
    return Invented(name, front, join_body(body).translate(marks), shown, facts, words["mood"])


def write_content(content: Path, briefings: Iterable[Invented]) -> None:
    """Write the `content` folder of a Newsbrief site."""
    content.mkdir(parents=True)
    (content / "site.yaml").write_text(as_yaml(SITE), encoding="utf-8")
    states = [(land, f"Republic of {land}") for land in map("".join, product(*vocabulary.LANDS))]
    shared = [{"id": as_id(name), "name": name, "kind": "state", "aliases": [land]} for land, name in states]
    (content / "actors.yaml").write_text(as_yaml({"actors": shared}), encoding="utf-8")
    for briefing in briefings:
        folder = content / briefing.name
        folder.mkdir()
        (folder / "article.md").write_text(briefing.article_file, encoding="utf-8")
        (folder / "facts.yaml").write_text(briefing.facts_file, encoding="utf-8")


def _draw(number: int, edited: bool) -> tuple[date, dict[str, str], dict[str, str], Words]:
    """Return the as-of day of a briefing, its dates, the article's words for them, and all that is filled in."""
    lot = Lot(number)
    as_of = _FIRST_DAY + timedelta(days=lot.number(0, _DAYS))
    dates, worded = draw_dates(lot, as_of)
    mood = lot.one(vocabulary.MOODS)[edited]
    return as_of, dates, worded, Words(lot, {**draw_names(lot), **worded, "mood": mood})


def _name(number: int, words: Words) -> str:
    return f"{number:05}-{words['town']}-{words['works']}".lower().replace(" ", "-")


def _tell(marked: str) -> Told:
    """Read the marks of a sentence that is filled in, and take them out."""

    def between(opening: str, closing: str) -> str:
        return _MARKS.sub("", marked.partition(opening)[2].partition(closing)[0])

    text = _MARKS.sub("", marked)
    return Told(text, between("[", "]"), between("<", ">"), tuple(_QUOTED.findall(text)))


def _claim(words: Words, told: Mapping[str, Told], slot: str, text: str) -> Entry:
    return {"text": words.fill(text), "cite": told[slot].cite}


def _actors(words: Words, told: Mapping[str, Told]) -> Iterator[Entry]:
    """Yield four bodies, then four persons who belong to them."""
    land = f"Republic of {words['land']}"
    bodies = (
        ("founding", words["council_name"], "government", "The town", [words["council"]]),
        ("warning", words["board"], "international-body", "The river", [words["abbr"]]),
        ("strike", words["union_name"], "group", "The union", [words["union"]]),
        ("promise", land, "state", "The state", [words["land"]]),
    )
    persons = (
        ("mayor", words["mayor"], "Mayor", bodies[0]),
        ("engineer", words["engineer"], "Chief Engineer", bodies[1]),
        ("leader", words["leader"], "", bodies[2]),
        ("minister", words["minister"], "Minister", bodies[3]),
    )
    for slot, name, kind, side, aliases in bodies:
        about = [_claim(words, told, slot, sentences.ABOUT[slot])]
        yield {"id": as_id(name), "name": name, "kind": kind, "side": side, "aliases": aliases, "about": about}
    for slot, name, title, (_, body, _, side, _) in persons:
        surname = name.split()[-1]
        aliases = [f"{title} {name}", f"{title} {surname}", surname] if title else [surname]
        about = [_claim(words, told, slot, sentences.ABOUT[slot])]
        member = {"side": side, "member_of": as_id(body), "aliases": aliases}
        yield {"id": as_id(name), "name": name, "kind": "person", **member, "about": about}


def as_id(name: str) -> str:
    """Return the id of an actor of this name; one who appears in several briefings has the same in each."""
    return name.lower().replace(" ", "-")


def _dated(words: Words, sentence: Told, slot: str, day: str, worded: Iterable[str]) -> Entry:
    when = next(text for text in worded if text in sentence.cite)
    return {"date": day, "when": when, "event": words.fill(sentences.EVENTS[slot]), "cite": sentence.cite}


def _quotes(words: Words, told: Mapping[str, Told], omitted: Sequence[str]) -> Iterator[Entry]:
    """Yield the quotations, one of them in two parts, and perhaps one that nobody is said to have spoken."""
    speakers = {"letter": "mayor", "report": "engineer", "demand": "leader"}
    for slot, context in sentences.CONTEXTS.items():
        if slot in omitted:
            continue
        sentence = told[slot]
        parts = sentence.quoted
        said = {"text": list(parts) if len(parts) > 1 else parts[0], "context": words.fill(context)}
        if sentence.cue:
            yield {"speaker": as_id(words[speakers.get(slot, slot)]), "cue": sentence.cue, **said}
        else:
            yield {"speaker": "unattributed", **said}


def _relations(words: Words, told: Mapping[str, Told]) -> Iterator[Entry]:
    council, union = as_id(words["council_name"]), as_id(words["union_name"])
    land = as_id(f"Republic of {words['land']}")
    for subject, object, kind, slot in (
        (as_id(words["mayor"]), council, "leads", "mayor"),
        (as_id(words["leader"]), union, "leads", "leader"),
        (land, council, "backs", "promise"),
        (union, council, "talks-to", "talks"),
    ):
        hedge = {"hedge": "planned"} if slot == "talks" else {}
        yield {"from": subject, "to": object, "kind": kind, **hedge, "cite": told[slot].cite}
