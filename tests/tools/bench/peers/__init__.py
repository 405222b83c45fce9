"""The other programs that the benchmark builds the same briefings with: one module each, listed in `PEERS`."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tools.bench.peers import eleventy, hugo, mkdocs, pelican
from tools.bench.programs import Program


class Peer(NamedTuple):
    """A program to compare with.

    `install` returns the program, or why it cannot be had; `read_version` says which it is, and `set_up` writes a site
    of some briefings for it.
    """

    name: str
    install: Callable[[], Path | str]
    read_version: Callable[[Path], str]
    set_up: Callable[[Path, int, Path], Program]


PEERS = {
    "hugo": Peer("Hugo", hugo.install, hugo.read_version, hugo.set_up),
    "eleventy": Peer("Eleventy", eleventy.install, eleventy.read_version, eleventy.set_up),
    "pelican": Peer("Pelican", pelican.install, pelican.read_version, pelican.set_up),
    "mkdocs": Peer("MkDocs", mkdocs.install, mkdocs.read_version, mkdocs.set_up),
}
"""The peers by their name on the command line, in the order of the table."""
