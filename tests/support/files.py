"""Folders and files of tests: what they hold, and edits of them."""

from pathlib import Path


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every regular file below a folder, by its path in it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def write(path: Path, text: str | bytes) -> None:
    """Put a file in place at one stroke, as careful editors do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(text if isinstance(text, bytes) else text.encode())
    part.replace(path)


def edit(path: Path, old: str, new: str) -> None:
    """Replace words in a file, which must hold them."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    write(path, text.replace(old, new))
