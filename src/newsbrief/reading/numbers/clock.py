"""Times of day: the words that make a number one, in many languages.

`read_clock("7.40am", 0, 4, (7, 40))` is the end of its words, and 460, the minutes since midnight.
"""

from newsbrief.model.patterns import compile_late

_HALF = compile_late(r"\s?([ap])\.?\s?m\b\.?")
_HOUR_WORDS = compile_late(
    r"\s?(?:o'clock|uhr\b|hs?\b|heures?\b|horas?\b|ore\b|uur\b|hrs?\b|час(?:ов|а)?\b|годин[аиі]?\b|godzin[aęy]?\b|時"
    r"|时|点|點|시)"
)
_ONLY_CLOCK = compile_late(r"\s?(?:o'clock|uhr\b|点|點)")
_MINUTES_AFTER = compile_late(r"\s?(\d{1,2})(?!\d)\s?(?:分|분|min\b|минут\w*)?")
_MORNING = compile_late(
    r",?\s?(?:(?:early |late )?in the (?:early )?morning|morgens|früh\b|vormittags|am (?:frühen )?(?:morgen"
    r"|vormittag)|du matin|de la mañana|de la madrugada"
    r"|d[ei]l? mattin[ao]|di mattina|da manhã|da madrugada|'s (?:ochtends|morgens)|утра|ночи|ранку|rano|صباح(?:ا|ًا"
    r"|اً)|na manhã)"
)
_EVENING = compile_late(
    r",?\s?(?:(?:early |late )?in the (?:early |late )?(?:afternoon|evening)|at night|nachmittags|abends"
    r"|am (?:späten |frühen )?(?:nachmittag|abend)"
    r"|de l'après-midi|du soir|de la (?:tarde|noche)|d[ei]l? pomeriggio|di (?:sera|notte)|da (?:tarde|noite)"
    r"|'s (?:middags|avonds)"
    r"|дня|вечера|вечора|дня|po południu|wieczorem|مساء(?:ً)?|عصر(?:ا|ًا|اً)|ظهر(?:ا|ًا|اً)|بعد الظهر)"
)
_AM_BEFORE = ("午前", "上午", "早上", "凌晨", "오전")
_PM_BEFORE = ("午後", "下午", "晚上", "傍晚", "中午", "오후")
_AT = compile_late(
    r"(?:\bat(?: about| around)?|\b(?:um|gegen|à|vers|alle|verso|a las?|hacia las|às|om|klo|kl\.?|klockan|klokken"
    r"|saat|jam|pukul)"
    r"|\bв|\bо|o godzinie|الساعة|בשעה)\s?$"
)
NAMED = {
    "noon": 720,
    "midday": 720,
    "midnight": 0,
    "mitternacht": 0,
    "minuit": 0,
    "medianoche": 0,
    "mezzanotte": 0,
    "mezzogiorno": 720,
    "mediodía": 720,
    "полночь": 0,
    "полдень": 720,
}
CLOCK = r"(\d{1,2})\s?[:.h]\s?(\d{2})(?![\d])(?!\.\d)"
CLOCK_PHRASE = compile_late(r"(?:a )?(half|quarter|five|ten|twenty) (past|(?<=quarter )to) ([a-z]+|\d{1,2})")
_DAY = 24 * 60


def read_clock(text: str, start: int, end: int, hour: int, minutes: int | None) -> tuple[int, tuple[int, ...], bool]:
    """Return the end of a time's words, the minutes since midnight it may mean, and whether it can be nothing else.

    The number itself stands at `start` to `end`. No minutes are returned where nothing makes it a time.
    """
    if hour > 24 or (minutes or 0) > 59:
        return end, (), False
    before = text[max(0, start - 14) : start]
    named = _HOUR_WORDS.match(text, end)
    sure = minutes is not None and any(sign in text[start:end] for sign in ":h")
    if named:
        sure = sure or bool(_ONLY_CLOCK.match(text, end))
        end = named.end()
        if minutes is None and (more := _MINUTES_AFTER.match(text, end)) and int(more[1]) < 60:
            minutes, end = int(more[1]), more.end()
            sure = True
    at = hour % 24 * 60 + (minutes or 0)
    half = _HALF.match(text, end)
    if half:
        return half.end(), (_in_half(at, half[1] == "p"),), True
    if before.rstrip().endswith(_AM_BEFORE):
        return end, (_in_half(at, False),), True
    if before.rstrip().endswith(_PM_BEFORE):
        return end, (_in_half(at, True),), True
    if part := _MORNING.match(text, end):
        return part.end(), (_in_half(at, False),), True
    if part := _EVENING.match(text, end):
        small = part[0].endswith(("night", "notte")) and hour < 6
        return part.end(), (_in_half(at, not small),), True
    if named or sure or _AT.search(before):
        return end, (at,) if hour > 12 or hour == 0 else (at, (at + _DAY // 2) % _DAY), sure
    return end, (), False


def _in_half(at: int, is_later: bool) -> int:
    hour, minutes = divmod(at, 60)
    if hour > 12:
        return at
    return (hour % 12 + (12 if is_later else 0)) * 60 + minutes
