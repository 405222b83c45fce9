"""Regular expressions that few texts need: compiling them all would take longer than to read most articles.

`compile_late(r"[0-9]+").fullmatch("12")` compiles the expression, and keeps it for the next time.
"""

import re
from typing import Any, AnyStr, cast


def compile_late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression that is compiled when it is first used; only its methods may be used."""
    return cast("re.Pattern[AnyStr]", _LatePattern(pattern, flags))


class _LatePattern:
    def __init__(self, pattern: Any, flags: int) -> None:
        self._arguments = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._arguments)
        # From now on, Python finds the methods before it asks here.
        self.__dict__ |= {method: getattr(compiled, method) for method in dir(compiled) if not method.startswith("_")}
        return getattr(compiled, name)
