"""The lock: one build of a site at a time, tried with real processes."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from itertools import pairwise
from pathlib import Path

import pytest

from newsbrief.disk.lock import hold_lock
from newsbrief.model.problems import ConfigError
from support.processes import PATIENCE, Process, is_gone, running
from support.rights import without_privileges

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these tests wait for pipes as Windows cannot")

# Holds the lock of the site that it is given until it hears something, and says what it does.
HOLDER = """
import sys
from pathlib import Path
from newsbrief.disk.lock import hold_lock

def say(what):
    print(what, flush=True)

with hold_lock(Path(sys.argv[1]), on_wait=lambda: say("waits")):
    say("holds")
    sys.stdin.readline()
say("let go")
"""

# Holds the lock as HOLDER does, but with a process of its own beside it, of the kind that it is told.
HOLDER_WITH_CHILD = """
import os, subprocess, sys, time
from pathlib import Path
from newsbrief.disk.lock import hold_lock

with hold_lock(Path(sys.argv[1]), on_wait=lambda: None):
    if sys.argv[2] == "forked":
        child = os.fork()
        if not child:
            time.sleep(600)
    else:
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]).pid
    print(child, flush=True)
    time.sleep(600)
"""

# Takes the lock many times, and writes down when it came and went.
CROWD = """
import os, sys
from pathlib import Path
from newsbrief.disk.lock import hold_lock

log = os.open(sys.argv[2], os.O_WRONLY | os.O_APPEND)
for _ in range(20):
    with hold_lock(Path(sys.argv[1]), on_wait=lambda: None):
        os.write(log, f"{os.getpid()} came\\n".encode())
        os.write(log, f"{os.getpid()} went\\n".encode())
"""

Starter = Callable[..., Process]


@pytest.fixture
def start() -> Iterator[Starter]:
    """Start a script in a process of its own; all that are left after the test are ended."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with ExitStack() as started:

        def start_one(script: str, *arguments: object) -> Process:
            command = [sys.executable, "-c", script, *arguments]
            return started.enter_context(running(command, bufsize=0, **pipes))

        yield start_one


def hear(process: Process) -> str:
    """Return the next thing that a process says, or "" when it has ended."""
    assert process.stdout
    ready, _, _ = select.select([process.stdout], [], [], PATIENCE)
    assert ready, "the process fell silent"
    return str(process.stdout.readline().decode().strip())


def is_silent(process: Process) -> bool:
    assert process.stdout
    return not select.select([process.stdout], [], [], 0)[0]


def send_on(process: Process) -> None:
    assert process.stdin
    process.stdin.write(b"\n")


def take_lock(site: Path) -> bool:
    """Take and release the lock, and say whether that meant to wait."""
    waited = []
    with hold_lock(site, on_wait=lambda: waited.append(True)):
        pass
    return bool(waited)


def test_who_comes_first_does_not_wait_and_leaves_its_number(tmp_path: Path) -> None:
    waited = []
    with hold_lock(tmp_path, on_wait=lambda: waited.append(True)):
        assert (tmp_path / ".newsbrief" / "lock").read_text() == f"{os.getpid()}\n"
    assert not waited
    assert not take_lock(tmp_path)


def test_a_longer_number_of_an_earlier_process_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / ".newsbrief").mkdir()
    (tmp_path / ".newsbrief" / "lock").write_text("123456789012345\n")
    assert not take_lock(tmp_path)
    assert (tmp_path / ".newsbrief" / "lock").read_text() == f"{os.getpid()}\n"


def test_the_second_says_once_that_it_waits_and_goes_on_when_the_first_has_let_go(
    tmp_path: Path, start: Starter
) -> None:
    first = start(HOLDER, tmp_path)
    assert hear(first) == "holds"
    second = start(HOLDER, tmp_path)
    assert hear(second) == "waits"
    assert is_silent(second)
    assert (tmp_path / ".newsbrief" / "lock").read_text() == f"{first.pid}\n"
    send_on(first)
    assert hear(first) == "let go"
    assert hear(second) == "holds"
    assert (tmp_path / ".newsbrief" / "lock").read_text() == f"{second.pid}\n"


def test_a_process_that_is_killed_holds_nobody_back(tmp_path: Path, start: Starter) -> None:
    first = start(HOLDER, tmp_path)
    assert hear(first) == "holds"
    second = start(HOLDER, tmp_path)
    assert hear(second) == "waits"
    first.kill()
    assert hear(second) == "holds"
    second.kill()
    second.wait()
    assert not take_lock(tmp_path)


@pytest.mark.parametrize("kind", ["forked", "started"])
def test_the_lock_ends_with_its_process_though_a_process_of_its_own_lives_on(
    tmp_path: Path, start: Starter, kind: str
) -> None:
    first = start(HOLDER_WITH_CHILD, tmp_path, kind)
    child = int(hear(first))
    second = start(HOLDER, tmp_path)
    assert hear(second) == "waits"
    first.kill()
    first.wait()
    assert hear(second) == "holds"
    assert not is_gone(child)


def test_a_worker_that_ends_does_not_release_what_its_builder_holds(tmp_path: Path, start: Starter) -> None:
    forking = "import os; os.fork() or sys.exit(0); assert os.wait()[1] == 0; say('holds')"
    script = HOLDER.replace('say("holds")', forking)
    first = start(script, tmp_path)
    assert hear(first) == "holds"
    assert hear(start(HOLDER, tmp_path)) == "waits"


def test_a_body_that_fails_releases_the_lock(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the body's own"), hold_lock(tmp_path, on_wait=lambda: None):
        raise ValueError("the body's own")
    assert not take_lock(tmp_path)


def test_what_goes_wrong_while_saying_so_is_passed_on_and_leaves_the_lock_alone(tmp_path: Path, start: Starter) -> None:
    first = start(HOLDER, tmp_path)
    assert hear(first) == "holds"
    open_files = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0  # noqa: PTH208

    def fail() -> None:
        raise BrokenPipeError("nobody listens")

    with pytest.raises(BrokenPipeError), hold_lock(tmp_path, on_wait=fail):
        pass
    if open_files:
        assert len(os.listdir("/proc/self/fd")) == open_files  # noqa: PTH208
    send_on(first)
    assert hear(first) == "let go"
    assert not take_lock(tmp_path)


def test_waiting_can_be_interrupted(tmp_path: Path, start: Starter) -> None:
    first = start(HOLDER, tmp_path)
    assert hear(first) == "holds"
    second = start(HOLDER, tmp_path)
    assert hear(second) == "waits"
    second.send_signal(signal.SIGINT)
    said, complaint = second.communicate(timeout=PATIENCE)
    assert said == b"" and b"KeyboardInterrupt" in complaint
    send_on(first)
    assert hear(first) == "let go"


def test_of_many_that_come_at_once_no_two_are_inside_together(tmp_path: Path, start: Starter) -> None:
    log = tmp_path / "log"
    log.touch()
    for process in [start(CROWD, tmp_path, log) for _ in range(4)]:
        assert process.wait(PATIENCE) == 0
    lines = log.read_text().splitlines()
    assert len(lines) == 4 * 20 * 2
    for (came, went), (later, _) in pairwise([*zip(lines[::2], lines[1::2], strict=True), (lines[0], "")]):
        assert came.endswith(" came") and later.endswith(" came")
        assert went == came.replace("came", "went")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not tell which files a process holds")
def test_who_waited_for_a_file_that_was_deleted_meanwhile_waits_for_the_new_one(tmp_path: Path, start: Starter) -> None:
    lock = tmp_path / ".newsbrief" / "lock"
    first = start(HOLDER, tmp_path)
    assert hear(first) == "holds"
    second = start(HOLDER, tmp_path)
    assert hear(second) == "waits"
    lock.unlink()
    third = start(HOLDER, tmp_path)
    assert hear(third) == "holds"
    send_on(first)
    assert hear(first) == "let go"
    while is_silent(second) and not has_open(second, lock):
        assert second.poll() is None
    assert is_silent(second)
    send_on(third)
    assert hear(third) == "let go"
    assert hear(second) == "holds"


def has_open(process: Process, path: Path) -> bool:
    """Say whether a process has opened the file that stands at a path now."""
    with suppress(FileNotFoundError):
        return any(file.samefile(path) for file in Path(f"/proc/{process.pid}/fd").iterdir())
    return False


def test_a_site_of_two_names_has_one_lock(tmp_path: Path, start: Starter) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "link").symlink_to("site")
    assert hear(start(HOLDER, tmp_path / "site")) == "holds"
    assert hear(start(HOLDER, tmp_path / "link")) == "waits"


def test_two_sites_do_not_wait_for_each_other(tmp_path: Path, start: Starter) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert hear(start(HOLDER, tmp_path / name)) == "holds"


def refusal_of(site: Path) -> tuple[str, str]:
    """Return the path and the message of the one reason for which the lock of a site cannot be taken."""
    with pytest.raises(ConfigError) as caught:
        take_lock(site)
    (problem,) = caught.value.problems
    assert caught.value.exit_code == 2 and problem.hint
    return problem.path, problem.message


@pytest.mark.parametrize("is_there", [False, True])
def test_a_place_that_cannot_be_written_is_refused_by_name_where_the_users_cache_cannot_either(
    open_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    records = open_path / "site" / ".newsbrief"
    (records if is_there else records.parent).mkdir(parents=True)
    (records if is_there else records.parent).chmod(0o555)
    with without_privileges():
        path, message = refusal_of(open_path / "site")
    assert path == str(records / "lock" if is_there else records)
    assert message == "cannot be written: Permission denied"


def test_a_lock_of_another_user_is_refused_by_name(open_path: Path) -> None:
    lock = open_path / ".newsbrief" / "lock"
    lock.parent.mkdir()
    lock.touch()
    lock.chmod(0o444)
    with without_privileges():
        assert refusal_of(open_path) == (str(lock), "cannot be written: Permission denied")


def test_a_file_in_place_of_the_folder_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / ".newsbrief").write_text("mine")
    assert refusal_of(tmp_path)[0].startswith(str(tmp_path / ".newsbrief"))
    assert (tmp_path / ".newsbrief").read_text() == "mine"


def test_a_folder_in_place_of_the_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / ".newsbrief" / "lock").mkdir(parents=True)
    assert refusal_of(tmp_path)[0] == str(tmp_path / ".newsbrief" / "lock")


def test_a_link_in_place_of_the_file_is_refused_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    (tmp_path / ".newsbrief").mkdir()
    (tmp_path / ".newsbrief" / "lock").symlink_to(tmp_path / "precious.txt")
    assert refusal_of(tmp_path)[0] == str(tmp_path / ".newsbrief" / "lock")
    assert (tmp_path / "precious.txt").read_text() == "mine"


def test_a_site_that_is_not_there_is_refused_and_not_made(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "nowhere")[0].startswith(str(tmp_path / "nowhere"))
    assert list(tmp_path.iterdir()) == []


def test_the_number_is_for_people_and_a_full_disk_no_reason_to_stop(tmp_path: Path, start: Starter) -> None:
    """The disk is as good as full: no file may hold a byte."""
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
    first = start(limited + HOLDER, tmp_path)
    assert hear(first) == "holds"
    assert (tmp_path / ".newsbrief" / "lock").read_bytes() == b""
    assert hear(start(HOLDER, tmp_path)) == "waits"
