"""What is found in an article and a fact sheet that are given as text."""

import textwrap
from pathlib import Path

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.content.article import parse_article
from newsbrief.content.files import BriefingFolder
from newsbrief.content.own_kinds import read_own_kinds
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.shared_actors import NO_SHARED_ACTORS, SharedActors
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.evidence.find_all import find_all
from newsbrief.evidence.findings import Findings
from newsbrief.model.briefing import Briefing
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.model.problems import Problem
from newsbrief.rules.check import check_briefing
from support.sites import FRONT


def find(
    article: str,
    facts: str,
    front: str = FRONT,
    own: OwnKinds = NO_OWN_KINDS,
    shared: SharedActors = NO_SHARED_ACTORS,
) -> Findings:
    """Return the findings of an article and a fact sheet given as text; both must be readable.

    `own` are the kinds that the site defines, `shared` the actors that its briefings share.
    """
    file = SourceFile("content/x/article.md", front + textwrap.dedent(article))
    sheet = SourceFile("content/x/facts.yaml", textwrap.dedent(facts))
    parsed, problems = parse_article(BriefingFolder("x", Path("content/x"), file, sheet), "en")
    assert parsed is not None, problems
    return find_all(parsed, parse_facts(parse_yaml(sheet), own, shared))


def own_kinds(settings: str, language: str = "en") -> OwnKinds:
    """Return the kinds that a site defines, given the text of its settings, which must be without a problem."""
    own, problems = read_own_kinds(parse_yaml(SourceFile("content/site.yaml", settings)), language)
    assert problems == []
    return own


def check(article: str, facts: str, front: str = FRONT) -> list[Problem]:
    """Return every problem of an article and a fact sheet given as text."""
    return check_briefing(find(article, facts, front))


def messages(article: str, facts: str, front: str = FRONT) -> list[str]:
    """Return the message of every problem of an article and a fact sheet given as text."""
    return [problem.message for problem in check(article, facts, front)]


def brief(article: str, facts: str, front: str = FRONT, own: OwnKinds = NO_OWN_KINDS) -> Briefing:
    """Return the briefing of an article and a fact sheet given as text, which must be without a problem."""
    findings = find(article, facts, front, own)
    assert check_briefing(findings) == []
    return assemble_briefing("x", "x", findings)


def write_front(**keys: str) -> str:
    """Return front matter with these keys besides those that it must have, or in their place."""
    given = {"title": "A", "as_of": "2019-04-07"} | keys
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in given.items()) + "---\n\n"
