"""The kinds of actors and relations, the hedges of relations, and the reasons for which quoted words are no speech."""

from typing import Literal

ActorKind = Literal[
    "person",
    "government",
    "armed-group",
    "military",
    "alliance",
    "international-body",
    "state",
    "group",
    "company",
    "party",
    "media",
    "court",
    "police",
    "agency",
    "university",
    "place",
    "event",
]

RelationKind = Literal[
    "backs",
    "supports",
    "arms",
    "leads",
    "part-of",
    "owns",
    "employs",
    "succeeds",
    "fights",
    "resists",
    "opposes",
    "criticises",
    "accuses",
    "arrests",
    "sues",
    "sanctions",
    "calls-on",
    "agrees-with",
    "merges-with",
    "meets",
    "talks-to",
    "neutral",
]

NotSpeechReason = Literal["title", "term", "scare", "motto", "nickname"]

Hedge = Literal["alleged", "reported", "denied"]
"""How the article keeps its distance from a quotation: somebody alleges it, passes it on, or denies it."""

RelationHedge = Literal["alleged", "reported", "denied", "planned", "past"]
"""How the article keeps its distance from a relation, or says that it is not so now."""

MUTUAL: frozenset[RelationKind] = frozenset({"agrees-with", "merges-with", "meets", "talks-to"})
"""The kinds of relation that hold both ways."""
