"""Write the articles of a site in the right form: `newsbrief check --fix`.

For example:

    for fixed in fix_articles(Path(".")):
        print(fixed.path, len(fixed.changes))
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from newsbrief.content.files import list_content, read_folder
from newsbrief.content.fixed_article import ChangedLines, fix_article
from newsbrief.disk.files import rewrite_file


class FixedArticle(NamedTuple):
    """An article that was written in the right form, and its lines that were changed."""

    path: str
    changes: tuple[ChangedLines, ...]


def fix_articles(site: Path) -> Iterator[FixedArticle]:
    """Write every article in which something is to be written otherwise, drafts as well, and yield each.

    ConfigError: one cannot be written, or was changed meanwhile. What cannot be read is left to the check.
    """
    for name in list_content(site).folders:
        folder, _ = read_folder(site, name)
        if folder is None:
            continue
        path = folder.folder / "article.md"
        raw = path.read_bytes()
        fixed = fix_article(folder.article.path, raw)
        if sha256(raw).hexdigest() == folder.article.digest and fixed.raw != raw:
            rewrite_file(path, raw, fixed.raw)
            yield FixedArticle(folder.article.path, fixed.changes)
