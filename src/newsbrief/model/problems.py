"""Problems as values: what is wrong, where it stands, and what to do about it."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from newsbrief import __version__

COVERED = "covered by "
"""The beginning of notes on doubts for which the editor vouches; only programs are given them."""


class Problem(NamedTuple):
    """One thing an editor has to mend.

    `path` is shown as given. `line` and `column` count from 1, `column` in characters; 0 means that the
    whole file (or the whole line) is meant. `excerpt` is the line itself, without its end.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    excerpt: str = ""


class NewsbriefError(Exception):
    """Carries every problem that was found, and notes, which are none.

    `exit_code` is the command's, `outcome` says what became of the site.
    """

    exit_code = 1
    outcome = "nothing was written"

    def __init__(self, problems: Iterable[Problem], notes: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        self.notes = tuple(notes)
        super().__init__("; ".join(problem.message for problem in self.problems))

    def __reduce__(self) -> tuple[object, ...]:
        # As it goes from one process to another.
        return type(self), (self.problems, self.notes)

    @classmethod
    def because(cls, message: str, hint: str = "", path: str = "newsbrief") -> Self:
        """Return the error for one fault that has no line of its own."""
        return cls.at(path, 0, message, hint)

    @classmethod
    def at(cls, path: str, line: int, message: str, hint: str = "") -> Self:
        """Return the error for one fault in a line of a file; line 0 is the whole of it."""
        return cls([Problem(path, line, 0, message, hint)])


class ConfigError(NewsbriefError):
    """The command line, the configuration or the machine is at fault, not the content."""

    exit_code = 2


REPORT = (
    "this is a fault of Newsbrief, not of this site: please report it, with this message,"
    f" the command that you ran, and the version, newsbrief {__version__}"
)
"""The hint for a fault of Newsbrief itself."""


class InternalError(NewsbriefError):
    """Newsbrief itself is at fault, such as its theme or a catalogue; its problems have the hint REPORT."""

    exit_code = 3


class CutShortError(ConfigError):
    """A build could not make all its changes, and some were made."""

    outcome = "the site is half written"


class NotOnRecordError(ConfigError):
    """A build made all its changes, and could not put them on record."""

    outcome = "the site was written"
