"""Names at their places in an article, with what they name and what the words beside them say.

`NameMention("person", Span(8, 20), "Nora Vane", NameContext(), title="Ms")` is the name in `met Ms Nora Vane`.
"""

from typing import Literal

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.actors.article_words import ArticleWords
from newsbrief.reading.actors.lexicon import NamingWords
from newsbrief.reading.actors.runs import NameRun

Sort = Literal["person", "body", "state", "surname", "single", "abbreviation", "phrase"]


class NameContext(Struct, frozen=True):
    """What the words beside a name say of it.

    `is_placed` says that a word such as "in" stands before it, `acts` that something is said to be done or owned by
    what it names, `after_the` that “the” stands before it, `opens` that a sentence begins with it.
    """

    is_placed: bool = False
    acts: bool = False
    after_the: bool = False
    opens: bool = False


class NameMention(Struct, frozen=True):
    """A name at its place. `kind` is that of a body, or the region of a state; `title` stands before a person's name.

    `sort` is `surname` for one word behind a title, `single` for one word of which nothing more is known, `phrase` for
    several.
    """

    sort: Sort
    span: Span
    name: str
    beside: NameContext
    kind: str = ""
    title: str = ""


def read_context(article: ArticleWords, run: NameRun, words: NamingWords, language: str) -> NameContext:
    """Return what the words beside a name say of what it names."""
    before = article.at(run.first - 1) if article.joins(run.first) else ""
    second = article.at(run.first - 2) if before == "the" else before
    after = article.at(run.end) if article.joins(run.end) else ""
    is_owner = article.text.startswith(("'s", "’s"), run.span.end)
    is_past = after.endswith("ed") and language.startswith("en")
    return NameContext(
        is_placed=words.has("locatives", second) or words.has("place nouns", before),
        acts=is_owner or words.has("body verbs", after) or is_past,
        after_the=before == "the",
        opens=run.words[0].opens,
    )
