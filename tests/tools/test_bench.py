"""What the benchmark compares: invented briefings without a problem, and peers' sites of the same. Nothing is timed."""

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from support.files import bytes_of
from support.processes import NEWSBRIEF, environment, run
from support.whole import load_site
from tools.bench.builds import compare_builds
from tools.bench.cases import (
    CASES,
    check_restored,
    clear_away,
    forget_everything,
    restore_elsewhere,
    write_article,
    write_config,
)
from tools.bench.content import SITE, Invented, invent, write_content
from tools.bench.growth.kinds import KINDS
from tools.bench.growth.table import find_exponent, print_growth
from tools.bench.markup import read_words
from tools.bench.measuring import CAN_SAMPLE, RunError, take_memory, take_time
from tools.bench.outcome import OutcomeError, expect_everything, find_lacking, read_text
from tools.bench.peers import PEERS
from tools.bench.peers.bundles import LAYOUTS
from tools.bench.peers.installing import ask_version, install_by_npm
from tools.bench.programs import Program, set_up_newsbrief
from tools.bench.serving import time_edits
from tools.bench.table import CPU, WALL, Row, print_head, print_row
from tools.bench.table import print_growth as print_exponents
from tools.bench.yamltext import as_yaml

pytestmark = pytest.mark.slow

NUMBERS = (1, 2, 3)
WITH_ALL_SIGNS = range(1, 13)
COUNTS = {"key_points": 3, "actors": 8, "dates": 6, "relations": 4}
QUOTATIONS = {1: 6, 2: 5, 3: 7}
"""The quotations of the first briefings, one of them in two passages; each number is as another three ahead of it."""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Newsbrief, with a site of three invented briefings."""
    return set_up_newsbrief(tmp_path / "site", len(NUMBERS))


def paragraphs_of(briefing: Invented) -> list[str]:
    return briefing.article.strip().split("\n\n")


def test_invented_briefings_are_without_a_problem(tmp_path: Path) -> None:
    site = set_up_newsbrief(tmp_path / "site", len(WITH_ALL_SIGNS)).site
    assert run(*NEWSBRIEF, "check", "--site", site).stderr == ""
    tallies = [briefing.tally for briefing in load_site(site).briefings]
    assert all(each.dates == 6 for each in tallies)
    found = [(each.quotations, each.unattributed, each.by_pronoun, each.passages) for each in tallies]
    assert found == [(6, 1, 0, 7), (5, 0, 0, 6), (7, 0, 1, 8)] * 4


def test_three_of_four_articles_have_signs_and_some_tables_and_footnotes() -> None:
    articles = {number: invent(number).article for number in WITH_ALL_SIGNS}
    assert [number for number, text in articles.items() if not set("*_[]#|\\") & set(text)] == [4, 8, 12]
    for sign, numbers in {
        "*": [1, 2, 3, 5, 6, 7, 9, 10, 11],
        "\\_": [1, 5, 9],
        "](https://": [2, 3, 6, 7, 10, 11],
        "](../": [2, 3, 6, 7, 10, 11],
        "\n- ": [2, 3, 6, 7, 10, 11],
        "\n|---": [5],
        "[^1]": [11],
    }.items():
        assert [number for number, text in articles.items() if sign in text] == numbers, sign


def test_the_words_of_an_article_are_told_without_its_signs() -> None:
    assert read_words(r"*One* [of](https://a.example) __2\*3__.[^1]") == "One of 2*3."
    shown = invent(5).shown
    assert {"Load", "bricks and tiles", "people on foot"} < set(shown)
    assert "IWC_790_70; loads marked *late* wait" in shown[-1]
    assert not any(set(text) & set("[]|#\\") for number in WITH_ALL_SIGNS for text in invent(number).shown)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_fact_sheet_is_full(number: int) -> None:
    briefing = invent(number)
    counts = {key: len(entries) for key, entries in briefing.facts.items()}
    assert counts == {**COUNTS, "quotes": QUOTATIONS[number]}
    assert 480 <= len(briefing.article.split()) <= 680
    quotes, actors = briefing.facts["quotes"], briefing.facts["actors"]
    assert sum("cue" not in quote for quote in quotes) == (number == 1)
    assert [len(quote["text"]) for quote in quotes if isinstance(quote["text"], list)] == [2]
    assert all(actor["aliases"] and all(claim["cite"] for claim in actor["about"]) for actor in actors)


def test_no_briefing_repeats_a_paragraph_a_title_or_a_person_of_another() -> None:
    briefings = [invent(number) for number in range(1, 51)]
    paragraphs = [text for briefing in briefings for text in paragraphs_of(briefing) if text[0] != "#"]
    assert len(set(paragraphs)) == len(paragraphs) > 11 * 50
    assert len({briefing.front["title"] for briefing in briefings}) == 50
    assert len({briefing.name for briefing in briefings}) == 50
    people = [each["name"] for briefing in briefings for each in briefing.facts["actors"] if each["kind"] == "person"]
    assert len(set(people)) > 190


def test_the_same_numbers_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        write_content(tmp_path / folder, map(invent, NUMBERS))
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "other")


def test_an_edit_changes_one_word_and_no_fact() -> None:
    for number in range(1, 21):
        before, after = invent(number), invent(number, edited=True)
        assert before.article.replace(f" {before.mood},", f" {after.mood},") == after.article != before.article
        assert (before.front, before.facts, before.name) == (after.front, after.facts, after.name)


def test_an_edited_site_is_without_a_problem_and_shows_the_edit(program: Program) -> None:
    write_article(program, edited=True)
    build_site(BuildRequest(program.site), program.site / program.output)
    page = read_text(program.page(invent(2)).read_text(encoding="utf-8"))
    assert find_lacking(page, invent(2, edited=True)) == []
    assert find_lacking(page, invent(2)) == [f"{invent(2).name}: {invent(2).shown[1]}"]


def test_a_built_site_shows_everything_and_what_it_lacks_is_told(program: Program) -> None:
    build_site(BuildRequest(program.site), program.site / program.output)
    expect_everything(program)
    page = program.page(invent(3))
    quotation = invent(3).facts["quotes"][0]["text"]
    page.write_text(page.read_text(encoding="utf-8").replace(quotation, "…"), encoding="utf-8")
    with pytest.raises(OutcomeError, match=quotation):
        expect_everything(program)


def test_a_cold_build_finds_nothing_of_a_build_before(program: Program) -> None:
    before = bytes_of(program.site)
    build_site(BuildRequest(program.site), program.site / program.output)
    assert bytes_of(program.site) != before
    forget_everything(program, 0)
    assert bytes_of(program.site) == before
    clear_away(program)
    assert [each.name for each in program.site.parent.iterdir()] == ["site"]


def test_a_restored_site_is_elsewhere_with_what_a_build_starts_from_and_an_edit(program: Program) -> None:
    build_site(BuildRequest(program.site), program.site / program.output)
    restored = restore_elsewhere(program, 0)
    assert restored.site != program.site
    assert bytes_of(restored.site / "_site") == bytes_of(program.site / "_site")
    with pytest.raises(OutcomeError, match=invent(2).mood):
        check_restored(restored, 0)
    build_site(BuildRequest(restored.site), restored.site / program.output)
    check_restored(restored, 0)
    rest = restore_elsewhere(replace(program, restored=()), 0)
    assert [each.name for each in rest.site.iterdir()] == ["content"]


def test_a_site_without_an_address_differs_by_its_address_alone(program: Program) -> None:
    before = bytes_of(program.site)
    write_config(program, addressed=False)
    after = bytes_of(program.site)
    assert [path for path in before if before[path] != after[path]] == ["content/site.yaml"]
    assert {**yaml.safe_load(after["content/site.yaml"]), "base_url": SITE["base_url"]} == SITE
    write_config(program, addressed=True)
    assert bytes_of(program.site) == before


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_has_the_same_articles_and_lists(name: str, tmp_path: Path) -> None:
    peer = PEERS[name].set_up(tmp_path / "site", len(NUMBERS), tmp_path / "program")
    assert peer.name == PEERS[name].name
    for briefing in map(invent, NUMBERS):
        path, text = peer.article(briefing)
        bundle = (peer.site / path).read_text(encoding="utf-8")
        assert bundle == text
        _, front, article = bundle.split("---\n", 2)
        assert article.strip() == briefing.article.strip()
        read = yaml.safe_load(front)
        assert {key: read[key] for key in briefing.facts} == briefing.facts
        assert read["title"] == briefing.front["title"]
    templates = bytes_of(LAYOUTS / name)
    assert templates and templates.items() <= bytes_of(peer.site).items()


def test_hugo_leaves_the_marks_of_articles_alone(tmp_path: Path) -> None:
    site = PEERS["hugo"].set_up(tmp_path / "site", 1, tmp_path / "program").site
    config = yaml.safe_load((site / "hugo.yaml").read_text(encoding="utf-8"))
    assert config["markup"]["goldmark"]["extensions"]["typographer"]["disable"] is True


def test_a_peer_that_cannot_be_installed_is_told_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "npm" in install_by_npm(tmp_path / "peer", ["@11ty/eleventy"])


def test_a_version_is_read_from_what_a_program_prints() -> None:
    assert ask_version(sys.executable, "-c", "print('peer, version 1.6.1 (Python 3.11)')") == "1.6.1"
    assert ask_version(sys.executable, "-c", "print('hugo v0.168.0+extended linux/amd64')") == "0.168.0"


def test_rows_show_medians_leasts_and_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    print_head(["Newsbrief", "Hugo", "Pelican"])
    print_row(Row(1000, "cold, address", WALL, [[3.0, 2.0, 9.0], [1.0], [6.0]]))
    head, rule, row = capsys.readouterr().out.splitlines()
    assert len({line.count("|") for line in (head, rule, row)}) == 1
    assert re.sub(" +", " ", head) == (
        "| N | case | measure | unit | Newsbrief | Hugo | Pelican | ÷ Hugo | ÷ Pelican |"
    )
    assert re.sub(" +", " ", row) == (
        "| 1,000 | cold, address | wall time | ms | 3,000 (2,000) | 1,000 | 6,000 | 3.00 | 0.50 |"
    )


def test_growth_is_told_of_what_was_measured_at_both_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        Row(1000, "cold", WALL, [[2.0], [1.0]]),
        Row(1000, "edit, served", WALL, [[2.0], [1.0]]),
        Row(10_000, "cold", WALL, [[20.0], [100.0]]),
        Row(10_000, "cold", CPU, [[20.0], [100.0]]),
    ]
    print_exponents(rows, ["Newsbrief", "Hugo"])
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "| case | measure | Newsbrief | Hugo |",
        "|---|---|--:|--:|",
        "| cold | wall time | 1.00 | 2.00 |",
    ]
    print_exponents(rows[:2], ["Newsbrief", "Hugo"])
    assert capsys.readouterr().out == ""


def test_each_case_is_measured_and_the_bytes_of_the_output() -> None:
    rows = list(compare_builds([1], 1, [set_up_newsbrief]))
    times = [(row.case, row.measure.name) for row in rows if row.measure in (WALL, CPU)]
    assert times == [(case.name, name) for case in CASES for name in ("wall time", "CPU time")]
    folder, everything = (row.samples[0][0] for row in rows[-2:])
    assert 0 < folder < everything


def test_what_is_written_as_yaml_is_read_back() -> None:
    values = {
        "plain": "Of the town",
        "typed": ["no", "12", "null", "2011-05-14"],
        "odd": ["ends: so", "a # b", "it's", '"quoted"', "- dash", "[", ""],
        "long": "word " * 60 + "end: of 'it'",
        "nested": [{"text": "x " * 80 + "y", "list": ["z"]}],
    }
    assert yaml.safe_load(as_yaml(values)) == values


def test_time_is_taken_of_a_process_and_its_children() -> None:
    burn = "import time\nend = time.process_time() + 0.05\nwhile time.process_time() < end: pass"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}], check=True)"
    took = take_time([sys.executable, "-c", child], environment())
    assert took.cpu >= 0.05
    assert took.wall >= 0.05


@pytest.mark.skipif(not CAN_SAMPLE, reason="this system does not tell the memory of a process")
def test_memory_is_summed_over_a_process_and_its_children() -> None:
    hold = "held = b'x' * 40_000_000; "
    stay = f"import time; {hold}time.sleep(1)"
    child = f"import subprocess, sys; {hold}subprocess.run([sys.executable, '-c', {stay!r}], check=True)"
    assert take_memory([sys.executable, "-c", child], environment()) > 80_000_000


def test_a_program_that_fails_or_leaves_processes_behind_is_refused() -> None:
    with pytest.raises(RunError, match="told why"):
        take_time([sys.executable, "-c", "import sys; sys.exit('told why')"], environment())
    leave = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])"
    with pytest.raises(RunError, match="left processes behind"):
        take_time([sys.executable, "-W", "ignore", "-c", leave], environment())


def test_an_edit_is_timed_until_the_preview_shows_it(program: Program) -> None:
    took = list(time_edits(program, 2))
    assert len(took) == 2 and min(took) > 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_grows_with_its_size_and_is_the_same_each_time(kind: str, tmp_path: Path) -> None:
    sites = [tmp_path / name / "content" for name in ("few", "many", "again")]
    for content, size in zip(sites, (20, 60, 60), strict=True):
        KINDS[kind](content, size)
    few, many, again = (sum(map(len, bytes_of(content).values())) for content in sites)
    assert 1.5 * few < many
    assert bytes_of(sites[1]) == bytes_of(sites[2])
    assert many == again


def test_the_exponent_is_that_of_the_largest_sizes_without_the_start() -> None:
    assert find_exponent([10, 1000, 5000], [0.2, 0.3, 0.7]) == pytest.approx(1.0)
    assert find_exponent([10, 1000, 2000], [0.2, 1.2, 4.2]) == pytest.approx(2.0)
    assert find_exponent([10, 1000, 2000], [0.2, 0.2, 0.25]) is None


def test_growth_is_printed_as_a_table(capfd: pytest.CaptureFixture[str]) -> None:
    print_growth(["unaccounted passages"], [1, 2, 3])
    head, rule, row = capfd.readouterr().out.splitlines()
    assert len({line.count("|") for line in (head, rule, row)}) == 1
    assert row.startswith("| unaccounted passages ")
