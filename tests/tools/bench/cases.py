"""The kinds of builds that are compared, and what is done before and after each."""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tools.bench.content import invent
from tools.bench.outcome import expect_article
from tools.bench.programs import Program

_ASIDE = "aside-"


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of build.

    `prepare` is done before each run and returns the program that is run, `check` is done after it; both are told the
    run's number. `addressed` says whether the site has an address.
    """

    name: str
    prepare: Callable[[Program, int], Program]
    check: Callable[[Program, int], None]
    addressed: bool = True


def forget_everything(program: Program, turn: int) -> Program:
    """Move aside all that builds have made.

    It is not deleted yet: for some time after many files were deleted, some file systems take long to make others.
    """
    aside = _make_folder_beside(program)
    for name in program.made:
        if (program.site / name).exists():
            (program.site / name).rename(aside / name)
    return program


def edit_article(program: Program, turn: int) -> Program:
    """Change one word of one article in the first run, and change it back in the next."""
    write_article(program, edited=turn % 2 == 0)
    return program


def check_edit(program: Program, turn: int) -> None:
    """Expect the article on its page with the word as it now is."""
    expect_article(program, invent(_middle(program), edited=turn % 2 == 0))


def restore_elsewhere(program: Program, turn: int) -> Program:
    """Copy the site to another folder, with times of now, and change one word of one article there.

    Of what builds have made, only that is copied from which another can start: a program that has none builds all.
    """
    site = _make_folder_beside(program) / "site"
    left = set(program.made) - set(program.restored)

    def list_left(folder: str, names: list[str]) -> set[str]:
        return left if Path(folder) == program.site else set()

    shutil.copytree(program.site, site, copy_function=shutil.copyfile, ignore=list_left)
    other = replace(program, site=site)
    write_article(other, edited=True)
    return other


def check_restored(program: Program, turn: int) -> None:
    """Expect the article on its page with the changed word."""
    expect_article(program, invent(_middle(program), edited=True))


def leave_alone(program: Program, turn: int) -> Program:
    """Do nothing."""
    return program


def expect_nothing(program: Program, turn: int) -> None:
    """Check nothing: the first build, which is not measured, was checked as a whole."""


def write_article(program: Program, edited: bool) -> None:
    """Write the article in the middle, with the one word changed or as it was."""
    path, text = program.article(invent(_middle(program), edited))
    (program.site / path).write_text(text, encoding="utf-8")


def write_config(program: Program, addressed: bool) -> None:
    """Give the site an address, or take it away."""
    if config := program.config(addressed):
        path, text = config
        (program.site / path).write_text(text, encoding="utf-8")


def clear_away(program: Program) -> None:
    """Delete what was moved aside or copied, and wait until that is done."""
    for folder in program.site.parent.glob(f"{_ASIDE}*"):
        shutil.rmtree(folder)
    os.sync()


def _make_folder_beside(program: Program) -> Path:
    return Path(tempfile.mkdtemp(prefix=_ASIDE, dir=program.site.parent))


def _middle(program: Program) -> int:
    return program.count // 2 + 1


CASES = (
    Case("cold, no address", forget_everything, expect_nothing, addressed=False),
    Case("cold, address", forget_everything, expect_nothing),
    Case("one article edited", edit_article, check_edit),
    Case("nothing changed", leave_alone, expect_nothing),
    Case("restored", restore_elsewhere, check_restored),
)
"""The cases in their order. All but a cold build find the output of the build before."""
