"""The steps that some work takes: the lines of Python that it runs. They are the same on every machine, at any load.

`count_steps(lambda: sum(range(9)))` is 1.
"""

import gc
import sys
from collections.abc import Callable
from math import log2
from types import FrameType
from typing import Any


def count_steps(work: Callable[[], object]) -> int:
    """Return the number of lines that `work` runs in Python, each turn of a loop counted."""
    steps = 0

    def trace(_frame: FrameType, event: str, _about: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    # What others have left to be collected would take its steps in here.
    gc.disable()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
        gc.enable()
    return steps


def foresee_exponent(count: Callable[[int], int], size: int) -> float:
    """Return the exponent by which what `count` returns for a size grows between 2,500 and 5,000.

    It is foreseen from three small sizes: the second difference of their counts shows what grows with the square.
    """
    first, second, third = count(size), count(2 * size), count(3 * size)
    square = max(0.0, (third - 2 * second + first) / (2 * size**2))
    each = (second - first) / size - 3 * square * size
    start = first - each * size - square * size**2
    return log2(max(1.0, start + each * 5000 + square * 5000**2) / max(1.0, start + each * 2500 + square * 2500**2))
