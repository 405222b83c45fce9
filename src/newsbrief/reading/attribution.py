"""The speakers of an article, as its own words name them.

`read_speech(findings).of_passage[passage.outer]` is the attribution of a passage in quotation marks, from the article
and the names of its actors alone; `find_pronoun("she said", "en")` is `she`.
"""

import re

from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Passage
from newsbrief.reading.speech.attributions import SpeechReading
from newsbrief.reading.speech.lexicon import read_lexicon
from newsbrief.reading.speech.persons import PERSON, Cast
from newsbrief.reading.speech.reader import read_attributions

_WORD = r"""[^\s,;:.!?()«»“”„"'’—–-]+"""


def read_speech(findings: Findings) -> SpeechReading:
    """Return who speaks in each passage of an article, and in each text set off without marks."""
    evidence = findings.evidence
    lexicon = read_lexicon(findings.article.front.language)
    marked = [each for each in findings.passages if not (lexicon.bodies_in_marks and _names_body(findings, each))]
    quoted = Coverage(passage.outer for passage in marked)
    cast = Cast(
        text=evidence.text,
        places=findings.name_places,
        quoted=quoted,
        kinds={id: actor.kind for id, actor in findings.actors.items()},
        names=findings.names,
        lexicon=lexicon,
    )
    blocks = findings.article.document.block_quotations
    set_off = [Passage((block,), block, 0) for block in blocks if not quoted.meets(block)]
    passages = sorted([*marked, *set_off], key=lambda passage: passage.outer)
    return read_attributions(evidence, passages, cast)


def _names_body(findings: Findings, passage: Passage) -> bool:
    """Say whether marks hold the name of a body and nothing else: директор «Зари» Орлов."""
    inner = passage.inner[0]
    places = findings.names_in(inner) if len(passage.inner) == 1 else ()
    if len(places) != 1 or places[0].span.start != inner.start:
        return False
    actor = findings.actors.get(places[0].actor)
    ending = findings.evidence.text[places[0].span.end : inner.end]
    return actor is not None and actor.kind != PERSON and (ending.isalpha() or not ending)


def find_pronoun(words: str, language: str) -> str | None:
    """Return the first pronoun in `words` that can stand for a speaker, as it is written.

    One that mostly stands for something else counts only right before a verb of saying.
    """
    lexicon = read_lexicon(language)
    pieces = re.findall(_WORD, words)
    for word, following in zip(pieces, [*pieces[1:], ""], strict=False):
        lowered = word.lower()
        is_weak = lexicon.has("weak pronouns", lowered)
        if lowered in lexicon.pronouns and (not is_weak or "say" in lexicon.verbs.get(following.lower(), {})):
            return str(word)
    if lexicon.is_unspaced:
        found = [pronoun for pronoun in lexicon.pronouns if pronoun in words]
        return min(found, key=lambda pronoun: (words.index(pronoun), -len(pronoun)), default=None)
    return None
