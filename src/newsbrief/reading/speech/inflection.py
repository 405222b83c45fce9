"""The forms of a verb: English makes the regular ones by rule.

`dict(inflect_english("vow"))` has *vow*, *vows*, *vowing* and *vowed*.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Shape = Literal["base", "present", "past", "participle", "gerund", "any"]


_SHORT = re.compile(r"(?:^|qu|[^aeiou])[aeiou][^aeiouwxy]$")


class VerbForm(Struct, frozen=True):
    """A form of a verb: its dictionary form and its shape.

    A shape is "any" where a table has the forms without saying which they are, and "past" also for a participle that
    looks the same.
    """

    base: str
    shape: Shape


def inflect_english(entry: str) -> Iterator[tuple[str, VerbForm]]:
    """Yield every form of a verb given as `vow`, `say=said`, `write=wrote=written` or `go on=went on=gone on`."""
    base, *irregular = (part.strip() for part in entry.split("="))
    first, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    yield base, VerbForm(base, "base")
    past = irregular[0] if irregular else _past(first) + tail
    yield past, VerbForm(base, "past")
    if len(irregular) > 1:
        yield irregular[1], VerbForm(base, "participle")
    for stem in _stems(first, past.split()[0] if irregular else ""):
        yield _gerund(stem) + tail, VerbForm(base, "gerund")
        if stem != first and stem.endswith("ll"):
            yield _past(stem) + tail, VerbForm(base, "past")
    yield _present(first) + tail, VerbForm(base, "present")


def _stems(verb: str, past: str) -> Iterator[str]:
    """Yield the stems before -ing: *admitting* and *begging* double their last letter, *labelling* may."""
    is_short = bool(_SHORT.search(verb))
    if not is_short or past == verb + "ed" or not (past or verb.endswith("l")):
        yield verb
    elif verb.endswith("l"):
        yield from (verb, verb + "l")
    else:
        yield verb + verb[-1]


def _is_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in "aeiou"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _is_consonant_y(verb) else verb + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"


def _present(verb: str) -> str:
    if _is_consonant_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "go", "do", "to", "cho")) else "s")
