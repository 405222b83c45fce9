"""Names in the editor's sentences of those who are no actors, each among the words among which the article has it."""

import re
from collections.abc import Sequence

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span
from newsbrief.reading.statements.other_names import find_others, name_others
from newsbrief.reading.statements.reader import StatementReader
from newsbrief.reading.statements.role_words import read_roles
from newsbrief.reading.statements.roles import OTHER, Exchange, find_exchange, join_roles

_MORE_NAMES = re.compile(r"[^\W_] [^\W\d_a-z]")
"""A capital letter after another word: a sentence without one has no name but at its beginning."""


def find_among_others(findings: Findings, sentence: Sentence, spans: Sequence[Span]) -> Exchange | None:
    """Return two in each other's places of whom one at least is no actor: from Ulm to Bergen."""
    reader = findings.once(StatementReader)
    lexicon, words = reader.lexicon, reader.words_of(sentence)
    named = set(find_others(words, lexicon)) if _MORE_NAMES.search(sentence.text) else set[str]()
    if not named:
        return None
    parts = [(part, span) for span in spans for part in reader.article.around(span)]
    if all(named.isdisjoint(reader.article.other_names(part)) for part, _ in parts):
        return None
    theirs = [[word for word in reader.article.words(part) if span.holds(word.span)] for part, span in parts]
    names = named & {name for each in theirs for name in find_others(each, lexicon)}
    # What begins a sentence is a name only where it has its capital letter elsewhere, too.
    if names.isdisjoint(name for each in (words, *theirs) for name in find_others(each[1:], lexicon)):
        return None
    cited = join_roles(read_roles(name_others(each, names), lexicon) for each in theirs)
    found = find_exchange(
        read_roles(name_others(words, names), lexicon), cited, lexicon.words_of(("uneven prepositions",))
    )
    is_of_others = found is not None and found.other and OTHER in (found.one[:1], found.other[:1])
    return found if is_of_others else None
