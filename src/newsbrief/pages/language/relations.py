"""The words for what one party does to another, hedged as the fact sheet has it.

`say_relation(relation, read_interface("en"))` is `backs`, or `is alleged to back`.
"""

from markupsafe import Markup, escape

from newsbrief.model.briefing import Relation
from newsbrief.pages.language.interface import Interface


def say_relation(relation: Relation, say: Interface) -> Markup:
    """Return the words that stand between the two parties of a relation."""
    own = relation.own
    if relation.hedge is None:
        return escape(own.words.in_language(say.catalogue)) if own else say(f"relation-{relation.kind}")
    infinitive = own.infinitives.in_language(say.catalogue) if own else say(f"infinitive-{relation.kind}")
    return say(f"hedged-relation-{relation.hedge}", infinitive=infinitive)
