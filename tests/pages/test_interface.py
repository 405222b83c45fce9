"""The words of the interface: every language has them all, with the same fields and its own plural forms."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from string import Formatter
from typing import NamedTuple, get_args

import pytest
from jinja2 import nodes
from markupsafe import Markup

from newsbrief.briefing.gaps import GapKind
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.dates import Agreement, Unit
from newsbrief.model.front_matter import OriginField
from newsbrief.model.kinds import ActorKind, Hedge, NotSpeechReason, RelationHedge, RelationKind
from newsbrief.model.languages import locale_of
from newsbrief.model.problems import InternalError
from newsbrief.model.tally import Counted
from newsbrief.pages.language.interface import read_interface, shipped_languages
from newsbrief.theme.render import make_environment
from support.sites import ROOT

NAMED = ("ar", "de", "en", "es", "fr", "he", "pt", "ru", "uk", "zh")
"""The languages that the interface is meant to speak: those of the United Nations and of the wider news, ten in all."""

LANGUAGES = sorted(shipped_languages())
ENVIRONMENT = make_environment(ROOT)


def catalogue(language: str) -> dict[str, str | dict[str, str]]:
    path = ROOT / "src" / "newsbrief" / "pages" / "language" / "catalogues" / f"{language}.yaml"
    file = parse_yaml(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert file.problems == ()
    return file.values


def forms_of(text: str | dict[str, str]) -> dict[str, str]:
    return {"other": text} if isinstance(text, str) else text


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


class Asked(NamedTuple):
    """A text that is asked for: its key, or where `is_family` the beginning of its key, and the names of its fields."""

    key: str
    is_family: bool
    fields: frozenset[str]


FAMILIES: dict[str, tuple[str, ...]] = {
    "kind-": get_args(ActorKind),
    "relation-": get_args(RelationKind),
    "infinitive-": get_args(RelationKind),
    "hedged-relation-": get_args(RelationHedge),
    "why-": get_args(NotSpeechReason),
    "event-": get_args(Agreement),
    "later-": get_args(Unit),
    "gap-": tuple(kind for kind in get_args(GapKind) if kind not in ("origin", "silent-sides")),
    "missing-": get_args(OriginField),
    "field-": tuple(kind for kind in get_args(OriginField) if kind != "url"),
    "hedge-": get_args(Hedge),
    "said-": get_args(Hedge),
    "counted-": get_args(Counted),
    "means-": get_args(Counted),
}
"""Texts whose keys are made of a beginning and a member of a closed set."""


@cache
def asked_by_templates() -> frozenset[Asked]:
    """Return every text that a template asks for by a key that can be read in it."""
    found = set()
    for path in (ROOT / "templates").rglob("*.html"):
        for call in ENVIRONMENT.parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "say":
                fields = frozenset(str(each.key) for each in call.kwargs)
                found |= {Asked(key, is_family, fields) for key, is_family in keys_in(call.args[0])}
    return frozenset(found)


def keys_in(node: nodes.Node) -> Iterator[tuple[str, bool]]:
    match node:
        case nodes.Const(value=str(key)):
            yield key, False
        case nodes.CondExpr():
            for choice in (node.expr1, node.expr2):
                assert choice
                yield from keys_in(choice)
        case nodes.Add(left=nodes.Const(value=str(key))) | nodes.Concat(nodes=[nodes.Const(value=str(key)), *_]):
            yield key, True


@cache
def asked_by_modules() -> frozenset[Asked]:
    """Return every text that a module asks for by a key that can be read in it."""
    found = set()
    for tree in trees_of_modules():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and "say" in call.func.id:
                fields = frozenset(each.arg for each in call.keywords if each.arg)
                match [arg for arg in call.args if not isinstance(arg, ast.Name)]:
                    case [ast.Constant(value=str(key))]:
                        found.add(Asked(key, False, fields))
                    case [ast.JoinedStr(values=[ast.Constant(value=str(key)), _])]:
                        found.add(Asked(key, True, fields))
    return frozenset(found)


def trees_of_modules() -> Iterator[ast.Module]:
    """Yield the modules that can ask for a text; what serve and the command line say is no text of the interface."""
    for room in ("briefing", "pages", "theme", "outputs", "build"):
        for path in (ROOT / "src" / "newsbrief" / room).rglob("*.py"):
            yield ast.parse(path.read_text(encoding="utf-8"))


def all_asked() -> frozenset[Asked]:
    return asked_by_templates() | asked_by_modules()


def words_in_sources() -> set[str]:
    """Return every string that a template or a module holds, such as a key that is handed to a component."""
    words = {node.value for tree in trees_of_modules() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    for path in (ROOT / "templates").rglob("*.html"):
        tree = ENVIRONMENT.parse(path.read_text(encoding="utf-8"))
        words |= {node.value for node in tree.find_all(nodes.Const)}
    return {word for word in words if isinstance(word, str)}


def test_these_languages_are_shipped() -> None:
    assert LANGUAGES == sorted(NAMED) == ["ar", "de", "en", "es", "fr", "he", "pt", "ru", "uk", "zh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_is_asked_for_is_in_every_catalogue(language: str) -> None:
    plain = {each.key for each in all_asked() if not each.is_family}
    assert len(plain) > 100 and "quotation-label" in plain and "as-of" in plain
    lacking = sorted(plain - catalogue(language).keys())
    assert not lacking, f"{language}.yaml lacks {', '.join(lacking)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_of_a_closed_set_has_its_words_in_every_catalogue(language: str) -> None:
    assert {each.key for each in all_asked() if each.is_family} == FAMILIES.keys()
    plain = {each.key for each in all_asked() if not each.is_family}
    for prefix, members in FAMILIES.items():
        given = {key.removeprefix(prefix) for key in catalogue(language) if key.startswith(prefix) and key not in plain}
        lacking, unknown = sorted(set(members) - given), sorted(given - set(members))
        assert not lacking, f"{language}.yaml lacks {', '.join(prefix + each for each in lacking)}"
        assert not unknown, f"nothing asks for {', '.join(prefix + each for each in unknown)} of {language}.yaml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_catalogue_has_a_text_that_nothing_asks_for(language: str) -> None:
    members = {prefix + member for prefix, each in FAMILIES.items() for member in each}
    unread = catalogue(language).keys() - {each.key for each in all_asked()} - members
    assert unread - words_in_sources() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_asks_for_a_text_gives_all_of_its_fields(language: str) -> None:
    for each in all_asked():
        members = FAMILIES[each.key] if each.is_family else [""]
        given = catalogue(language)
        for text in (given[each.key + member] for member in members if each.key + member in given):
            fields = set().union(*map(fields_of, forms_of(text).values()))
            fields |= {"number"} if isinstance(text, dict) else set()
            assert fields <= each.fields, each


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_the_same_fields(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    lacking = [key for key in english if key not in other]
    assert not lacking, f"{language}.yaml lacks {len(lacking)} of the texts of en.yaml: {', '.join(lacking)}"
    assert other.keys() == english.keys()
    for key, text in other.items():
        expected = set().union(*(fields_of(form) for form in forms_of(english[key]).values()))
        if key.startswith("hedged-relation-"):
            # A language hedges the verb as it stands, or its infinitive.
            expected = {"word" if "{word}" in text else "infinitive"}
        for form in forms_of(text).values():
            assert form.strip() and fields_of(form) <= expected, key
        assert fields_of(forms_of(text)["other"]) == expected, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_that_count_have_the_plural_forms_of_their_language(language: str) -> None:
    forms = {*locale_of(language).plural_form.tags, "other"}
    counting = {
        key: {form for form in text if not re.fullmatch("=[0-9]+", form)}
        for key, text in catalogue(language).items()
        if isinstance(text, dict)
    }
    wrong = [key for key, had in counting.items() if had != forms]
    wanted = ", ".join(sorted(forms))
    assert not wrong, f"{language}.yaml: a text that counts has the forms {wanted}; not so {', '.join(wrong)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_said_for_every_number(language: str) -> None:
    say = read_interface(language)
    for key, text in catalogue(language).items():
        fields = set().union(*map(fields_of, forms_of(text).values()))
        for number in (0, 1, 2, 3, 11, 100):
            assert say(key, **dict.fromkeys(fields, "x") | {"number": number}), key


@pytest.mark.parametrize(
    ("language", "wrong"),
    [("de", r"[\"'”«»]|„[^“]*$|^[^„]*“"), ("fr", r"(?<!\u202f)[;:!?»]|«(?!\u202f)|[\"'“”]")],
)
def test_texts_have_the_marks_and_spaces_of_their_language(language: str, wrong: str) -> None:
    texts = [form for text in catalogue(language).values() for form in forms_of(text).values()]
    assert [text for text in texts if re.search(wrong, text)] == []


def test_a_language_without_a_catalogue_speaks_english() -> None:
    say = read_interface(next(tag for tag in ("fi", "mi", "fo") if tag not in LANGUAGES))
    assert say("glossary") == "Glossary"
    assert say.language == "en"


def test_numbers_and_plurals_follow_the_language() -> None:
    assert read_interface("en-GB")("checked-cites", number=1234).startswith("1,234 passages")
    assert read_interface("en")("checked-cites", number=1).startswith("1 passage cited")
    assert "مقطعان" in read_interface("ar")("checked-cites", number=2)


def test_a_text_for_one_number_alone_comes_before_the_plural_forms() -> None:
    say = read_interface("zh")
    one = say("silent-sides", number=1, first="甲", others="")
    assert one == "它没有引述甲任何人的话。"
    assert "乙" in say("silent-sides", number=2, first="甲", others="乙")


def test_what_is_filled_in_is_escaped_unless_it_is_markup() -> None:
    say = read_interface("en")
    assert say("led-by", name="<b>") == "led by &lt;b&gt;"
    assert say("led-by", name=Markup("<b>x</b>")) == "led by <b>x</b>"


def test_an_unknown_text_is_a_fault_of_newsbrief_that_names_the_catalogue() -> None:
    with pytest.raises(InternalError) as caught:
        read_interface("ar-EG")("no-such-text")
    (problem,) = caught.value.problems
    assert problem.path.endswith("ar.yaml") and "'no-such-text'" in problem.message
    assert "fault of Newsbrief" in problem.hint and caught.value.exit_code == 3
