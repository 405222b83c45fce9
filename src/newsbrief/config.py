"""The site as a whole: `content/site.yaml` and what the command line sets over it."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from msgspec import Meta, Struct

from newsbrief.convert import convert_entry
from newsbrief.errors import ConfigError, Problem
from newsbrief.facts import Text
from newsbrief.frontmatter import is_known_language
from newsbrief.model import SiteConfig
from newsbrief.source import read_file
from newsbrief.yamlfile import parse_yaml

CONFIG_FILE = "content/site.yaml"


class ConfigEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """What `site.yaml` may hold."""

    title: Text
    tagline: str | None = None
    base_url: Annotated[str, Meta(description="The address at which the site is published.")] | None = None
    language: Text = "en"


def read_config(site: Path, base_url: str | None = None) -> SiteConfig:
    """Return the configuration of the site in the folder `site`; `base_url` overrides the file's.

    Raises ConfigError with every problem of the file.
    """
    path = site / CONFIG_FILE
    if not path.exists() and not path.is_symlink():
        hint = f"create it with a line `title: …`, or name the site's folder with --site (now {site})"
        raise ConfigError.because("there is no such file", hint, CONFIG_FILE)
    file, problems = read_file(site, path)
    if file is None or problems:
        raise ConfigError(problems)
    yaml = parse_yaml(file)
    if yaml.problems:
        raise ConfigError(yaml.problems)
    entry, problems = convert_entry(yaml, (), yaml.values, ConfigEntry)
    if entry is None:
        raise ConfigError(problems)
    faults: list[Problem] = []
    if not is_known_language(entry.language):
        hint = "write a language tag such as en, ar or pt-BR"
        faults.append(yaml.problem(("language",), f"unknown language {entry.language!r}", hint))
    if entry.base_url and not is_base_url(entry.base_url):
        faults.append(yaml.problem(("base_url",), f"{entry.base_url!r} is not a web address", _BASE_URL_HINT))
    if faults:
        raise ConfigError(faults)
    if base_url and not is_base_url(base_url):
        raise ConfigError.because(f"{base_url!r} is not a web address", _BASE_URL_HINT, "--base-url")
    address = entry.base_url or "" if base_url is None else base_url
    return SiteConfig(entry.title, entry.tagline or "", address.rstrip("/"), entry.language)


_BASE_URL_HINT = "write it as https://name.example/folder, without ? or #"


def is_base_url(address: str) -> bool:
    """Say whether a site can be published at `address`."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - reading it raises ValueError for a port that is none
    except ValueError:
        return False
    plain = not any(char.isspace() or char in "<>\"'\\" for char in address)
    return (
        parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query and not parts.fragment and plain
    )
