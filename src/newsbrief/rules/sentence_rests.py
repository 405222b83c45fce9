"""Sentences about what is left of a whole: “two of the cameras still work” where one of the three is dead."""

import re
from collections.abc import Sequence

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span
from newsbrief.reading.reckoning.lexicon import ReckoningWords, tokens_of
from newsbrief.reading.reckoning.reckonings import Reckoning
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.statements.lexicon import StatementLexicon, read_lexicon
from newsbrief.reading.statements.opposites import find_opposite
from newsbrief.reading.statements.reader import StatementReader

_NEAR = 24
_CLAUSE = re.compile(r"[,;:—]\s| (?:and|but|with|while|although|though) ")


def says_so_of_the_whole(findings: Findings, sentence: Sentence, reckoned: Reckoning) -> bool:
    """Say whether a sentence has the noun that the numbers of the words cited count, or one of these numbers."""
    lexicon = read_lexicon(findings.article.front.language)
    text = findings.evidence.text
    end = reckoned.span.end
    near = [*tokens_of(text[reckoned.span.start : end]), *tokens_of(text[end : end + _NEAR])]
    return bool(_stems(near, lexicon) & _stems(tokens_of(sentence.text), lexicon))


def says_the_opposite(findings: Findings, sentence: Sentence, reckoned: Reckoning, words: ReckoningWords) -> bool:
    """Say whether a sentence says the opposite of what the words around the numbers at `reckoned.span` say."""
    lexicon = read_lexicon(findings.article.front.language)
    clause = _clause_around(findings.evidence.text, reckoned.span)
    ours = tokens_of(sentence.text)
    theirs = tokens_of(findings.evidence.text[clause.start : clause.end])
    shared = _stems(ours, lexicon) & (_stems(theirs, lexicon) - _nouns(findings, reckoned, lexicon))
    denied = {lexicon.denying[token] for token in ours if token in lexicon.denying}
    if denied & _stems(theirs, lexicon):
        # “Half of the seats are unsold” where the others have been sold.
        return True
    if words.denying.isdisjoint(ours) != words.denying.isdisjoint(theirs):
        return bool(shared) or _have_counterparts(ours, theirs, words)
    if _have_counterparts(ours, theirs, words) or _has_opposite(findings, sentence, clause, lexicon):
        return True
    return not shared and not words.others.isdisjoint(ours) and words.others.isdisjoint(theirs)


def is_of_another_part(findings: Findings, sentence: Sentence, reckoned: Reckoning) -> bool:
    """Say whether a sentence has words of what is said of another part, and none of this: 5 got worse, 10 better."""
    lexicon = read_lexicon(findings.article.front.language)
    text = findings.evidence.text
    clause = _clause_around(text, reckoned.span)
    around = find_sentences(text, reckoned.span)
    beside = tokens_of(text[around[0].start : clause.start]) + tokens_of(text[clause.end : around[-1].end])
    own = _stems(tokens_of(text[clause.start : clause.end]), lexicon) - _nouns(findings, reckoned, lexicon)
    ours, others = _stems(tokens_of(sentence.text), lexicon), _stems(beside, lexicon)
    return bool(ours & (others - own)) and not ours & (own - others)


def _clause_around(text: str, span: Span) -> Span:
    sentence = find_sentences(text, span)
    start, end = sentence[0].start, sentence[-1].end
    before = [match.end() for match in _CLAUSE.finditer(text, start, span.start)]
    after = _CLAUSE.search(text, span.end, end)
    return Span(before[-1] if before else start, after.start() if after else end)


def _nouns(findings: Findings, reckoned: Reckoning, lexicon: StatementLexicon) -> set[str]:
    """Return the stems of the numbers of a part and its whole, and of the noun of the whole."""
    text = findings.evidence.text
    after = [
        token
        for token in tokens_of(text[reckoned.noun_at : reckoned.noun_at + _NEAR])
        if _is_of_content(token, lexicon)
    ]
    return _stems([*tokens_of(text[reckoned.span.start : reckoned.span.end]), *after[:1]], lexicon)


def _stems(tokens: Sequence[str], lexicon: StatementLexicon) -> set[str]:
    return {lexicon.stem_of_meaning(token) for token in tokens if _is_of_content(token, lexicon)}


def _is_of_content(token: str, lexicon: StatementLexicon) -> bool:
    if token[0].isdigit() or lexicon.has("qualities", token):
        return True
    return len(token) > 2 and token.isalpha() and token not in lexicon.small


def _have_counterparts(ours: Sequence[str], theirs: Sequence[str], words: ReckoningWords) -> bool:
    """Say whether one has a word of one side of a pair, and the other one of the other: dead, alive."""
    return any(
        (not one.isdisjoint(ours) and not other.isdisjoint(theirs) and one.isdisjoint(theirs))
        or (not other.isdisjoint(ours) and not one.isdisjoint(theirs) and other.isdisjoint(theirs))
        for one, other in words.counterparts
    )


def _has_opposite(findings: Findings, sentence: Sentence, clause: Span, lexicon: StatementLexicon) -> bool:
    reader = findings.once(StatementReader)
    cited = [(reader.article.words(part), clause) for part in reader.article.around(clause)]
    return find_opposite(reader.words_of(sentence), cited, lexicon) is not None
