"""A briefing that was found to have no problem is read without asking the rules again, while its files are the same."""

from pathlib import Path

from newsbrief.build.briefings import BriefingJob, read_briefing
from newsbrief.build.request import BuildRequest
from newsbrief.build.site_sources import read_sources
from support.sites import FACTS, write_briefing, write_site


def test_the_rules_are_asked_again_only_of_files_that_have_changed(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    job, setup = BriefingJob("bridge", "bridge"), read_sources(BuildRequest(site)).setup
    first = read_briefing(setup, job)
    assert first.briefing is not None
    assert read_briefing(setup, job, first.digests).briefing == first.briefing

    # Only the rules see that the year is not in the words cited.
    write_briefing(site, "bridge", facts=FACTS.replace("event: The", "event: In 1987 the"))
    false = read_briefing(setup, job)
    assert false.problems and false.briefing is None
    assert read_briefing(setup, job, first.digests) == false
    assert read_briefing(setup, job, false.digests).briefing is not None
