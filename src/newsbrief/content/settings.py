"""The settings of the site: `content/site.yaml`, and the options of the command line that override it.

`read_config(Path("."), "https://example.org").base_url` is `https://example.org`.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta, Struct

from newsbrief.content.accent import describe_accent, read_accent, read_grounds
from newsbrief.content.allowed_sources import describe_allowed, read_allowed
from newsbrief.content.fields import Id, Text
from newsbrief.content.files import read_file
from newsbrief.content.footer import describe_footer, read_footers
from newsbrief.content.front_matter import is_known_language
from newsbrief.content.own_kinds import describe_kinds, read_own_kinds
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.content.validation import convert_entry
from newsbrief.content.yaml_positions import YamlFile
from newsbrief.model.own_kinds import UNKNOWN_KINDS, OwnKinds
from newsbrief.model.problems import ConfigError, Problem
from newsbrief.model.site import Accent, SiteConfig

CONFIG_FILE = "content/site.yaml"


TitleEntry = str | dict[str, str]
"""A title, or one for each language. With a pattern in such a union, msgspec ends the process now and then."""


class ConfigEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of `site.yaml`; those of any type are read by modules of their own."""

    title: Text
    tagline: str | None = None
    base_url: Annotated[str, Meta(description="The address at which the site is published.")] | None = None
    domain: (
        Annotated[str, Meta(description="A domain of the site's own, at the root of which it is published.")] | None
    ) = None
    logo: Annotated[str, Meta(description="A picture in static/ that stands beside the site's name.")] | None = None
    language: Text = "en"
    stories: Annotated[dict[Id, TitleEntry], Meta(description="The titles of stories, by the names of `story`.")] = {}
    topics: Annotated[dict[Id, TitleEntry], Meta(description="The titles of topics, by the names in `topics`.")] = {}
    kinds: Any = None
    relations: Any = None
    accent: Any = None
    footer: Any = None
    csp: Any = None


def read_config(site: Path, base_url: str | None = None) -> SiteConfig:
    """Return the configuration of the site in the folder `site`; `base_url` overrides the file's.

    ConfigError: with every problem of the file.
    """
    path = site / CONFIG_FILE
    if not path.exists() and not path.is_symlink():
        start = "create it with a line `title: …`" if path.parent.is_dir() else "start a new site with newsbrief init"
        hint = f"{start}, or name the site's folder with --site (now {site})"
        raise ConfigError.because("there is no such file", hint, CONFIG_FILE)
    file, problems = read_file(site, path)
    if file is None or problems:
        raise ConfigError(problems)
    yaml = parse_yaml(file)
    if yaml.problems:
        raise ConfigError(yaml.problems)
    entry, problems = convert_entry(yaml, (), yaml.values, ConfigEntry)
    language = entry.language if entry and is_known_language(entry.language) else "en"
    more, faults = _read_more(yaml, site, language)
    if entry is None or problems or faults:
        raise ConfigError([*problems, *faults])
    if faults := [*_find_faults(yaml, entry), *_find_faults_of_logo(yaml, entry.logo, site / "static")]:
        raise ConfigError(faults)
    if base_url and not is_base_url(base_url):
        raise ConfigError.because(f"{base_url!r} is not a web address", _BASE_URL_HINT, "--base-url")
    domain = (entry.domain or "").lower()
    address = entry.base_url or (f"https://{domain}" if domain else "") if base_url is None else base_url
    return SiteConfig(
        entry.title,
        entry.tagline or "",
        address.rstrip("/"),
        entry.language,
        domain,
        entry.logo or "",
        entry.stories,
        entry.topics,
        *more,
    )


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `site.yaml`."""
    schema = msgspec.json.schema(ConfigEntry)
    more = describe_kinds()
    definitions = {**schema["$defs"], **more.pop("$defs")}
    keys = definitions["ConfigEntry"]["properties"]
    keys |= {**more, "accent": describe_accent(), "footer": describe_footer(), "csp": describe_allowed()}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Newsbrief site"}
    return head | schema | {"$defs": definitions}


def _read_more(yaml: YamlFile, site: Path, language: str) -> tuple[tuple[Any, ...], list[Problem]]:
    """Return the values of the keys of which each has a module that reads it, and what is wrong with them."""
    given = yaml.values
    own, faults = read_own_kinds(yaml, language)
    accent: Accent | None = None
    if given.get("accent") is not None:
        accent, more = read_accent(yaml, given["accent"], read_grounds(site / "static"))
        faults += more
    footers, more = read_footers(yaml, given.get("footer"), language)
    allowed, still_more = read_allowed(yaml, given.get("csp"))
    return (own, accent, footers, allowed), [*faults, *more, *still_more]


def find_own_kinds(site: Path) -> OwnKinds:
    """Return the kinds that the site defines, whatever else is wrong with its settings."""
    path = site / CONFIG_FILE
    file, _ = read_file(site, path) if path.exists() else (None, [])
    yaml = parse_yaml(file) if file else None
    if yaml is None or yaml.problems:
        return UNKNOWN_KINDS
    language = yaml.values.get("language")
    own, problems = read_own_kinds(yaml, language if isinstance(language, str) else "en")
    return UNKNOWN_KINDS if problems else own


_BASE_URL_HINT = "write it as https://name.example/folder, without ? or #"
_PICTURES = (".svg", ".png", ".webp", ".avif", ".jpg", ".jpeg", ".gif")
_DOMAIN = r"(?i)(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"


def _find_faults(yaml: YamlFile, entry: ConfigEntry) -> Iterator[Problem]:
    if not is_known_language(entry.language):
        hint = "write a language tag such as en, ar or pt-BR"
        yield yaml.problem(("language",), f"unknown language {entry.language!r}", hint)
    for key, titles in (("stories", entry.stories), ("topics", entry.topics)):
        for name, title in titles.items():
            for tag in () if isinstance(title, str) else title:
                if not is_known_language(tag):
                    yield yaml.problem(
                        (key, name, tag), f"unknown language {tag!r}", "write `en: …`, `ar: …`", at_key=True
                    )
    if entry.base_url and not is_base_url(entry.base_url):
        yield yaml.problem(("base_url",), f"{entry.base_url!r} is not a web address", _BASE_URL_HINT)
    elif entry.domain and not re.fullmatch(_DOMAIN, entry.domain):
        hint = "write only the name, such as briefings.example.org; write other letters in the form xn--…"
        yield yaml.problem(("domain",), f"{entry.domain!r} is not a domain name", hint)
    elif entry.domain and entry.base_url and not _is_root_of(entry.base_url, entry.domain):
        hint = f"leave base_url out, or write https://{entry.domain}"
        yield yaml.problem(("domain",), f"a site at the root of {entry.domain} is not at {entry.base_url}", hint)


def _find_faults_of_logo(yaml: YamlFile, logo: str | None, folder: Path) -> Iterator[Problem]:
    if logo is None:
        return
    if not logo.lower().endswith(_PICTURES):
        yield yaml.problem(("logo",), f"{logo!r} is no picture", f"name one that ends in {', '.join(_PICTURES)}")
    elif not _is_published(logo, folder):
        hint = "put the picture into static/, and write its name there, with the same capitals"
        yield yaml.problem(("logo",), f"there is no file static/{logo}", hint)


def _is_published(name: str, folder: Path) -> bool:
    """Say whether a file of this very name is one of a site's static files; some systems do not tell capitals."""
    parts = PurePosixPath(name).parts
    if any(part.startswith((".", "/")) for part in parts) or parts[:1] == ("root",):
        return False
    path = folder / name
    return path.is_file() and path.name in {each.name for each in path.parent.iterdir()}


def _is_root_of(address: str, domain: str) -> bool:
    parts = urlsplit(address)
    return parts.hostname == domain.lower() and not parts.path.strip("/")


def is_base_url(address: str) -> bool:
    """Say whether a site can be published at `address`."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - reading it raises ValueError for an invalid port
    except ValueError:
        return False
    plain = not any(char.isspace() or char in "<>\"'\\" for char in address)
    return (
        parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query and not parts.fragment and plain
    )
