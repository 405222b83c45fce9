"""New files in a folder of an editor's: all of them are written or none, and nothing that stands there is touched.

write_new_files(Path("my-site"), {"content/site.yaml": b"title: …"})
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR

from newsbrief.disk.files import cannot_write, uninterrupted, write_new
from newsbrief.disk.files_in_the_way import folders_to
from newsbrief.model.problems import NewsbriefError, Problem


def write_new_files(folder: Path, files: Mapping[str, bytes], fresh: Iterable[str] = ()) -> None:
    """Write files, by their paths in a folder, which is made if need be; folders named in `fresh` must be empty or new.

    NewsbriefError: something stands in the way, and what. ConfigError: they cannot be written. Nothing is, then.
    """
    if problems := sorted(set(_list_in_the_way(folder, files, fresh))):
        raise NewsbriefError(problems)
    made: list[Path] = []
    with uninterrupted():
        try:
            for path, content in files.items():
                for above in ("", *folders_to(path)):
                    if not os.path.lexists(folder / above):
                        (folder / above).mkdir(parents=not above)
                        made.append(folder / above)
                write_new(str(folder / path), [content])
                made.append(folder / path)
        except OSError as error:
            for each in reversed(made):
                with suppress(OSError):
                    each.rmdir() if each.is_dir() else each.unlink()
            hint = "nothing was written; free some space, fix the permissions or choose another folder"
            raise cannot_write(error, Path(error.filename or folder), hint) from None


def _list_in_the_way(folder: Path, files: Iterable[str], fresh: Iterable[str]) -> Iterator[Problem]:
    hint = "move it away, or choose another folder"
    if os.path.lexists(folder) and not folder.is_dir():
        yield Problem(str(folder), 0, 0, "this is no folder", hint)
        return
    for path in files:
        for above in folders_to(path):
            if os.path.lexists(folder / above) and not S_ISDIR(os.lstat(folder / above).st_mode):
                yield Problem(str(folder / above), 0, 0, "this stands where a folder would be", hint)
        if os.path.lexists(folder / path):
            yield Problem(str(folder / path), 0, 0, "this file is there already, and is kept", hint)
    for name in fresh:
        with suppress(OSError):
            yield from (
                Problem(str(each), 0, 0, "this is there already, and is kept", hint)
                for each in sorted((folder / name).iterdir())
                if f"{name}/{each.name}" not in {"/".join(path.split("/")[:2]) for path in files}
            )
