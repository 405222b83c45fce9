"""The quote panel: what narrows it, what each card shows, and that the style sheet can keep up."""

import re

from conftest import FRONT, ROOT, check, find
from newsbrief.briefing import assemble_briefing
from newsbrief.model import Briefing
from newsbrief.panel import MOST_CHOICES, Card, Choice, date_quotes, make_cards, offer_choices

CHOICES = ROOT / "static" / "css" / "components" / "choices.css"


def brief(article: str, facts: str) -> Briefing:
    assert check(article, facts, FRONT) == []
    return assemble_briefing("x", "x", find(article, facts, FRONT))


def say(*said: tuple[str, str]) -> Briefing:
    """Return a briefing in which speakers, each written as `name` or `name of side`, say some words in turn.

    Nobody says what "" says.
    """
    sentences, quotes = [], []
    sides = dict.fromkeys(speaker for speaker, _ in said if speaker)
    for speaker, words in said:
        name = speaker.partition(" of ")[0]
        sentences.append(f'{name} said: "{words}."' if name else f'There was talk of "{words}".')
        who = f"{name.lower()}, cue: {name} said" if name else "unattributed"
        number = sum(each.startswith(f"{name} said") for each in sentences)
        which = f', prefix: "{sentences[-2]} "' if name and number > 1 and len(sentences) > 1 else ""
        cue = f"{{text: {name} said{which}}}" if which else f"{name} said"
        who = f"{name.lower()}, cue: {cue}" if name else who
        quotes.append(f"  - {{speaker: {who}, text: {words}{'.' if name else ''}}}")
    actors = [
        f"  - {{id: {name.lower()}, name: {name}, kind: person{f', side: {side}' if side else ''}}}"
        for name, _, side in (speaker.partition(" of ") for speaker in sides)
    ]
    listed = ["actors:", *actors] if actors else []
    return brief(" ".join(sentences), "\n".join([*listed, "quotes:", *quotes]))


def test_debug():
    b = say(("Ann of town", "one"), ("Bob of town", "two"), ("", "three"), ("Ann of town", "four"))
    for c in offer_choices(b):
        print(c)
    assert 0
