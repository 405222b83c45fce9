"""The language of a sentence of the editor's: the article's, or the site's.

`language_of_sentence(findings, "Twelve workers left.")` is `en` on an English site, also for an article in Russian.
"""

import re

from newsbrief.evidence.findings import Findings
from newsbrief.model.languages import primary_language

_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z]\w+")


def language_of_sentence(findings: Findings, text: str) -> str:
    """Return the article's language, or the site's where it differs and most of the words are not the article's."""
    article, site = findings.article.front.language, findings.article.site_language
    if primary_language(article) == primary_language(site):
        return article
    words = set(_SMALL_WORD.findall(text))
    known = sum(1 for word in words if findings.evidence.occurrences(word, most=1))
    return article if known * 3 >= len(words) else site
