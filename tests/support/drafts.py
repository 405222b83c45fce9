"""Drafts of articles that are written in a test."""

from datetime import date
from pathlib import Path

from newsbrief.content.article import Article, parse_article
from newsbrief.content.files import BriefingFolder
from newsbrief.content.source_file import SourceFile
from newsbrief.draft.draft import Draft, draft_article

AS_OF = date(2019, 4, 7)


def article_of(body: str, language: str = "en", as_of: date = AS_OF) -> Article:
    """Return the article with this Markdown; it has a title and an as-of day."""
    text = f"---\ntitle: A title\nas_of: {as_of}\nlang: {language}\ndraft: true\n---\n\n{body}\n"
    folder = BriefingFolder("story", Path("story"), SourceFile("content/story/article.md", text), None)
    article, problems = parse_article(folder, language)
    assert article is not None, problems
    assert problems == [], problems
    return article


def draft_of(body: str, language: str = "en", as_of: date = AS_OF) -> Draft:
    """Return the draft of an article with this Markdown."""
    return draft_article(article_of(body, language, as_of))
