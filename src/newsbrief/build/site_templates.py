"""What is wrong with the templates of a site before any page is made, and what is to be said of them.

judge_templates(Path("."), config)  # the problems, each at its template and line
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief.model.paths import find_own_templates
from newsbrief.model.problems import Problem

if TYPE_CHECKING:
    from newsbrief.model.site import SiteConfig


def judge_templates(site: Path, config: "SiteConfig | None") -> tuple[Problem, ...]:
    """Return the problems of a site's own templates: circles, and what the pages' policy blocks in those that are used.

    Where the settings cannot be read, nobody knows the policy.
    """
    own = find_own_templates(site)
    if own is None:
        return ()
    # Most sites have no templates of their own, and importing these takes longer than to check a few briefings.
    from newsbrief.model.content_policy import write_policy
    from newsbrief.theme.blocked_markup import find_blocked
    from newsbrief.theme.own_templates import read_own_templates

    templates = read_own_templates(own)
    unused = {note.path for note in templates.unused}
    blocked = find_blocked(own, write_policy(config.allowed)) if config else ()
    return (*templates.loops, *(problem for problem in blocked if problem.path not in unused))


def list_unused_templates(site: Path) -> Iterable[Problem]:
    """Return notes on files in a site's `templates/` that no page uses."""
    own = find_own_templates(site)
    if own is None:
        return ()
    from newsbrief.theme.own_templates import read_own_templates

    return read_own_templates(own).unused
