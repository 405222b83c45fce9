"""Well-known bodies and states inside a run of capitalised words: `US` of `US Gen. Tom Aske`.

`KnownNames(article, kinds, "en").find(run)` is the longest of them, with where it begins and ends in the run.
"""

from newsbrief.reading.actors.article_words import ArticleWords
from newsbrief.reading.actors.lexicon import read_bodies
from newsbrief.reading.actors.mentions import NameMention, read_context
from newsbrief.reading.actors.name_kinds import NameKinds
from newsbrief.reading.actors.offices import is_title
from newsbrief.reading.actors.runs import NameRun

_LONGEST = 6
"""The most words of a well-known name."""


class KnownNames:
    """The names of one article that need no words beside them to be understood."""

    def __init__(self, article: ArticleWords, kinds: NameKinds, language: str) -> None:
        self.article, self.kinds, self.language = article, kinds, language
        self.words, self.bodies = kinds.words, read_bodies()

    def find(self, run: NameRun) -> tuple[int, int, NameMention] | None:
        """Return the longest well-known body or state in a run that is no part of a longer name there."""
        count = len(run.words)
        for length in range(min(count, _LONGEST), 0, -1):
            for start in range(count - length + 1):
                part = run.part(start, start + length)
                if part and (mention := self._read(run, part, start, start + length)):
                    return start, start + length, mention
        return None

    def _read(self, run: NameRun, part: NameRun, start: int, end: int) -> NameMention | None:
        name = part.written(self.article.text)
        body = self.bodies.get(name) or self.bodies.get(name.replace(".", ""))
        region = None if body else self.words.territories.get(name)
        if (body is None and region is None) or (start and not self._may_follow(run.lows[:start])):
            return None
        after = run.lows[end:]
        if after and not self.kinds.begins_person(after) and not (body and self.kinds.says_nothing(after[0])):
            # Bank of America, Libya Herald: another name, which may be known or end in a head.
            return None
        context = read_context(self.article, part, self.words, self.language)
        if body:
            return NameMention("body", part.span, name, context, body.kind)
        return NameMention("state", part.span, name, context, region or "")

    def _may_follow(self, before: tuple[str, ...]) -> bool:
        """Say whether the words before a known name are another one, or only describe it: `Libyan`, `President`."""
        is_linked = before[-1] in ("and", "of", "for")
        return not is_linked and (self.kinds.says_nothing(*before) or is_title(self.words, before[-1]))
