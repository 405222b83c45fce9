"""The actors of a fact sheet, joined with what `content/actors.yaml` says of them.

`join_actors(file, [{"id": "haftar"}], shared)` fills in the name, the kind and the rest; what an entry repeats must be
the same. An alias that the sheet itself gives to another actor is that actor's there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from newsbrief.content.fact_sheet import ACTORS
from newsbrief.content.shared_actors import SHARED_PATH, SharedActorEntry, SharedActors
from newsbrief.content.similar_words import Vocabulary
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.problems import Problem

_SAME = {
    "name": "leave `name` out; another name by which the article calls this actor goes under `aliases`",
    "kind": "leave `kind` out, or correct the one there",
    "abbr": "leave `abbr` out; another one that the article uses goes under `aliases`",
}
"""The keys that say the same of an actor in every briefing, and what to do where a sheet says otherwise."""


def join_actors(
    file: YamlFile, listed: Sequence[Any], shared: SharedActors, *, is_foreign: bool = False
) -> tuple[list[Any], list[Problem]]:
    """Return the plain entries of actors with what is shared of them, and where the two contradict each other.

    The sheet of an article in another language than the site's (`is_foreign`) may have other names.
    """
    joined = join_values(listed, shared)
    problems: list[Problem] = []
    keys = ("kind",) if is_foreign else tuple(_SAME)
    for number, plain in enumerate(listed):
        if entry := find_entry(plain, shared):
            problems += _find_contradictions(file, (ACTORS, number), plain, entry, shared.place(entry.id), keys)
    return joined, problems


def join_values(listed: Sequence[Any], shared: SharedActors) -> list[Any]:
    """Return the plain entries of actors, each with what is shared of it and not written in it."""
    owners = dict(_list_own_names(listed, shared))
    return [_join(plain, entry, owners) if (entry := find_entry(plain, shared)) else plain for plain in listed]


def find_entry(plain: Any, shared: SharedActors) -> SharedActorEntry | None:
    """Return what is shared of the actor of a plain entry; None where nothing is."""
    id = plain.get("id") if isinstance(plain, dict) else None
    return shared.entries.get(id) if isinstance(id, str) else None


def _list_own_names(listed: Iterable[Any], shared: SharedActors) -> Iterator[tuple[str, str]]:
    """Yield the names that a sheet itself gives to its actors, and those that `actors.yaml` gives to one alone."""
    for plain in listed:
        if not isinstance(plain, dict):
            continue
        id, entry, aliases = str(plain.get("id")), find_entry(plain, shared), plain.get("aliases")
        names = [plain.get("name"), plain.get("abbr"), *(aliases if isinstance(aliases, list) else ())]
        names += [entry.name, entry.abbr] if entry else []
        yield from ((name, id) for name in names if isinstance(name, str))


def _join(plain: Mapping[str, Any], entry: SharedActorEntry, owners: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of one entry of a sheet with those that are shared."""
    joined = {key: value for key in ("name", "kind", "abbr", "side") if (value := getattr(entry, key)) is not None}
    joined |= plain
    own = plain.get("aliases", [])
    aliases = [alias for alias in entry.aliases if owners.get(alias, entry.id) == entry.id]
    if isinstance(own, list) and aliases:
        joined["aliases"] = [*own, *(alias for alias in aliases if alias not in own)]
    about = plain.get("about", [])
    if plain.get("background") is True and isinstance(about, list) and not _have_source(about):
        joined["about"] = [*about, *msgspec.to_builtins(entry.about)]
    return joined


def _have_source(about: Iterable[Any]) -> bool:
    return any(isinstance(claim, dict) and claim.get("source") for claim in about)


def _find_contradictions(
    file: YamlFile, path: Path, plain: Mapping[str, Any], entry: SharedActorEntry, place: str, keys: Iterable[str]
) -> Iterator[Problem]:
    """Yield a problem for each of the keys under which a sheet says something else than `actors.yaml` at `place`."""
    for key in keys:
        given, known = plain.get(key), getattr(entry, key)
        if isinstance(given, str) and known is not None and given.split() != known.split():
            message = f"the {key} of {entry.id!r} is {known!r} in {place}, and {given!r} here"
            yield file.problem((*path, key), message, _SAME[key])


def point_to_shared(problems: Sequence[Problem], plain: Any, shared: SharedActors) -> list[Problem]:
    """Return the problems of an entry; where its name or kind is missing, the hint says that it may be shared.

    There is none for that where the entry of `actors.yaml` has a problem itself.
    """
    id = plain.get("id") if isinstance(plain, dict) else None
    missing = tuple(f"the key {key!r} is missing" for key in ("name", "kind"))
    found: list[Problem] = []
    for problem in problems:
        if not problem.message.startswith(missing) or not isinstance(id, str):
            found.append(problem)
        elif not shared.may_be_meant(id):
            near = Vocabulary(tuple(shared.entries)).nearest(id, cutoff=0.6)
            meant = f" ({SHARED_PATH} has {near!r}: did you mean that?)" if near else ""
            hint = f"{problem.hint}, or write the actor once in {SHARED_PATH}{meant}"
            found.append(problem._replace(hint=hint))
    return found
