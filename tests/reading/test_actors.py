"""Whom an article names: people, bodies and states, each once, with their names."""

from pathlib import Path

import pytest
import yaml

from newsbrief.content.plain_markdown import read_plain
from newsbrief.reading.actors import lexicon
from newsbrief.reading.actors.descriptions import describe
from newsbrief.reading.actors.lexicon import read_bodies, read_given_names, read_words
from newsbrief.reading.actors.reader import ArticleActor, read_actors
from support.sites import ROOT

BLOCKS = (ROOT / "tests" / "cases" / "actors.txt").read_text(encoding="utf-8").split("\n= ")[1:]
KINDS = {"person", "government", "armed-group", "military", "alliance", "international-body", "state", "group"}
KINDS |= {"company", "party", "media", "court", "police", "agency", "university", "place", "event"}


def read(text: str, language: str = "en") -> tuple[ArticleActor, ...]:
    return read_actors(read_plain(text), language)


def show(actor: ArticleActor) -> str:
    """Return an actor as the cases have it."""
    others = [name for name in actor.names if name not in (actor.name, actor.abbr)]
    kind = f"? {actor.kind}" if actor.certainty == "perhaps" else actor.kind
    return f"{kind} | {actor.name} | {actor.abbr or ''} | {', '.join(others)}".rstrip()


@pytest.mark.parametrize("block", BLOCKS, ids=[block.partition("\n")[0] for block in BLOCKS])
def test_actors_are_read_as_a_person_reads_them(block: str) -> None:
    lines = block.strip().split("\n")[1:]
    article = "\n".join(line for line in lines if not line.startswith(">"))
    wanted = [" ".join(line.removeprefix("> ").split()) for line in lines if line.startswith(">")]
    assert [" ".join(show(actor).split()) for actor in read(article)] == wanted


def test_a_paragraph_may_begin_with_a_full_stop() -> None:
    assert [actor.name for actor in read(". Nora Vane met the crews.")] == ["Nora Vane"]


def test_a_number_may_stand_behind_a_place() -> None:
    assert [actor.name for actor in read("A judge freed the London Three.")] == ["London Three"]


def test_every_mention_has_its_place() -> None:
    text = "Nora Vane met the crews. Ms Vane left."
    (vane,) = read(text)
    assert [text[slice(*mention.span)] for mention in vane.mentions] == ["Nora Vane", "Vane"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Die Ministerin Nora Vane sagte nichts.", "Nora Vane"),
        ("fr", "La ministre Nora Vane n’a rien dit.", "Nora Vane"),
        ("es", "La ministra Nora Vane no dijo nada.", "Nora Vane"),
        ("pt", "A ministra Nora Vane não disse nada.", "Nora Vane"),
        ("it", "La ministra Nora Vane non ha detto nulla.", "Nora Vane"),
        ("nl", "Nora Vane zei niets.", "Nora Vane"),
    ],
)
def test_people_are_found_in_other_languages(language: str, text: str, name: str) -> None:
    assert name in [actor.name for actor in read(text, language) if actor.is_person]


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("es", "Ayer la Cofradía de Pescadores votó.", "Cofradía de Pescadores", "group"),
        ("es", "Ayer el Ayuntamiento de Lugo votó.", "Ayuntamiento de Lugo", "government"),
        ("pt", "Ontem a Associação de Agricultores votou.", "Associação de Agricultores", "group"),
        ("pt", "Ontem o Conselho da Bacia do Sorva votou.", "Conselho da Bacia do Sorva", "agency"),
        ("pt", "Ontem a Câmara Municipal de Faro votou.", "Câmara Municipal de Faro", "government"),
    ],
)
def test_bodies_are_found_in_other_languages(language: str, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(actor.name, actor.kind) for actor in read(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Marta Luaces e Irene Bouzas vinieron. Luaces y Bouzas callaron."),
        ("pt", "Helena Prado e Inês Valadão vieram. Prado e Valadão calaram."),
    ],
)
def test_two_surnames_joined_by_and_are_no_third_person(language: str, text: str) -> None:
    assert len([actor for actor in read(text, language) if actor.is_person]) == 2


def test_what_an_article_says_of_a_person_is_found() -> None:
    text = "Nora Vane, leader of the harbour council, met General Arthur Pell."
    vane, pell = read(text)
    assert [text[slice(*each.words)] for each in describe(text, vane, "en")] == ["leader of the harbour council"]
    assert [text[slice(*each.cite)] for each in describe(text, pell, "en")] == ["General Arthur Pell"]


def test_full_stop_of_a_title_ends_no_description() -> None:
    text = "Nora Vane, the harbour minister, met Tom Aske, the lawyer leading Mrs. Pell’s search."
    vane, aske, _ = read(text)
    assert [text[slice(*each.words)] for each in describe(text, vane, "en")] == ["the harbour minister"]
    assert describe(text, aske, "en") == []


def test_clause_behind_a_name_is_no_description() -> None:
    text = "Nora Vane, whose ships ran aground, met the crews."
    assert describe(text, read(text)[0], "en") == []


def test_tables_are_in_order() -> None:
    assert set(read_words("en").heads.values()) <= KINDS
    assert {body.kind for body in read_bodies().values()} <= KINDS
    assert all(name == name.lower() for name in read_given_names())


LANGUAGES = sorted(Path(lexicon.__file__).parent.glob("lexicons/??.yaml"))


@pytest.mark.parametrize(
    "table", [*LANGUAGES, Path(lexicon.__file__).parent / "lexicons" / "common.yaml"], ids=lambda path: path.stem
)
def test_a_table_has_only_keys_that_are_explained(table: Path) -> None:
    keys = yaml.safe_load(table.read_text(encoding="utf-8"))
    assert [key for key in keys if f"`{key}`" not in str(lexicon.__doc__)] == []


def test_language_without_a_table_is_read_all_the_same() -> None:
    assert [actor.name for actor in read("Nora Vane kom til byen.", "nb")] == ["Nora Vane"]
    assert read("ノラ・ヴェイン氏は港を閉鎖した。", "ja") == ()


def test_german_nouns_are_no_names() -> None:
    text = "Die Hafenministerin Nora Vane hat am Montag den Hafen von Kiel geschlossen, nachdem die Polizei kam."
    assert [actor.name for actor in read(text, "de") if actor.certainty != "perhaps"] == ["Nora Vane"]


def test_joined_articles_are_no_part_of_a_name() -> None:
    assert "Union Ellory" in [actor.name for actor in read("L’Union Ellory n’a rien dit.", "fr")]


def test_and_may_stand_inside_the_name_of_an_office() -> None:
    text = "The ruling by the U.S. Immigration and Naturalization Service stands. The State Department agreed."
    names = [actor.name for actor in read(text)]
    assert "U.S. Immigration and Naturalization Service" in names
    assert "State Department" in names
