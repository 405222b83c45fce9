"""The bodies and states that an article names, each under the words that its names share: Ryanair, Ryanair Holdings.

`JoinedBodies(text, words, "en").add(mention)` of `Ellory Corp.` makes one, to which `Ellory` is added.
"""

from newsbrief.reading.actors.abbreviations import spells
from newsbrief.reading.actors.joined_names import JoinedNames
from newsbrief.reading.actors.kind_signs import read_sign
from newsbrief.reading.actors.lexicon import NamingWords, read_bodies, read_common, state_of
from newsbrief.reading.actors.mentions import NameMention

_SHORTEST_SPELT = 3
_NOT_SHORTENED = ("state", "government", "court")


def key_of(name: str) -> str:
    """Return the words of a name in small letters, without those that a company’s name may leave out."""
    words = name.lower().replace(".", "").replace("’", "'").split()
    while len(words) > 1 and words[-1] in read_common("company words"):
        words.pop()
    return " ".join(words)


class JoinedBodies:
    """The bodies and states of one article."""

    def __init__(self, text: str, words: NamingWords, language: str) -> None:
        self.text, self.words, self.language = text, words, language
        self.by_key: dict[str, JoinedNames] = {}

    def add(self, mention: NameMention) -> None:
        """Add a mention whose words say that it names a body or a state."""
        known = read_bodies().get(mention.name) or read_bodies().get(mention.name.replace(".", ""))
        if mention.sort == "state":
            name, abbr, _ = state_of(mention.kind, self.language)
            kind = "state"
        elif known:
            name, abbr, kind = known.name, known.abbr, known.kind
        else:
            name, abbr, kind = mention.name.removeprefix("The "), None, mention.kind or "group"
        key = key_of(name)
        if key not in self.by_key:
            is_guess = mention.sort == "body" and not mention.kind
            if mention.sort == "body" and kind != "group" and not known and self._is_unclear(key):
                sign = read_sign(self.text, mention.span, self.language)
                is_guess = sign is None or sign.kind == "person"
            self.by_key[key] = JoinedNames(name, kind, mention.span.start, abbr, is_guess=is_guess)
        self.by_key[key].add(mention)

    def _is_unclear(self, key: str) -> bool:
        return key.split()[-1] in read_common("unclear heads")

    def find_abbreviated(self, short: str) -> JoinedNames | None:
        """Return the body that has an abbreviation, or the only one whose name its letters spell."""
        for body in self.by_key.values():
            if body.abbr == short or short in body.names:
                return body
        if len(short) < _SHORTEST_SPELT:
            return None
        fitting = [body for body in self.by_key.values() if " " in body.name and spells(short, body.name)]
        return fitting[0] if len(fitting) == 1 else None

    def list_beginning(self, name: str) -> list[JoinedNames]:
        """Return the bodies whose name begins with a word that stands alone elsewhere: Cisco, of Cisco Systems."""
        return [body for body in self.by_key.values() if self._is_short_for(name, body)]

    def _is_short_for(self, name: str, body: JoinedNames) -> bool:
        words = body.name.split()
        if len(words) == 1:
            return body.name == name
        if body.kind == "media":
            return words[-1] == name
        return words[0] == name and body.kind not in _NOT_SHORTENED and not self._is_common(name)

    def _is_common(self, name: str) -> bool:
        low = name.lower()
        return low in self.words.demonyms or self.words.has("place starts", low) or name in self.words.territories
