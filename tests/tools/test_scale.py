"""What very many briefings would take: computed from figures that were measured, alike in every run."""

import sys

import pytest

from support.processes import WITH_SUPPORT, environment, run_well
from support.sites import ROOT
from tools.scale import measured
from tools.scale.__main__ import main, show_bytes, show_time
from tools.scale.shards import Costs, Plan, build_all, build_edited, schedule
from tools.scale.slopes import Slope

COSTS = Costs(begin=10.0, cold=Slope(10, 20.0, 20, 30.0), edit=Slope(10, 2.0, 20, 3.0))


def test_a_slope_goes_through_what_was_measured_and_on() -> None:
    line = Slope(1_000, 4.0, 3_000, 8.0)
    assert (line.at(1_000), line.at(3_000), line.at(10_000)) == (4.0, 8.0, 22.0)
    assert (line.start, line.each) == (2.0, 0.002)
    assert Slope(1_000, 4.0, 10_000, 40.0).exponent == pytest.approx(1.0)
    assert Slope(1_000, 4.0, 2_000, 16.0).exponent == pytest.approx(2.0)
    assert Slope(1_000, 4.0, 2_000, 16.0).start == 0


def test_jobs_are_begun_whenever_one_ends_the_longest_first() -> None:
    assert schedule([3, 5, 2], 1) == 10
    assert schedule([3, 5, 2], 2) == 5
    assert schedule([3, 5, 2], 9) == 5
    assert schedule([], 3) == 0


def test_a_site_is_cut_into_full_shards_and_the_rest() -> None:
    assert Plan(25, 10, 1).shards == [10, 10, 5]
    assert Plan(20, 10, 1).shards == [10, 10]
    # Each begins in 10 s; 10 briefings take 20 s, 5 take 15 s.
    assert build_all(Plan(25, 10, 1), COSTS) == 30 + 30 + 25
    assert build_all(Plan(25, 10, 2), COSTS) == 30 + 25


def test_edits_start_only_the_shards_that_they_fall_into() -> None:
    assert build_edited(Plan(1_000, 10, 100), COSTS, 1) == (1, 12.0)
    assert build_edited(Plan(10, 10, 1), COSTS, 3) == (1, 10.0 + 2.0 + 2 * 1.0)
    jobs, took = build_edited(Plan(1_000, 10, 1), COSTS, 50)
    assert 30 < jobs < 50
    assert took == pytest.approx(jobs * 12.0 + (50 - jobs) * 1.0)


def test_sizes_and_times_are_shown_in_units_that_fit() -> None:
    assert [show_time(each) for each in (1.25, 119.0, 120.0, 7200.0)] == ["1.2 s", "119.0 s", "2.0 min", "2.0 h"]
    assert [show_bytes(each) for each in (1999, 2000, 2.5e6, 3e9)] == ["1,999 B", "2.0 KB", "2.5 MB", "3.0 GB"]


def test_the_tables_of_the_documentation_are_those_that_the_figures_give(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    printed = capsys.readouterr().out
    page = (ROOT / "docs/contributing/past-one-machine.md").read_text(encoding="utf-8")
    tables = [part.partition("\n\n")[2].strip() for part in printed.split("## ")[1:]]
    assert len(tables) == 3
    assert [table for table in tables if table not in page] == []
    assert all(f"{figure:,}" in page for figure in (measured.MOST_ADDRESSES,))


def test_every_run_prints_the_same() -> None:
    runs = {run_well(sys.executable, "-m", "tools.scale", env=_surroundings(seed)) for seed in ("1", "2")}
    assert len(runs) == 1


def _surroundings(seed: str) -> dict[str, str]:
    return environment(PYTHONPATH=WITH_SUPPORT, PYTHONHASHSEED=seed)
