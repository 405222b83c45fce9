"""The contrast of colours, as WCAG 2 measures it, and the nearest colour that has enough of it.

>>> round(measure_contrast("#777777", "#ffffff"), 2)
4.48
"""

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls

_STEPS = 512
"""The steps of lightness in which a colour is looked for."""


def measure_contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb`, from 1 to 21.

    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def has_contrast(colour: str, grounds: Mapping[str, float]) -> bool:
    """Say whether a colour has at least the contrast that is given for each of these grounds."""
    return all(measure_contrast(colour, ground) >= least for ground, least in grounds.items())


def find_nearest(colour: str, grounds: Mapping[str, float]) -> str | None:
    """Return the colour of the same hue, nearest in lightness, that has the contrast; None where there is none."""
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    shades = sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda each: abs(each - lightness))
    made = (_write(hls_to_rgb(hue, shade, saturation)) for shade in shades)
    return next((each for each in made if has_contrast(each, grounds)), None)


def _write(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
