"""The verbs of a language by their forms: looked up in a table, or in English found from the form itself.

`EnglishVerbs({"say": ("warn", "say=said")})["warned"]["say"]` is `VerbForm("warn", "past")`. To make every form of
several hundred verbs would take longer than to read an article.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from newsbrief.reading.speech.inflection import VerbForm, inflect_english

Forms = Mapping[str, VerbForm]
"""What a form can be, by the role of its verb."""

_NONE: Forms = {}


class EnglishVerbs(Mapping[str, Forms]):
    """English verbs; `entries` has for each role those of a table, with their irregular forms."""

    def __init__(self, entries: Mapping[str, tuple[str, ...]]) -> None:
        self._entries = entries
        self._found: dict[str, Forms] = {}

    def __getitem__(self, word: str) -> Forms:
        if not (forms := self._forms(word)):
            raise KeyError(word)
        return forms

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and bool(self._forms(word))

    def _forms(self, word: str) -> Forms:
        """Return what a word can be; nothing for a word that is no form of these verbs."""
        forms = self._found.get(word)
        if forms is None:
            self._found[word] = forms = self._find(word)
        return forms

    def __iter__(self) -> Iterator[str]:
        forms = (form for entries in self._entries.values() for entry in entries for form, _ in inflect_english(entry))
        return iter(dict.fromkeys(forms))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(self._entries.values())

    @property
    def phrases(self) -> list[str]:
        """Every form of the verbs that have several words."""
        longer = [entry for entries in self._entries.values() for entry in entries if " " in entry]
        return [form for entry in dict.fromkeys(longer) for form, _ in inflect_english(entry)]

    def _find(self, word: str) -> Forms:
        forms: dict[str, VerbForm] = {}
        for role, entry in self._may_be(word):
            for written, form in inflect_english(entry):
                if written == word:
                    forms[role] = form
        return forms or _NONE

    def _may_be(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield the entries, each with its role, of which a word can be a form."""
        first, _, rest = word.partition(" ")
        for base in _bases(first):
            yield from self._by_form.get(f"{base} {rest}" if rest else base, ())

    @cached_property
    def _by_form(self) -> Mapping[str, list[tuple[str, str]]]:
        """The entries of a table by what it has of them: the base and the irregular forms."""
        found: dict[str, list[tuple[str, str]]] = {}
        for role, entries in self._entries.items():
            for entry in entries:
                for form in entry.split("="):
                    found.setdefault(form.strip(), []).append((role, entry))
        return found


def _bases(form: str) -> tuple[str, ...]:
    """Return what the base of a verb can be of which this is a form: warn, beg, admit, deny, argue."""
    bases = [form]
    for ending, others in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            bases += [stem + other for other in others]
            if stem[-1] == stem[-2:-1]:
                bases.append(stem[:-1])
    return tuple(dict.fromkeys(bases))


_ENDINGS = (("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")))
