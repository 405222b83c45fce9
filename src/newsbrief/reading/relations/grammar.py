"""The English words that stand around those of a relation: what may be passed over, and what takes it back.

`"never" in NEGATIONS` is True. The words stand in `lexicons/english_grammar.yaml`, under the names that they have here.
"""

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.paths import PACKAGE

_TABLE = read_own_table(PACKAGE / "reading" / "relations" / "lexicons" / "english_grammar.yaml")


def _words(key: str) -> frozenset[str]:
    return frozenset(split_phrases(_TABLE[key]))


BE = _words("be")
AUXILIARIES = BE | _words("auxiliaries")
DETERMINERS = _words("determiners")
PRONOUNS = _words("pronouns")
OWN = PRONOUNS | _words("possessives")
RELATIVES = _words("relatives")
ADVERBS = _words("adverbs")
TIME = _words("time")
PREPOSITIONS = _words("prepositions")
CONJUNCTIONS = _words("conjunctions")
BEFORE_TIMES = _words("before times")
BEFORE_SUBJECTS = _words("before subjects")
BEFORE_PARTICIPLES = _words("before participles")
"""Prepositions before the subject of a participle: `with Sorland backing the Navy`."""

CLAUSE_OPENERS = _words("clause openers")
"""Words behind which the subject of a sentence is no longer that of its verbs."""

LIGHT = _words("light")
WINNING = _words("winning")
"""Verbs that say of a noun no more than that it was so: `won a victory over`."""

GETTING = _words("getting")
SERVING = _words("serving")
USING = _words("using")
CATENATIVE = _words("catenative")
PASSED = AUXILIARIES | ADVERBS | CATENATIVE | TIME
"""Words that may stand between a subject and what it does."""

METONYMS = _words("metonyms")
"""Nouns that stand for the party to which they belong: `Envoys of Sorland`, `the Navy’s ships`."""

SHARES = _words("shares")
"""Nouns for a part of what is owned: `80 percent of Brandt`, `a stake in Brandt`."""

NEGATIONS = _words("negations")
DENIALS = _words("denials")
ALLEGATIONS = _words("allegations")
CONTRASTS = _words("contrasts")
"""Words after a clause that is denied, before one that is not."""

CONCEDING = _words("conceding")
ACCUSING = tuple(split_phrases(_TABLE["accusing"]))
"""The beginnings of verbs of which the object is said to do what follows: `accused of arming the Front`."""

SAYING = _words("saying")
PLANS = _words("plans")
PASTS = _words("pasts")
AT_FIRST = _words("at first")
"""Words before a whole sentence that say that it is so no longer."""

PAST_VERBS = _words("past verbs")
"""Irregular forms, by which a verb is known after a name."""

DEPUTIES = _words("deputies")

ADJECTIVES = _words("adjectives")
"""Words that may stand between names that “and” joins."""
