"""The page that searches all briefings.

>>> plan_search("en", 60, 0, ["search/words.txt"]).path
'search/index.html'
"""

from collections.abc import Iterable

from newsbrief.model.paths import SEARCH_PAGE
from newsbrief.pages.lists.archive import BRIEFINGS_A_PAGE
from newsbrief.pages.lists.paging import cut_from_oldest
from newsbrief.pages.page import Page

_WORDS = "search/words"


def plan_search(
    language: str, total: int, depth: int, pieces: Iterable[str], lists: tuple[tuple[str, str], ...] = ()
) -> Page:
    """Return the page, given the number of briefings and the `pieces` of their index.

    `depth` is how many letters of a word choose its piece; the script of the page is given the names of those that
    there are. `lists` are the paths of more lists of briefings, each with its kind.
    """
    groups = sorted(path[len(_WORDS) : -len(".txt")] or "-" for path in pieces if path.startswith(_WORDS))
    has_archive = len(cut_from_oldest(range(total), BRIEFINGS_A_PAGE)) > 1
    context = {"total": total, "depth": depth, "groups": groups, "has_archive": has_archive, "lists": lists}
    return Page(SEARCH_PAGE, "search.html", language, context)
