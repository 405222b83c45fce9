"""The words for what one party does to another, hedged as the fact sheet has it.

`say_relation(relation, read_interface("en"))` is `backs`, or `is alleged to back`; in Spanish, `respalda a`, or
`supuestamente respalda a`. A catalogue hedges the plain words or the infinitive, as its language does.
"""

from markupsafe import Markup, escape

from newsbrief.model.briefing import Relation
from newsbrief.pages.language.interface import Interface


def say_relation(relation: Relation, say: Interface) -> Markup:
    """Return the words that stand between the two parties of a relation."""
    own = relation.own
    word = escape(own.words.in_language(say.catalogue)) if own else say(f"relation-{relation.kind}")
    if relation.hedge is None:
        return word
    infinitive = own.infinitives.in_language(say.catalogue) if own else say(f"infinitive-{relation.kind}")
    return say(f"hedged-relation-{relation.hedge}", word=word, infinitive=infinitive)
