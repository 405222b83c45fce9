"""The names in the editor's sentences, against the words cited and the article."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from unicodedata import normalize

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import is_verbatim
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.model.problems import Problem
from newsbrief.reading.demonyms import find_rows, is_one_of
from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.pronouns import TITLES
from newsbrief.rules.sentence_dates import stated_dates

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDINGS = r"(?:'s|’s|ish|ians?|eans?|ans?|ese|ic|s|n|ers?|i|ne|ens?|aise?s?|ois|oise|és|esa|ano|ana|i|os|as)$"
_COUNTRY_ENDINGS = r"(?:'s|ia|ya|a|ain|any|y|e|o|s|n|en|ish|ians?|eans?|ans?|ese|ic|ers?|i)$"
_INFLECTING = "ru uk be pl cs sk sl hr sr bs bg mk fi et hu tr lt lv el ro is kk az"
_INFLECTED = frozenset(_INFLECTING.split())
_NOUNS_ARE_CAPITAL = frozenset({"de", "lb"})
_SENTENCE_START = r"(?:^|[.!?…:]|—|–)[\s\"'“”‘’«»„(\[-]*$"
_SHORTEST = 3
_MOST_GUESSES = 50


def sentences_have_the_names_of_the_article(findings: Findings) -> list[Problem]:
    """A name in a sentence, in a language that writes names with capitals, stands in the article or the fact sheet."""
    if primary_language(findings.article.front.language) in _NOUNS_ARE_CAPITAL:
        return []
    problems: list[Problem] = []
    known = _Words(findings)
    for sentence in findings.sentences.all:
        if sentence.path == ("title",) or is_verbatim(findings, sentence):
            continue
        for word in dict.fromkeys(_unknown_names(findings, sentence, known)):
            near = known.nearest(word)
            hint = (
                f"the nearest name there is “{near}”"
                if near
                else "write the name as the article has it, or leave it out"
            )
            problems += findings.doubts_about(sentence, f"the article does not have the name “{word}”", hint)
    return problems


def _unknown_names(findings: Findings, sentence: Sentence, known: "_Words") -> Iterator[str]:
    text, start = sentence.text, sentence.span.start
    words = [match for match in _WORD.finditer(text) if match[0] != match[0].lower() and match[0].lower() not in TITLES]
    words = [match for match in words if len(match[0]) >= _SHORTEST and not known.has(match[0], text)]
    if not words:
        return
    taken = [Span(place.span.start - start, place.span.end - start) for place in findings.sentences.names_in(sentence)]
    taken += [Span(p.outer.start - start, p.outer.end - start) for p in findings.sentences.passages_in(sentence)]
    if findings.article.is_dated:
        taken += [each.span for each in stated_dates(findings, sentence)]
    for match in words:
        if any(span.meets(Span(*match.span())) for span in taken):
            continue
        if not re.search(_SENTENCE_START, text[: match.start()]) or (
            match[0].lower() not in ALL_FUNCTION_WORDS and known.nearest(match[0])
        ):
            yield match[0]


class _Words:
    """The words of an article, and of the names and sides of its actors, in small letters."""

    def __init__(self, findings: Findings) -> None:
        self.text = normalize("NFC", findings.evidence.text)
        self.actors = tuple(findings.actors.values())
        self.language = findings.article.front.language
        self.is_inflected = primary_language(self.language) in _INFLECTED

    @cached_property
    def all(self) -> frozenset[str]:
        names = [name for actor in self.actors for name in (*actor.names, actor.side or "")]
        words = {word.lower() for text in (self.text, *names) for word in _list_words(text)}
        whole = {word for word in words if word.isalpha()}
        return frozenset(whole.union(part for word in words - whole for part in _parts(word)))

    @cached_property
    def _stems(self) -> frozenset[str]:
        if self.is_inflected:
            return frozenset(word[:length] for word in self.all for length in range(4, min(len(word), 40) + 1))
        return self.all | {re.sub(_COUNTRY_ENDINGS, "", word) for word in self.all}

    def has(self, word: str, sentence: str) -> bool:
        return all(self._has(part, sentence) for part in word.replace("’", "'").split("-"))

    def _has(self, name: str, sentence: str) -> bool:
        part = name.lower()
        if part in self.all or part.removesuffix("'s") in self.all or part.rpartition("'")[2] in self.all:
            return True
        if rows := find_rows(name.removesuffix("'s"), self.language):
            return is_one_of(name.removesuffix("'s"), rows, sentence, self.text)
        if self.is_inflected:
            return len(part) >= 4 and part[: max(4, len(part) - 3)] in self._stems
        stem = re.sub(_ENDINGS, "", part)
        return stem != part and len(stem) >= 4 and stem in self._stems

    def nearest(self, word: str) -> str | None:
        """Return the word of an actor's name that is much like a word, but for a letter or two."""
        from difflib import get_close_matches

        near = {
            part for key in _keys(word) for part in self._alike.get(key, ()) if abs(len(part) - len(word)) < _SHORTEST
        }
        return next(iter(get_close_matches(word, sorted(near)[:_MOST_GUESSES], 1, 0.8)), None)

    @cached_property
    def _alike(self) -> Mapping[str, set[str]]:
        """The capital words of the names of actors, by their beginnings and ends."""
        parts = {part for actor in self.actors for name in actor.names for part in _list_words(name)}
        alike: dict[str, set[str]] = {}
        for part in parts:
            for key in _keys(part) if part[0].isupper() else ():
                alike.setdefault(key, set()).add(part)
        return alike


def _list_words(text: str) -> list[str]:
    """Return the words of a text, their letters composed."""
    return _WORD.findall(normalize("NFC", text))


def _keys(word: str) -> tuple[str, str]:
    return word[:2], word[-3:].rjust(3)


def _parts(word: str) -> Iterator[str]:
    yield from word.replace("’", "'").removesuffix("'s").split("-")
    yield word.replace("’", "'")
