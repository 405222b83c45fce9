"""Permissions that hold back whoever runs the tests, root included."""

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_VERSION = 0x20080522
"""The third version of Linux's capabilities, in which three sets of them take 24 bytes."""

_DAC_OVERRIDE, _DAC_READ_SEARCH, _FOWNER = (1 << number for number in (1, 2, 3))
"""The capabilities by which Linux lets root ignore permissions, as bits of a set."""

_ANOTHER_USER = 65534

_GET_SECUREBITS, _SET_SECUREBITS = 27, 28
_NO_ROOT, _NO_SETUID_FIXUP = 1 << 0, 1 << 2
"""With these bits, a program that root starts gets no capabilities, and `os.access` asks without them as well."""


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be held back by permissions, which do not hold back root.

    On Linux, root stays the owner of its files, so that it may enter the folder of the repository, and gives up what
    lets it ignore permissions. Elsewhere it becomes another user.
    """
    if os.geteuid() != 0:
        yield
    elif sys.platform == "linux" and (before := _read_rights()) is not None and _give_up(*before):
        try:
            yield
        finally:
            assert _write_rights(*before)
    else:
        os.seteuid(_ANOTHER_USER)
        try:
            yield
        finally:
            os.seteuid(0)


def give_away(folder: Path) -> None:
    """Make another user the owner of a folder and of all in it; skip the test where only root could do so."""
    if os.geteuid() != 0:
        pytest.skip("only root can give files to another user")
    for path in (folder, *folder.rglob("*")):
        os.chown(path, _ANOTHER_USER, -1, follow_symlinks=False)


def _give_up(sets: bytes, bits: int) -> bool:
    """Stop ignoring permissions, in this thread and what it starts; return whether that is possible."""
    effective, *others = struct.unpack("6I", sets)
    effective &= ~(_DAC_OVERRIDE | _DAC_READ_SEARCH | _FOWNER)
    return _write_rights(struct.pack("6I", effective, *others), bits | _NO_ROOT | _NO_SETUID_FIXUP)


def _read_rights() -> tuple[bytes, int] | None:
    """Return this thread's sets of capabilities and its bits of what root means, if the system says so."""
    libc = ctypes.CDLL(None)
    sets = ctypes.create_string_buffer(24)
    bits: int = libc.prctl(_GET_SECUREBITS, *[ctypes.c_ulong(0)] * 4)
    known = bits >= 0 and libc.capget(struct.pack("Ii", _VERSION, 0), sets) == 0
    return (sets.raw, bits) if known else None


def _write_rights(sets: bytes, bits: int) -> bool:
    """Give this thread these capabilities and bits; return whether that was allowed."""
    libc = ctypes.CDLL(None)
    arguments = [ctypes.c_ulong(each) for each in (bits, 0, 0, 0)]
    done = libc.prctl(_SET_SECUREBITS, *arguments) == 0 and libc.capset(struct.pack("Ii", _VERSION, 0), sets) == 0
    return bool(done)
