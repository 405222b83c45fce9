"""The request for a build or a check: of which site, and how.

>>> BuildRequest(Path("."), base_url="https://desk.example.org").settings
('https://desk.example.org', False)
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from newsbrief.build.workers import count_cores


class BuildRequest(NamedTuple):
    """A site's folder, and how it is to be built; `base_url` replaces the one in the settings.

    `workers` is how many processes may work at a time. After each briefing, `on_step` is called with how many are done
    and how many there are; `on_wait` is called where another build of the site is running and must end first.
    """

    site: Path
    base_url: str | None = None
    drafts: bool = False
    workers: int = count_cores()
    on_step: Callable[[int, int], None] = lambda done, total: None
    on_wait: Callable[[], None] = lambda: None

    @property
    def settings(self) -> tuple[str | None, bool]:
        """The settings that do not come from the site's folder."""
        return self.base_url, self.drafts
