"""An article as it comes, whatever file it was in: its text in blocks, and what the file says of its origin."""

import re
from datetime import date
from typing import Literal

from msgspec import Struct

from newsbrief.content.invisible_characters import find_invisible, has_invisible

BlockKind = Literal["paragraph", "heading", "entry", "numbered", "quotation"]


class TextBlock(Struct, frozen=True):
    """A paragraph, a heading, an entry of a list or a paragraph of a block quotation, with its words as they are."""

    text: str
    kind: BlockKind = "paragraph"
    level: int = 2


class IncomingOrigin(Struct, frozen=True):
    """The origin of an article as far as its file gives it; "" and None stand for what it does not give."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    language: str = ""
    image_credit: str = ""


class IncomingArticle(Struct, frozen=True):
    """An article that was read: `body` is its Markdown, which is read as `text`, the canonical text.

    `notes` say in a line each how the file was read and what was left out.
    """

    body: str
    text: str
    origin: IncomingOrigin = IncomingOrigin()
    notes: tuple[str, ...] = ()


_SPACE = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")


def clean_text(text: str) -> str:
    """Return the words of a block as they are shown: in one line, without characters that nobody sees."""
    text = _SPACE.sub(" ", text)
    # What is hidden may stand between two blanks, and what it hid may need no joiner any more.
    while has_invisible(text) and (hidden := {at for at, _ in find_invisible(text)}):
        text = "".join(char for at, char in enumerate(text) if at not in hidden)
    return re.sub("  +", " ", text).strip()
