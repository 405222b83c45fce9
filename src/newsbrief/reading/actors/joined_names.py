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

    def add(self, mention: NameMention) -> None:
        """Add a mention, and its name where it is a new one."""
        self.mentions.append(mention)
        if mention.name not in self.names:
            self.names.append(mention.name)
