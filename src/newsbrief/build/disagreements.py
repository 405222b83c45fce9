"""Fact sheets that disagree about an actor: one id under two names or kinds, or one name under two ids.

    sources.refuse_problems(results, find_disagreements(sources, summaries))

An actor may have another name in another language. Disagreements are found in what other pages show of briefings, so
no sheet is read but to say where in it the actor stands.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from newsbrief.build.site_sources import SiteSources
from newsbrief.content.fact_sheet import ACTORS
from newsbrief.content.files import read_file
from newsbrief.content.shared_actors import SHARED_PATH, SharedActors
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.evidence.typography import fold_words
from newsbrief.model.languages import primary_language
from newsbrief.model.problems import Problem
from newsbrief.model.site import Summary

_MOST = 200
"""The most disagreements that are reported together: for each, two fact sheets are read."""


class _Use(Struct, frozen=True):
    """What the sheets in some folders, all in one language, say alike of an actor; if it is only shared, in none."""

    id: str
    name: str
    kind: str
    language: str
    folders: list[str]


def find_disagreements(sources: SiteSources, summaries: Iterable[Summary] | None) -> list[Problem]:
    """Return the disagreements between the briefings of a site; none where they show the same as before (None)."""
    if summaries is None:
        return []
    folders = {slug: name for name, slug in sources.slugs.items()}
    by_folder = {folders[summary.slug]: summary for summary in summaries}
    return list_disagreements(sources.request.site, by_folder, sources.setup.actors)


def list_disagreements(site: Path, summaries: Mapping[str, Summary], shared: SharedActors) -> list[Problem]:
    """Return the disagreements between briefings, given by folder, and with the actors that are shared."""
    uses = _list_uses(summaries, shared)
    found = [*_find_two_names(uses, shared), *_find_two_ids(uses, shared)]
    return [_explain(site, one, other, shared) for one, other in found[:_MOST]]


def _list_uses(summaries: Mapping[str, Summary], shared: SharedActors) -> list[_Use]:
    """Return all that is said of actors, each once, with the folders of the sheets that say it, in their order."""
    uses: dict[tuple[str, str, str, str], list[str]] = {}
    for entry in shared.entries.values():
        uses[entry.id, fold_words(entry.name), entry.kind, ""] = []
    names: dict[str, str] = {}
    for folder in sorted(summaries):
        language = primary_language(summaries[folder].language)
        for party in summaries[folder].parties:
            name = names.get(party.name) or names.setdefault(party.name, fold_words(party.name))
            uses.setdefault((party.id, name, party.shown_kind, language), []).append(folder)
    return [_Use(*key, folders) for key, folders in uses.items()]


def _group(uses: Iterable[_Use], key_of: Callable[[_Use], str]) -> Iterator[Sequence[_Use]]:
    groups: dict[str, list[_Use]] = {}
    for use in uses:
        groups.setdefault(key_of(use), []).append(use)
    return (group for group in groups.values() if len(group) > 1)


def _find_two_names(uses: Iterable[_Use], shared: SharedActors) -> Iterator[tuple[_Use, _Use]]:
    """Yield what is said of an id most often, with each other thing that is said of it, in one language as to names.

    A sheet is compared with `actors.yaml` when it is read.
    """
    for group in _group((use for use in uses if use.id not in shared.entries), lambda use: use.id):
        most = max(group, key=lambda use: len(use.folders))
        in_language: dict[str, _Use] = {}
        for use in sorted(group, key=lambda use: -len(use.folders)):
            in_language.setdefault(use.language, use)
        for other in group:
            one = in_language[other.language]
            if other.kind != most.kind:
                yield most, other
            elif other.name != one.name:
                yield one, other


def _find_two_ids(uses: Iterable[_Use], shared: SharedActors) -> Iterator[tuple[_Use, _Use]]:
    """Yield the most frequent use of a name, with its first use under each other id; `actors.yaml` may have several."""
    for group in _group(uses, lambda use: use.name.casefold()):
        most = max(group, key=lambda use: (use.id in shared.entries, len(use.folders)))
        settled = {most.id, *(shared.entries if most.id in shared.entries else ())}
        for other in group:
            if other.id not in settled:
                settled.add(other.id)
                yield most, other


def _explain(site: Path, one: _Use, other: _Use, shared: SharedActors) -> Problem:
    """Return the problem at the first sheet that says the `other` thing, with the place of the `one`."""
    # Fact sheets seldom disagree.
    from newsbrief.content.yaml_text import write_flow

    elsewhere = shared.place(one.id) if one.id in shared.entries else _find_place(site, one.folders[0], one.id)
    more = len(one.folders) - 1
    if more > 0 and one.id not in shared.entries:
        elsewhere += f" and {more:,} other fact sheet{'s' if more > 1 else ''}"
    once = write_flow({"id": one.id, "name": one.name, "kind": one.kind})
    share = f"\nor write it once in {SHARED_PATH}, and leave `name` and `kind` out of the sheets:\nactors:\n- {once}"
    if one.id != other.id:
        key, message = "id", f"“{other.name}” has the id {other.id!r} here, and {one.id!r} in {elsewhere}"
        hint = f"write `{one.id}` here, and wherever this sheet refers to it\n"
        hint += f"where they are two, write both in {SHARED_PATH}, each with `about`, so that readers know who is who"
    elif one.kind == other.kind:
        key, message = "name", f"{other.id!r} is “{other.name}” here, and “{one.name}” in {elsewhere}"
        hint = "write the same name, and another one that the article uses under `aliases`\n"
        hint += f"where they are two, give one of them another id{share}"
    else:
        key, message = "kind", f"{other.id!r} is of the kind {other.kind!r} here, and {one.kind!r} in {elsewhere}"
        hint = f"write the same kind\nwhere they are two, give one of them another id{share}"
    return _locate(site, other.folders[0], other.id, key, message, hint)


def _find_place(site: Path, folder: str, id: str) -> str:
    problem = _locate(site, folder, id, "id", "", "")
    return f"{problem.path}:{problem.line}" if problem.line else problem.path


def _locate(site: Path, folder: str, id: str, key: str, message: str, hint: str) -> Problem:
    """Return the problem at a key of an actor in the fact sheet of a folder."""
    file, _ = read_file(site, site / "content" / folder / "facts.yaml")
    if file is None:
        return Problem(f"content/{folder}/facts.yaml", 0, 0, message, hint)
    yaml = parse_yaml(file)
    listed = yaml.values.get(ACTORS) or []
    number = next((at for at, each in enumerate(listed) if isinstance(each, dict) and each.get("id") == id), 0)
    return yaml.problem((ACTORS, number, key), message, hint)
