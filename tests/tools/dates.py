"""How dates are written, language by language, in one table: `python -m tools.dates` writes `cases/dates.txt` again."""

from collections.abc import Iterable, Iterator

from newsbrief.model.dates import parse_date
from newsbrief.pages.language.dates import format_date, format_with_weekday, name_month
from support.cases import CASES

TABLE = CASES / "dates.txt"
LANGUAGES = (
    *("ar", "de", "en", "en-GB", "es", "fi", "fr", "he", "hu", "ja"),
    *("ko", "pl", "pt", "ru", "sv", "tr", "uk", "zh", "zh-Hant"),
)
DATES = (
    *("2019", "2019-04", "2019-04-07"),
    *("2017/2019", "2018/2019-04", "2019-04/2019-05-01"),
    *("2019-03/2019-05", "2018-11/2019-02"),
    *("2019-04-03/2019-04-21", "2019-03-30/2019-04-02", "2018-12-30/2019-01-05"),
)
DAY = parse_date("2021-06-01")

HEAD = """\
How dates and ranges are written. A test holds this table against what the program writes; where a change is meant,
`python -m tools.dates` in tests/ writes the table again. A no-break space is shown as ⍽, a narrow one as ⎵.
"""
_VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "⎵", "\u2009": "<thin space>"})


def write_table(languages: Iterable[str] = LANGUAGES) -> str:
    """Return the table: a block for each language, a line for each date."""
    blocks = ("\n".join([language, *_write_lines(language)]) for language in languages)
    return "\n\n".join([HEAD.rstrip(), *blocks]) + "\n"


def _write_lines(language: str) -> Iterator[str]:
    forms = {date: format_date(parse_date(date), language) for date in DATES}
    forms["2021-06-01, weekday"] = format_with_weekday(DAY, language)
    forms["2021-06, alone"] = name_month(DAY.start.first, language)
    for given, written in forms.items():
        yield f"  {given:<24}{written.translate(_VISIBLE)}"


if __name__ == "__main__":
    TABLE.write_text(write_table(), encoding="utf-8", newline="\n")
