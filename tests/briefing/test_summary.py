"""The summary of a briefing: what lists show of it, and what the glossary shows of its actors."""

from msgspec.structs import replace

from newsbrief.briefing.summary import choose_parties, summarise
from newsbrief.model.site import Party
from support.feeds import briefing_of

BODIES = [Party(f"body-{number}", f"Body {number}", None, "group", None) for number in range(11)]


def test_a_summary_tells_what_the_briefing_tells() -> None:
    summary = summarise(briefing_of("two-briefings", "footbridge"))
    teaser = summary.teaser
    assert (teaser.slug, teaser.title) == ("footbridge", "Adaba votes for a footbridge")
    assert teaser.standfirst == "The council of Adaba has voted for a footbridge over the Lisse."
    assert teaser.month == "2021-05" and not teaser.is_corrected and not teaser.draft
    assert [party.label for party in summary.parties] == ["Adaba Council", "Lena Ortiz", "Tom Reed", "LVC"]
    assert teaser.parties == (("council", "Adaba Council"), ("commission", "LVC")) and teaser.more == 0


def test_a_teaser_names_eight_parties_and_no_persons() -> None:
    named, more = choose_parties([Party("ada", "Ada", None, "person", None), *BODIES])
    assert named == tuple((f"body-{number}", f"Body {number}") for number in range(8))
    assert more == 3
    assert choose_parties(BODIES[:8]) == (named, 0)


def test_a_teaser_does_not_hold_what_it_does_not_show() -> None:
    briefing = briefing_of("two-briefings", "footbridge")
    actors = {id: replace(actor, about=()) for id, actor in briefing.actors.items()}
    silent = summarise(replace(briefing, actors=actors))
    assert silent != summarise(briefing)
    assert silent.teaser == summarise(briefing).teaser
