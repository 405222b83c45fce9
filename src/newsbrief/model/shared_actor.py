"""An actor that several briefings share, as the glossary shows it."""

from msgspec import Struct

from newsbrief.model.front_matter import Source


class SourcedSentence(Struct, frozen=True):
    """A sentence of the editor's that outside sources bear out."""

    text: str
    sources: tuple[Source, ...]


class SharedActor(Struct, frozen=True):
    """An actor as `actors.yaml` has it; `sort` is the name by which it is sorted, "" where the rule is to guess it."""

    id: str
    name: str
    abbr: str | None
    about: tuple[SourcedSentence, ...] = ()
    sort: str = ""
