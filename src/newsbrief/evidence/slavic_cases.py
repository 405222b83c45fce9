"""The cases of Russian and Ukrainian names whose words change their own ends: Вера Лунина, Веры Луниной.

>>> "Городского совета Липовска" in set(cases_of("Городской совет Липовска", "ru"))
True

A word has one way or more to change, by its last letters. The first words of a name change together, and the others not
at all (of Липовск); which these are is tried out. Forms that nobody writes do no harm, since no article has them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

_MOST_WORDS = 3
"""The most words of a name that change."""

_FEWEST_LETTERS = 3

_RUSSIAN = """
ский: ского скому ского ским ском
ской: ского скому ского ским ском
кий: кого кому кого ким ком
ый: ого ому ого ым ом
ой: ого ому ого ым ом | оя ою оя оем ое
ий: его ему его им ем | ия ию ия ием ии
й: я ю я ем е
ец: ца цу ца цом це
ок: ка ку ка ком ке
ь: я ю я ем е | и и ь ью и
ская: ской ской скую ской ской
ая: ой ой ую ой ой
яя: ей ей юю ей ей
ия: ии ии ию ией ии
я: и е ю ей е
ова: овой овой ову овой овой
ева: евой евой еву евой евой
ёва: ёвой ёвой ёву ёвой ёвой
ина: иной иной ину иной иной | ины ине ину иной ине
га: ги ге гу гой ге
ка: ки ке ку кой ке
ха: хи хе ху хой хе
а: ы е у ой е | и е у ей е
ое: ого ому ое ым ом
ее: его ему ее им ем
ие: ия ию ие ием ии | их им ие ими их
ые: ых ым ые ыми ых
о: а у о ом е
е: я ю е ем е
ы: ов ам ы ами ах
и: ов ам и ами ах | ей ям и ями ях
аш: ашего ашему ашего ашим ашем
ов: ова ову ова овым ове
ев: ева еву ева евым еве
ёв: ёва ёву ёва ёвым ёве
ин: ина ину ина иным ине
Лев: Льва Льву Льва Львом Льве
авел: авла авлу авла авлом авле
ётр: етра етру етра етром етре
: а у а ом е | а у а ем е
"""
_UKRAINIAN = """
ий: ого ому ого им ому | ія ію ія ієм ії
ій: ія ію ія ієм ії | ього ьому ього ім ьому
їй: їя їю їя їєм її
й: я ю я єм ї
ець: ця цю ця цем ці
ок: ка ку ка ком ку
ь: я ю я ем і | і і ь ю і
ська: ської ській ську ською ській
цька: цької цькій цьку цькою цькій
ова: ової овій ову овою овій
єва: євої євій єву євою євій
ева: евої евій еву евою евій
їна: їни їні їну їною їні
га: ги зі гу гою зі
ка: ки ці ку кою ці | кої кій ку кою кій
ха: хи сі ху хою сі
а: и і у ою і | ої ій у ою ій | і і у ею і
ія: ії ії ію ією ії
я: і і ю ею і | ї ї ю єю ї | ьої ій ю ьою ій | я ю я ям і
е: ого ому е им ому | я ю е ем і
о: а у о ом і | а ові а ом ові
и: ів ам и ами ах
і: их им і ими их | ів ям і ями ях
їв: єва єву єва євом єві | їва їву їва ївом їві
ів: ова ову ова овом ові | іва іву іва івом іві
аш: ашого ашому ашого ашим ашому
: а у а ом і | у ові у ом у | а ові а ем ові
"""


@cache
def cases_of(name: str, language: str) -> tuple[str, ...]:
    """Return the forms that a name has in the cases of its language; none in a language without a table."""
    if language not in _tables() or not name or name.isupper():
        return ()
    words = name.split()
    found: dict[str, None] = {}
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        for forms in _join_cases([_cases_of_word(word, language) for word in words[:count]]):
            found[" ".join([*forms, *words[count:]])] = None
    return tuple(found)


def _join_cases(ways: Sequence[Sequence[Sequence[str]]]) -> Iterator[tuple[str, ...]]:
    """Yield words in one case each, given each word's ways to change; each way has the forms of all cases."""
    if not ways:
        yield ()
        return
    first, *others = ways
    if not others:
        yield from ((form,) for way in first for form in way)
        return
    for way in first:
        for number, form in enumerate(way):
            in_case = [[(each[number],) for each in other] for other in others]
            yield from ((form, *rest) for rest in _join_cases(in_case))


@cache
def _cases_of_word(word: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways in which a word changes: by its longest end that the table has; one alone where it does not."""
    if len(word) < _FEWEST_LETTERS or not word[-1].isalpha():
        return ((word,) * 5,)
    table = _tables()[language]
    end = next(end for end in (word[-length:] if length else "" for length in (4, 3, 2, 1, 0)) if end in table)
    return tuple(tuple(word[: len(word) - len(end)] + form for form in way) for way in table[end])


@cache
def _tables() -> Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]:
    """Return for each language the ways to change, by the end of a word; each is the forms of five cases."""
    return {
        language: {
            end: tuple(tuple(way.split()) for way in ways.split("|"))
            for end, ways in (line.split(": ") for line in text.strip().splitlines())
        }
        for language, text in (("ru", _RUSSIAN), ("uk", _UKRAINIAN))
    }
