"""The names by which an article calls one actor, with their places.

`JoinedNames("Nora Vane", "person", 8)` is the actor of whom further mentions are added.
"""

from msgspec import Struct, field

from newsbrief.reading.actors.mentions import NameMention


class JoinedNames(Struct):
    """The names by which an article calls one actor, while they are collected; `is_guess` is said of the kind."""

    name: str
    kind: str
    at: int
    abbr: str | None = None
    names: list[str] = field(default_factory=list)
    mentions: list[NameMention] = field(default_factory=list)
    certainty: str = "sure"
    is_guess: bool = False

    def add(self, *mentions: NameMention) -> None:
        """Add mentions, and their names where these are new."""
        self.mentions += mentions
        for mention in mentions:
            if mention.name not in self.names:
                self.names.append(mention.name)
