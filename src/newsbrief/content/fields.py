"""The values of the keys of content files: text, ids, addresses, words of the article, and outside sources.

`as_selector(Selector("The mayor", suffix=" left"))` is `("The mayor", "", " left")`.
"""

from typing import Annotated

from msgspec import Meta, Struct

NOT_BLANK = r"\S"


def not_blank(description: str) -> Meta:
    """Return the description of a text that has at least one sign in it."""
    return Meta(pattern=NOT_BLANK, description=description)


Text = Annotated[str, not_blank("Plain text of the editor's own.")]
Reading = Annotated[str, not_blank("Why the editor reads the words so, where the program does not understand them.")]
Doubt = Annotated[str, not_blank("A question that is still open; delete it to settle it.")]

_ID = Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, description="Small letters, digits and single hyphens.")
Id = Annotated[str, _ID]

URL_PATTERN = r"https?://[^\s/]+\.[^\s]+"
Url = Annotated[str, Meta(pattern=rf"^{URL_PATTERN}$", description="An address that begins with http:// or https://.")]


class Selector(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the article that occur more than once, with what stands right before or after the place meant."""

    exact: Annotated[str | int, Meta(description="The article's words.")]
    prefix: Annotated[str | int, Meta(description="The words right before them.")] = ""
    suffix: Annotated[str | int, Meta(description="The words right after them.")] = ""


Words = Annotated[str | int | Selector, Meta(description="Words of the article, exactly; they must occur once.")]
Passages = Annotated[
    str | int | Selector | Annotated[tuple[Words, ...], Meta(min_length=1)],
    Meta(description="Words of the article, or several stretches of them in the order in which they stand."),
]


class SourceEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A publication outside the article."""

    title: Text
    url: Url


Sources = Annotated[
    SourceEntry | Annotated[tuple[SourceEntry, ...], Meta(min_length=1)],
    Meta(description="One outside source, or a list of them."),
]


def as_selector(words: Words) -> tuple[str, str, str]:
    """Return the exact words, prefix and suffix of a selector in any of its written forms."""
    if isinstance(words, Selector):
        return str(words.exact), str(words.prefix), str(words.suffix)
    return str(words), "", ""
