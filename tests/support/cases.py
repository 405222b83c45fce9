"""Cases that people should be able to read: texts in `tests/cases/`."""

from support.sites import ROOT

CASES = ROOT / "tests" / "cases"


def read_cases(name: str) -> list[tuple[str, list[str]]]:
    """Return the cases of `tests/cases/NAME`: a title line `=== title`, then parts divided by lines of dots."""
    cases = []
    for chunk in (CASES / name).read_text(encoding="utf-8").split("\n=== ")[1:]:
        title, _, body = chunk.partition("\n")
        cases.append((title.strip(), [part.strip("\n") for part in body.split("\n....\n")]))
    return cases
