"""Judges how briefings name each other in their front matter: stories, topics, updates, translations, former names.

`judge_connections(summaries, Names(slugs))` returns what is wrong, each at the key that is to be changed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.content.similar_words import Vocabulary
from newsbrief.model.paths import RESERVED_SLUGS, STORIES, TOPICS
from newsbrief.model.site import Summary

KeyPath = tuple[str | int, ...]

_ALIKE = 0.7


class ConnectionFault(NamedTuple):
    """A fault at a key of the front matter of the briefing at the address `slug`."""

    slug: str
    path: KeyPath
    message: str
    hint: str


class Names(NamedTuple):
    """The names that addresses come from: the folder or page in `content/` of each address, and files at the root."""

    by_slug: Mapping[str, str]
    at_root: Collection[str] = ()

    def is_page(self, slug: str) -> bool:
        return self.by_slug.get(slug, "").endswith(".md")

    def show(self, slug: str) -> str:
        """Return the folder or file of an address as a message shows it."""
        return f"content/{self.by_slug[slug]}"

    def show_article(self, slug: str) -> str:
        return f"{self.show(slug)}/article.md"


def judge_connections(summaries: Iterable[Summary], names: Names) -> list[ConnectionFault]:
    """Return the faults of all briefings; what names a draft that is not built is judged by its name alone."""
    known = {each.slug: each for each in sorted(summaries, key=lambda each: each.slug)}
    former = _find_former(known)
    faults: list[ConnectionFault] = []
    for each in known.values():
        faults += _judge_former_names(each, names, former)
        faults += _judge_updates(each, names, known, former)
        faults += _judge_translation(each, names, known, former)
    return [*faults, *_find_circles(known), *_judge_translations(known, names), *_judge_addresses(known, names)]


def _find_former(known: Mapping[str, Summary]) -> Mapping[str, str]:
    """Return the address of the first briefing that claims each former name."""
    former: dict[str, str] = {}
    for slug, each in known.items():
        for name in each.connections.formerly:
            former.setdefault(name, slug)
    return former


def _judge_former_names(summary: Summary, names: Names, former: Mapping[str, str]) -> Iterator[ConnectionFault]:
    for number, name in enumerate(summary.connections.formerly):
        path = ("formerly", number)
        delete = "delete it from the list"
        if name == summary.slug:
            yield ConnectionFault(summary.slug, path, f"{name!r} is this briefing’s own name still", delete)
        elif name in names.by_slug:
            message = f"the former name {name!r} is that of {names.show(name)}, which has this address now"
            yield ConnectionFault(summary.slug, path, message, f"delete it, or rename {names.show(name)}")
        elif name in RESERVED_SLUGS:
            message = f"the address {name!r} is reserved for the generator, so no briefing had it"
            yield ConnectionFault(summary.slug, path, message, delete)
        elif name in names.at_root:
            message = f"files of static/root/{name} stand at the address of the former name {name!r}"
            yield ConnectionFault(summary.slug, path, message, "delete it, or move those files away")
        elif former[name] != summary.slug:
            message = f"the former name {name!r} is claimed by {names.show_article(former[name])} as well"
            yield ConnectionFault(summary.slug, path, message, "leave it where it belongs, delete the other")


def _judge_name(
    slug: str, path: KeyPath, name: str, names: Names, former: Mapping[str, str]
) -> Iterator[ConnectionFault]:
    """Yield the fault of the name of another briefing that is not the name of one."""
    if name == slug:
        yield ConnectionFault(slug, path, "this is the briefing itself", "name another one, or delete the key")
    elif names.is_page(name):
        message = f"{names.show(name)} is a page, and no briefing"
        yield ConnectionFault(slug, path, message, "name the folder of a briefing")
    elif name in former and name not in names.by_slug:
        message = f"{name!r} is a former name of {names.show(former[name])}"
        yield ConnectionFault(slug, path, message, f"write {former[name]!r}")
    elif name not in names.by_slug:
        briefings = Vocabulary(tuple(each for each in names.by_slug if not names.is_page(each) and each != slug))
        near = briefings.nearest(name, _ALIKE)
        hint = f"did you mean {near!r}?" if near else "write the name of a folder in content/, or delete the key"
        yield ConnectionFault(slug, path, f"there is no briefing {name!r}", hint)


def _judge_updates(
    summary: Summary, names: Names, known: Mapping[str, Summary], former: Mapping[str, str]
) -> Iterator[ConnectionFault]:
    for number, name in enumerate(summary.connections.updates):
        path = ("updates", number)
        yield from _judge_name(summary.slug, path, name, names, former)
        other = known.get(name)
        if other and other.teaser.as_of > summary.teaser.as_of:
            message = (
                f"this briefing, as of {summary.teaser.as_of}, cannot update {names.show_article(name)},"
                f" which is as of {other.teaser.as_of}"
            )
            yield ConnectionFault(summary.slug, path, message, f"write `updates: {summary.slug}` there instead")


def _find_circles(known: Mapping[str, Summary]) -> Iterator[ConnectionFault]:
    """Yield a fault for each circle of briefings of one day that update each other, at the first of them by name."""
    seen: set[str] = set()
    for slug in known:
        way, at = _follow(slug, known)
        if at and seen.isdisjoint(way):
            seen.update(way)
            chain = ", which updates ".join(repr(each) for each in (*way[1:], slug))
            hint = "delete `updates` in the one that was published first"
            yield ConnectionFault(slug, ("updates", at - 1), f"briefings update each other in a circle: {chain}", hint)


def _follow(start: str, known: Mapping[str, Summary]) -> tuple[Sequence[str], int]:
    """Return the way by which a briefing updates itself, and the number of its first step; () and 0 without one."""
    waiting: list[tuple[tuple[str, ...], int]] = [
        ((start, name), number)
        for number, name in enumerate(known[start].connections.updates, 1)
        if name != start and name in known
    ]
    met: set[str] = set()
    while waiting:
        way, first = waiting.pop()
        for name in known[way[-1]].connections.updates:
            if name == start:
                return way, first
            if name in known and name not in met:
                met.add(name)
                waiting.append(((*way, name), first))
    return (), 0


def _judge_translation(
    summary: Summary, names: Names, known: Mapping[str, Summary], former: Mapping[str, str]
) -> Iterator[ConnectionFault]:
    name, path = summary.connections.translation_of, ("translation_of",)
    if not name:
        return
    yield from _judge_name(summary.slug, path, name, names, former)
    original = known.get(name)
    if original is None or name == summary.slug:
        return
    if first := original.connections.translation_of:
        message = f"{names.show_article(name)} is a translation itself, of {first!r}"
        hint = f"write `translation_of: {first}`" if first != summary.slug else "delete the key in the original"
        yield ConnectionFault(summary.slug, path, message, hint)
    elif original.language == summary.language:
        message = f"{names.show_article(name)} is in the same language, {summary.language}"
        yield ConnectionFault(summary.slug, path, message, "write the language of the translation: `lang: ar`")
    yield from _compare_keys(summary, original, names)


def _compare_keys(summary: Summary, original: Summary, names: Names) -> Iterator[ConnectionFault]:
    """Yield a fault for each key that a translation has otherwise than its original, whose keys hold for both."""
    for key in ("story", "topics", "updates"):
        own, others = getattr(summary.connections, key), getattr(original.connections, key)
        if own and own != others:
            message = f"`{key}` is not as in {names.show_article(original.slug)}, which this briefing translates"
            yield ConnectionFault(summary.slug, (key,), message, f"delete `{key}` here: that of the original holds")


def _judge_translations(known: Mapping[str, Summary], names: Names) -> Iterator[ConnectionFault]:
    """Yield a fault for each translation of a briefing into a language into which there is one already."""
    first: dict[tuple[str, str], str] = {}
    for slug, each in known.items():
        if original := each.connections.translation_of:
            earlier = first.setdefault((original, each.language), slug)
            if earlier != slug:
                message = f"{names.show_article(earlier)} translates {original!r} into {each.language} as well"
                hint = "keep one of the two, or correct `lang`"
                yield ConnectionFault(slug, ("translation_of",), message, hint)


def _judge_addresses(known: Mapping[str, Summary], names: Names) -> Iterator[ConnectionFault]:
    """Yield a fault where the address of the pages of stories or topics is that of something else."""
    former = _find_former(known)
    for key, address in (("story", STORIES), ("topics", TOPICS)):
        user = next((slug for slug, each in known.items() if getattr(each.connections, key)), None)
        if user is None:
            continue
        if address in names.by_slug:
            message = f"the pages of {address} need the address {address!r}, which is that of {names.show(address)}"
            yield ConnectionFault(user, (key,), message, f"rename {names.show(address)}, or delete `{key}` everywhere")
        elif address in former:
            message = f"the pages of {address} need the address {address!r}, a former name of {former[address]!r}"
            yield ConnectionFault(user, (key,), message, f"delete the former name, or `{key}` everywhere")
        elif address in names.at_root:
            message = f"the pages of {address} need the address {address!r}, where static/root/{address} stands"
            yield ConnectionFault(user, (key,), message, "give that file or folder another name")
