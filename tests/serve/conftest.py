"""Previews of real sites, in processes of their own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from support.preview import Preview, previewing


@pytest.fixture
def preview() -> Iterator[Callable[..., Preview]]:
    """Start a preview of a site, on any free port unless one is named; all are ended after the test."""
    with ExitStack() as started:

        def start(site: Path, *arguments: str, **variables: str) -> Preview:
            port = () if {"-p", "--port"} & {*arguments} else ("--port", "0")
            return started.enter_context(previewing("--site", site, *port, *arguments, **variables))

        yield start
