"""What is read of an article's speech: who says each passage, in which words, and how firmly.

`speech.of_passage[passage.outer].speakers[0].actors` are those who can be meant.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.speech.persons import Cast
from newsbrief.reading.speech.speakers import Speaker


class Attribution(Struct, frozen=True):
    """The words at `cue` that say who speaks in a passage.

    `is_plain` says that they stand right beside the marks in a form that leaves no doubt, `is_set_off` that a comma
    or a colon divides the two, `is_carried` that they belong to a passage before, `is_speech` that what they lead to
    is nothing but speech, `is_relative` that a word like "who" stands for the speaker. `hedges` are those of which a
    fact sheet must give one, `allowed` all that fit; `is_denied` and `is_unsaid` say that the words were not said.
    """

    speakers: tuple[Speaker, ...]
    cue: Span
    role: str
    is_plain: bool = True
    is_set_off: bool = False
    is_carried: bool = False
    hedges: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    is_speech: bool = False
    is_relative: bool = False
    is_denied: bool = False
    is_unsaid: bool = False


class SpeechReading(Struct, frozen=True):
    """The attributions of an article: that of each passage that has one, and all sayings, in order.

    `sentence_starts` are the places where sentences begin, in the paragraphs that were read.
    """

    cast: Cast
    of_passage: Mapping[Span, Attribution]
    sayings: Sequence[Attribution]
    sentence_starts: Sequence[int] = ()
