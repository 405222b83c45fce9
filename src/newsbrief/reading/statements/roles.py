"""Who does it to whom, and which number is which: two that have exchanged their places have exchanged their roles.

`find_exchange(stated, cited)` of the roles in “Sorland sued Marland” and “Marland sued Sorland” are the two.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import Literal

from msgspec import Struct

NUMBER, YEAR, OTHER = "#", "#year ", "~"
"""The signs with which the keys of numbers begin, those of numbers that are years, and those of names of no actors."""

_MOST = 30
"""The most names and numbers of a sentence that are compared."""


class Role(Struct, frozen=True):
    """A place beside a word: before it (`does`), after it (`done to`), or right after or before a preposition.

    Names, numbers and years are also `beside` each other: the key of the one is the stem then.
    `sides` are with “for” or “against”.
    """

    place: Literal["does", "done to", "after", "before", "beside", "sides"]
    stem: str
    preposition: str = ""


Roles = Mapping[str, frozenset[Role]]
"""The roles of each name and number, by its key."""


class Exchange(Struct, frozen=True):
    """Two of which one stands in the other's place, or one alone that stands in another place than its own.

    `is_plain` if both do, and neither stands in its own.
    """

    one: str
    other: str = ""
    is_plain: bool = False


def find_exchange(stated: Roles, cited: Roles, uneven: Collection[str] = ()) -> Exchange | None:
    """Return the first of those stated that has a role which the words cited give to another one."""
    both = [key for key in stated if key in cited][:_MOST]
    for one, other in combinations(both, 2):
        same = (cited[one] & cited[other]) | (stated[one] & stated[other])
        theirs, its = cited[one] - same, cited[other] - same
        straight = (stated[one] & theirs) | (stated[other] & its)
        first, second = stated[one] & its, stated[other] & theirs
        if first and second and len(first) + len(second) > len(straight):
            return Exchange(one, other, not straight)
        if is_number(one) or is_number(other):
            continue
        if _is_across(one, other, stated, cited, uneven) or _is_across(other, one, stated, cited, uneven):
            return Exchange(one, other)
    for one in both:
        if not is_number(one) and any(_is_turned(role, cited[one]) for role in stated[one]):
            return Exchange(one)
        if not is_number(one) and any(_is_undone(role, one, stated, cited) for role in stated[one]):
            return Exchange(one)
        for other in cited:
            if other != one and _is_in_place_of(one, other, stated, cited):
                return Exchange(one, other)
    return None


def _is_across(one: str, other: str, stated: Roles, cited: Roles, uneven: Collection[str]) -> bool:
    """Say whether one stands where the words cited have the other: above it, behind it, or in “a foul on it”."""
    alone = stated[one] & cited[other] - cited[one] - stated[other]
    return any(_is_uneven(role, uneven) for role in alone)


def _is_uneven(role: Role, uneven: Collection[str]) -> bool:
    """Say whether a role is that of one of two after a word such as “above”, “more than” or “a foul on”."""
    preposition = role.preposition if role.place == "done to" else role.stem if role.place == "after" else ""
    return preposition in uneven or preposition.endswith(" than")


def _is_turned(role: Role, theirs: frozenset[Role]) -> bool:
    """Say whether something is done to one who does it in the words cited."""
    if role.place != "done to" or role.preposition or Role("does", role.stem) not in theirs:
        return False
    return not any(each.place == "done to" and each.stem == role.stem for each in theirs)


def _is_undone(role: Role, one: str, stated: Roles, cited: Roles) -> bool:
    """Say whether one does to another what is done to it in the words cited; “the boat sank” does it to nobody."""
    done = Role("done to", role.stem)
    if role.place != "does" or done not in cited[one] or role in cited[one]:
        return False
    return any(done in roles for key, roles in stated.items() if key != one)


def _is_in_place_of(one: str, other: str, stated: Roles, cited: Roles) -> bool:
    """Say whether one has a role that the words cited give to another, and to itself another role than this."""
    same = cited[one] & cited[other] | (stated[one] & stated.get(other, frozenset()))
    theirs, its = cited[one] - same, cited[other] - same
    taken = stated[one] & its
    if not taken or not theirs or stated[one] & theirs or is_number(one) != is_number(other):
        return False
    sorts = {sort_of(role.stem) for role in theirs if role.place == "beside"}
    return any(
        sort_of(role.stem) in sorts
        if role.place == "beside"
        else is_number(one)
        or (role.place == "done to" and role.preposition != "" and one[:1] == other[:1] == OTHER)
        or (role.place == "does" and _has_same_object(role.stem, one, stated, cited))
        for role in taken
    )


def _has_same_object(stem: str, one: str, stated: Roles, cited: Roles) -> bool:
    """Say whether it is done to the same one in both, so that who does it is another."""
    done = Role("done to", stem)
    return any(done in roles and done in cited.get(key, ()) for key, roles in stated.items() if key != one)


def sort_of(key: str) -> str:
    """Return the sort of a key: nothing for a name, and one of the two signs for a number and a year."""
    return YEAR if key.startswith(YEAR) else key[:1] if is_number(key) else ""


def is_number(key: str) -> bool:
    """Say whether a key is that of a number and not of a name."""
    return key.startswith(NUMBER)


def join_roles(each: Iterator[Roles]) -> Roles:
    """Return the roles of all sentences together."""
    joined: dict[str, frozenset[Role]] = {}
    for roles in each:
        for key, its in roles.items():
            joined[key] = joined.get(key, frozenset()) | its
    return joined
