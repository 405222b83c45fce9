"""The page that an unpublished briefing leaves: it says why, and so does the one from which its parts were embedded.

[page.path for page in plan_gone_pages(briefing)]
"""

from collections.abc import Iterator

from newsbrief.model.briefing import Briefing
from newsbrief.model.paths import briefing_path, embed_path
from newsbrief.pages.page import Page


def plan_gone_pages(briefing: Briefing) -> Iterator[Page]:
    """Yield the pages of a briefing that is gone."""
    front = briefing.front
    for is_embed, path in enumerate((briefing_path(briefing.slug), embed_path(briefing.slug))):
        context = {"title": front.title, "reason": front.gone, "is_embed": bool(is_embed)}
        yield Page(path, "gone.html", front.language, context)
