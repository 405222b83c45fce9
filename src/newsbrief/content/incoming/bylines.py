"""What stands around the text of an article and is none of it: headline, byline, day of publication, picture credit.

`take_origin(blocks)` takes such blocks away from the start and the end, and returns what they say. Only plain forms are
understood; a block in any other form is a paragraph of the article, since nothing of it may be lost.
"""

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from newsbrief.content.incoming.incoming_article import IncomingOrigin, TextBlock

_LONGEST_TITLE = 200
_LONGEST_BYLINE = 100
_AT_HEAD = 5
"""Blocks at the start among which a byline and a day may stand."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY_WORDS = (
    r"(?:(?:published|posted|updated|date)(?:\s+on)?:?\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
)
_CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s+[A-Za-z]{2,5})?)?"
_DAY = re.compile(
    rf"{_DAY_WORDS}(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH}),?\s+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
    rf"|(?P<y3>\d{{4}})-(?P<m3>\d{{2}})-(?P<d3>\d{{2}})){_CLOCK}",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|par|von|por|di|door|av|af|przez)\s+(?=[^\W\d_])(?P<author>[^.!?:;“”\"]+)", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:(?:header|lead|cover|main|top|featured?)\s+)?(?:image|photo(?:graph)?|picture|illustration)s?"
    r"(?:\s+(?:credits?|source|by|courtesy(?:\s+of)?)\s*[:–—-]?|\s*[:–—])\s+(?P<credit>\S.*)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.,;:…]$")


def take_origin(blocks: Sequence[TextBlock], origin: IncomingOrigin) -> tuple[list[TextBlock], IncomingOrigin]:
    """Return the blocks that are the article's text, and its origin with what the others say; what it has it keeps."""
    left = list(blocks)
    if left and (title := _read_title(left, origin)):
        origin = replace(origin, title=title)
        left.pop(0)
    for block in left[:_AT_HEAD]:
        if block.kind != "paragraph" or len(block.text) > _LONGEST_BYLINE or len(left) < 2:
            continue
        read = origin
        if (byline := _BYLINE.fullmatch(block.text)) and _is_name(byline["author"]):
            author, day = _split_byline(byline["author"])
            read = replace(origin, author=origin.author or author, published=origin.published or day)
            is_taken = _fold(read.author) == _fold(author) and day in (None, read.published)
        elif day := read_day(block.text):
            read = replace(origin, published=origin.published or day)
            is_taken = read.published == day
        else:
            is_taken = False
        # What the page itself says otherwise is kept as a paragraph, for the editor to judge.
        if is_taken:
            origin = read
            left.remove(block)
    return _take_credit(left, origin)


def _take_credit(left: list[TextBlock], origin: IncomingOrigin) -> tuple[list[TextBlock], IncomingOrigin]:
    credit = _CREDIT.fullmatch(left[-1].text) if len(left) > 1 else None
    if not credit or len(left[-1].text) > _LONGEST_TITLE:
        return left, origin
    return left[:-1], replace(origin, image_credit=credit["credit"])


def _read_title(blocks: Sequence[TextBlock], origin: IncomingOrigin) -> str:
    """Return the headline that the first block is; "" where it is a paragraph of the text."""
    first = blocks[0]
    if origin.title:
        is_title = _fold(first.text) == _fold(origin.title)
        return origin.title if is_title and len(blocks) > 1 else ""
    if len(blocks) < 2 or len(first.text) > _LONGEST_TITLE or first.kind not in ("paragraph", "heading"):
        return ""
    is_sentence = _SENTENCE_END.search(first.text) or read_day(first.text) or _BYLINE.fullmatch(first.text)
    is_short = any(len(block.text) > len(first.text) for block in blocks[1:_AT_HEAD])
    return first.text if first.kind == "heading" or (not is_sentence and is_short) else ""


def _fold(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _is_name(author: str) -> bool:
    """Say whether the words of a byline are names: of a few words, and each but particles begins with a capital."""
    words = [word for word in re.split(r"[\s,]+", author) if word]
    capitals = sum(not word[0].islower() for word in words)
    return len(words) <= 10 and capitals * 2 > len(words)


def _split_byline(author: str) -> tuple[str, date | None]:
    """Return the author of a byline, and the day at its end: "Jo Hill, The Courier, 14 May 2027"."""
    for comma in re.finditer(r",\s*", author):
        if day := read_day(author[comma.end() :]):
            return author[: comma.start()].strip(), day
    return author.strip(), None


def read_day(text: str) -> date | None:
    """Return the day that a line gives, if it says nothing else."""
    match = _DAY.fullmatch(text.strip().rstrip("."))
    if not match:
        return None
    form = next(number for number in "123" if match[f"y{number}"])
    month = match[f"m{form}"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(match[f"y{form}"]), number, int(match[f"d{form}"]))
    except ValueError:
        return None
