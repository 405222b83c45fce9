"""A site cut into shards, each a site of its own that one job builds, several jobs at a time.

A shard is kept in a cache under the digest of its content. Where that has not changed, its job has nothing to do and is
not started; where it has, the job starts from the last build of the shard; a new version of the program fits no cache.
"""

from collections import Counter
from collections.abc import Sequence
from heapq import heapify, heapreplace
from random import Random
from typing import NamedTuple

from tools.scale.slopes import Slope


class Costs(NamedTuple):
    """The seconds that a job takes to begin, that a shard takes cold, and that it takes after one edit."""

    begin: float
    cold: Slope
    edit: Slope


class Plan(NamedTuple):
    """A site of `count` briefings in shards of at most `size`, of which `at_once` jobs are built at a time."""

    count: int
    size: int
    at_once: int

    @property
    def shards(self) -> list[int]:
        """The number of briefings of each shard."""
        full, rest = divmod(self.count, self.size)
        return [self.size] * full + [rest] * bool(rest)


def build_all(plan: Plan, costs: Costs) -> float:
    """Return the seconds until every shard is built from nothing."""
    return schedule([costs.begin + costs.cold.at(size) for size in plan.shards], plan.at_once)


def build_edited(plan: Plan, costs: Costs, edits: int) -> tuple[int, float]:
    """Return how many shards some edits fall into, and the seconds until these are built from what is kept of them.

    The edits are drawn over the whole site. After the first, each of a shard takes what one more briefing takes cold.
    """
    shards = plan.shards
    found = Counter(_draw(edits, plan))
    jobs = [costs.begin + costs.edit.at(shards[at]) + (times - 1) * costs.cold.each for at, times in found.items()]
    return len(jobs), schedule(jobs, plan.at_once)


def schedule(jobs: Sequence[float], at_once: int) -> float:
    """Return when the last job ends, if the longest waiting one is begun whenever one ends."""
    ends = [0.0] * at_once
    heapify(ends)
    for job in sorted(jobs, reverse=True):
        heapreplace(ends, ends[0] + job)
    return max(ends)


def _draw(edits: int, plan: Plan) -> list[int]:
    """Return the shard of each edit; the draws are the same in every run."""
    lot = Random(plan.count)
    return [int(lot.random() * plan.count) // plan.size for _ in range(edits)]
