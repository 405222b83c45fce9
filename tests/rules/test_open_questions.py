"""An entry with an open question: shown in a draft only, and not refused for what the program does not understand."""

from pathlib import Path

import pytest

from newsbrief.content.article import parse_article
from newsbrief.content.files import BriefingFolder
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.evidence.find_all import find_all
from newsbrief.rules.check import check_briefing

ARTICLE = "Nora Vane met Tom Aske, who left “a note of regret” behind.\n\n“It is over,” said Nora Vane."
ACTORS = "actors:\n- {id: vane, name: Nora Vane, kind: person}\n- {id: aske, name: Tom Aske, kind: person}\n"
FAR = "- {speaker: aske, DOUBTcue: met Tom Aske, text: a note of regret}\n"
OVER = "- {speaker: vane, cue: said Nora Vane, text: 'It is over,'}\n"


def messages(quotes: str, *, is_draft: bool = True) -> list[str]:
    draft = "draft: true\n" if is_draft else ""
    text = f"---\ntitle: A title\nas_of: 2026-03-05\n{draft}---\n\n{ARTICLE}\n"
    folder = BriefingFolder("story", Path("story"), SourceFile("article.md", text), None)
    article, problems = parse_article(folder, "en")
    assert article is not None and problems == []
    facts = parse_facts(parse_yaml(SourceFile("facts.yaml", f"{ACTORS}quotes:\n{quotes}")))
    return [problem.message for problem in check_briefing(find_all(article, facts))]


def test_open_question_stands_for_what_is_not_understood() -> None:
    doubted = FAR.replace("DOUBT", "doubt: is it he?, ")
    (message,) = messages(FAR.replace("DOUBT", "") + OVER)
    assert message.startswith("the program does not understand")
    assert messages(doubted + OVER) == []


def test_open_question_keeps_a_briefing_from_being_published() -> None:
    doubted = FAR.replace("DOUBT", "doubt: is it he?, ")
    assert messages(doubted + OVER, is_draft=False) == ["this question is still open: is it he?"]


@pytest.mark.parametrize("doubt", ["", "doubt: is it he?, "])
def test_open_question_excuses_no_contradiction(doubt: str) -> None:
    wrong = f"- {{speaker: aske, {doubt}cue: said Nora Vane, text: 'It is over,'}}\n"
    found = messages(FAR.replace("DOUBT", "doubt: is it he?, ") + wrong)
    assert any("wrong speaker" in message for message in found)
