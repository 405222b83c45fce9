"""The places at which a font of Chinese, Japanese and Korean may be installed: Noto CJK, too large to come along.

>>> find_font_file().endswith((".ttc", ""))
True

Only files of these names in these folders count, so that the same font draws the same card everywhere, and so that a
build that changes nothing can tell at once that one was installed or is gone.
"""

import os

_NAMES = ("NotoSerifCJK-Bold.ttc", "NotoSansCJK-Bold.ttc")
_FOLDERS = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/noto-cjk",
    "/usr/share/fonts/google-noto-cjk",
    "/usr/share/fonts/google-noto-serif-cjk-fonts",
    "/usr/share/fonts/google-noto-sans-cjk-fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
)
"""Folders of Debian, Ubuntu, Arch, Fedora and macOS; those of the user come before them."""


def find_font_file() -> str:
    """Return the path of the font that is installed, the one with serifs first, or ""."""
    home = os.environ.get("HOME", "")
    data = os.environ.get("XDG_DATA_HOME") or (f"{home}/.local/share" if home else "")
    own = [f"{data}/fonts" if data else "", f"{home}/Library/Fonts" if home else ""]
    folders = [*filter(None, own), *_FOLDERS]
    candidates = (f"{folder}/{name}" for name in _NAMES for folder in folders)
    return next(filter(os.path.isfile, candidates), "")
