"""Faults of machines and people: every file stays whole, the last good site stands, the next build repairs the rest.

What publishing must withstand by itself is in `tests/disk/test_publish.py`; here whole builds are killed, starved and
locked out.
"""

import os
import select
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.cli.main import main
from newsbrief.disk.output_record import RECORD, read_record
from newsbrief.disk.staging import STAGED, staging_folder
from newsbrief.model.problems import ConfigError
from support.golden_site import (
    INPUTS,
    Sources,
    Tree,
    assert_same,
    bring_back,
    build,
    clean_tree,
    edit,
    put,
    remove,
    run_build,
    sources_of,
    states_of,
    told,
    tree_of,
    write_golden_site,
)
from support.processes import NEWSBRIEF, PATIENCE, Process, run, run_well, running
from support.rights import give_away, without_privileges
from support.sites import write_briefing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither these limits nor these rights"),
]

STRANGERS = {"CNAME": b"example.org", "harbour/notes.txt": b"mine", ".well-known/mine.txt": b"mine"}

# Builds the site that it is given once, and then as often as it is told, in a process that is killed with all its own:
# "before N", when it is about to make, open for writing, move or delete a file for the Nth time; "beyond N", half way
# through the first write that would make a file longer than N bytes. Answers whether it was killed.
KILLER = """
import os, resource, signal, sys, traceback
from pathlib import Path
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site

CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate")
site = Path(sys.argv[1])

def die_before(number):
    left = number

    def watch(event, arguments):
        nonlocal left
        if event in CHANGES or event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            left -= 1
            if not left:
                os.killpg(0, signal.SIGKILL)

    sys.addaudithook(watch)

def die_beyond(size):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)

build_site(BuildRequest(site), site / "_site")
print("ready", flush=True)
for line in sys.stdin:
    how, number, name = line.rstrip("\\n").split(" ", 2)
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        try:
            {"before": die_before, "beyond": die_beyond}[how](int(number))
            build_site(BuildRequest(Path(name)), Path(name) / "_site")
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    print("killed" if os.WIFSIGNALED(status) else f"ended with {status}", flush=True)
"""

Killer = Callable[[Path, str], bool]


@pytest.fixture
def kill_build(tmp_path: Path) -> Iterator[Killer]:
    """Return what runs a build that is killed as it is told, and says whether it was; False if it came to its end."""
    warm = write_golden_site(tmp_path / "warm")
    command = [sys.executable, "-c", KILLER, warm]
    with running(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdin and process.stdout
        answers, orders = process.stdout, process.stdin

        def hear() -> str:
            ready, _, _ = select.select([answers], [], [], PATIENCE)
            assert ready, "the build neither ended nor was killed"
            return str(answers.readline().decode().strip())

        def kill(site: Path, moment: str) -> bool:
            orders.write(f"{moment} {site}\n".encode())
            answer = hear()
            assert answer in ("killed", "ended with 0"), answer
            return answer == "killed"

        assert hear() == "ready"
        yield kill


@pytest.fixture
def golden(golden: Path) -> Path:
    """The golden site, built, with strangers' files in its output."""
    for path, content in STRANGERS.items():
        (golden / "_site" / path).parent.mkdir(exist_ok=True)
        (golden / "_site" / path).write_bytes(content)
    return golden


def change_much(site: Path) -> Sources:
    """Edit, add and remove something of most kinds; return the sources of before."""
    before = sources_of(site)
    for kind, part in (
        ("articles", "text"),
        ("pages and pictures", "picture"),
        ("templates and static files", "static file"),
    ):
        edit(site, *INPUTS[kind][part])
    remove("content/harbour")(site)
    write_briefing(site, "airport")
    return before


def with_strangers(tree: Tree) -> Tree:
    folders = {Path(path).parent.as_posix(): None for path in STRANGERS if "/" in path}
    return {**tree, **folders, **STRANGERS}


def assert_whole(out: Path, old: Tree, new: Tree, strangers: Mapping[str, bytes] = STRANGERS) -> None:
    """Hold every file of an output that was cut short against what it was and what it was to be."""
    left = {path: content for path, content in tree_of(out).items() if content is not None}
    for path, content in strangers.items():
        assert left.pop(path) == content, path
    # While files are moved, the record has those of both sites.
    assert read_record(out).digests.keys() >= {path for path in left if path != RECORD}
    torn = [
        path
        for path, content in left.items()
        if path != RECORD and not is_part(path) and content not in (old.get(path), new.get(path))
    ]
    assert not torn, "neither old nor new"
    assert not [path for path in old.keys() & new.keys() if old[path] is not None and path not in left], "lost"


def is_part(path: str) -> bool:
    """Say whether a path is of something staged, or of the folder for it."""
    return STAGED in path or path.endswith(".newsbrief-part")


def parts_in(folder: Path) -> list[Path]:
    """Return what a build that was cut short has left below a folder."""
    return [path for path in folder.rglob("*") if is_part(str(path))]


def see_what_is_left(site: Path, old: Sources, new: Sources, goes_on: bool) -> None:
    """Look at a site whose build was killed on the way from old to new sources; build it with either."""
    assert_whole(site / "_site", clean_tree(old), clean_tree(new))
    bring_back(site, new if goes_on else old)
    build_site(BuildRequest(site), site / "_site")
    assert_same(tree_of(site / "_site"), with_strangers(clean_tree(sources_of(site))))
    assert not goes_on or not parts_in(site)


def test_a_build_killed_before_any_of_its_changes_leaves_every_file_whole_and_the_next_one_repairs_the_rest(
    golden: Path, kill_build: Killer
) -> None:
    old = change_much(golden)
    new = sources_of(golden)
    for number in count(1, 2):
        with told(f"killed before its change number {number}"):
            if not kill_build(golden, f"before {number}"):
                break
            see_what_is_left(golden, old, new, goes_on=number % 3 != 0)
        if sources_of(golden) == new:
            old, new = new, old
        bring_back(golden, new)
    assert number > 20
    assert_same(tree_of(golden / "_site"), with_strangers(clean_tree(new)))


def test_a_build_killed_half_way_through_a_write_leaves_every_file_whole(golden: Path, kill_build: Killer) -> None:
    old = change_much(golden)
    new = sources_of(golden)
    killed = 0
    for size in (0, 1, 10, 100, 500, 1000, 2000, 4000, 8000, 10**7):
        with told(f"killed when a file had {size} bytes"):
            killed += kill_build(golden, f"beyond {size}")
            see_what_is_left(golden, old, new, goes_on=True)
        old, new = new, old
        bring_back(golden, new)
    assert 5 < killed < 10


def test_a_first_build_killed_before_any_of_its_changes_is_made_good_by_the_next(
    tmp_path: Path, kill_build: Killer
) -> None:
    for number in count(1, 7):
        site = write_golden_site(tmp_path / f"site {number}")
        clean = clean_tree(sources_of(site))
        killed = kill_build(site, f"before {number}")
        with told(f"killed before its change number {number}"):
            left = tree_of(site / "_site") if (site / "_site").exists() else {}
            assert not [path for path in left if path != RECORD and left[path] != clean.get(path, b"")]
            build(site)
            assert not parts_in(site)
        if not killed:
            break
    assert number > 20


@pytest.mark.parametrize("kind", ["a briefing added", "an article edited"])
def test_what_was_begun_by_a_build_that_was_killed_goes_when_it_is_taken_back(
    golden: Path, kill_build: Killer, kind: str
) -> None:
    sources = sources_of(golden)
    for number in count(1, 2):
        if kind == "a briefing added":
            write_briefing(golden, "airport")
        else:
            edit(golden, *INPUTS["articles"]["text"])
        killed = kill_build(golden, f"before {number}")
        bring_back(golden, sources)
        build_site(BuildRequest(golden), golden / "_site")
        with told(f"killed before its change number {number}"):
            assert_same(tree_of(golden / "_site"), with_strangers(clean_tree(sources)))
        if not killed:
            break
    assert number > 8


def test_what_is_killed_again_and_again_is_made_good_in_the_end(golden: Path, kill_build: Killer) -> None:
    old = change_much(golden)
    new = sources_of(golden)
    for number in (30, 25, 20, 15, 10, 5):
        assert kill_build(golden, f"before {number}")
        assert_whole(golden / "_site", clean_tree(old), clean_tree(new))
    see_what_is_left(golden, old, new, goes_on=True)


def test_a_command_killed_at_any_time_leaves_every_file_whole(golden: Path) -> None:
    start = time.monotonic()
    run_build(golden)
    duration = time.monotonic() - start
    old = change_much(golden)
    new = sources_of(golden)
    for part in (0.3, 0.6, 0.75, 0.9, 1.0, 1.1):
        with running([*NEWSBRIEF, "build", "-q", "--site", golden]) as process, suppress(subprocess.TimeoutExpired):
            process.wait(duration * part)
        with told(f"killed after {part} of the time"):
            see_what_is_left(golden, old, new, goes_on=True)
        old, new = new, old
        bring_back(golden, new)


Complain = Callable[..., str]


@pytest.fixture
def complaint_of(capsys: pytest.CaptureFixture[str]) -> Complain:
    """Return what runs the command on a site, and returns the line in which it says what is wrong."""

    def complain(site: Path, out: Path, code: int = 2) -> str:
        capsys.readouterr()
        returned = main(["build", "--site", str(site), "-o", str(out)])
        said, complaint = capsys.readouterr()
        assert (returned, said) == (code, "")
        assert "Traceback" not in complaint
        return complaint.split("\n")[0]

    return complain


Disk = Callable[..., None]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tuple[Path, Disk]]:
    """Return a small disk, and what sets its options."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(options: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        done = run(*command)
        if done.returncode:
            pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")

    if not sys.platform.startswith("linux") or not shutil.which("mount"):
        pytest.skip("this system mounts disks in another way")
    mount("size=8m")
    try:
        yield place, lambda options: mount(f"remount,{options}")
    finally:
        run_well("umount", place)


def fill(disk: Path, leave: int = 0) -> None:
    """Fill a disk but for some pages of 4096 bytes."""
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            file.truncate(file.tell() - leave * 4096)


def test_a_disk_that_fills_up_while_a_site_is_rebuilt_leaves_it_as_it_was(
    golden: Path, disk: tuple[Path, Disk], complaint_of: Complain
) -> None:
    out = disk[0] / "out"
    build_site(BuildRequest(golden), out)
    before = states_of(out)
    change_much(golden)
    for pages in range(0, 12, 3):
        fill(disk[0], leave=pages)
        complaint = complaint_of(golden, out)
        assert complaint.startswith(str(out)) and complaint.endswith("cannot be written: No space left on device")
        assert states_of(out) == before and not parts_in(out)
    (disk[0] / "filler").unlink()
    build_site(BuildRequest(golden), out)
    assert_same(tree_of(out), clean_tree(sources_of(golden)))


def test_a_disk_that_is_too_small_for_a_first_build_is_left_without_a_file(
    golden: Path, disk: tuple[Path, Disk], complaint_of: Complain
) -> None:
    out = disk[0] / "out"
    fill(disk[0], leave=20)
    assert complaint_of(golden, out).startswith(str(out))
    assert states_of(disk[0]).keys() == {"filler"}
    (disk[0] / "filler").unlink()
    build_site(BuildRequest(golden), out)
    assert_same(tree_of(out), clean_tree(sources_of(golden)))


def test_a_full_disk_where_records_are_kept_keeps_no_site_elsewhere_from_being_made_whole(
    tmp_path: Path, disk: tuple[Path, Disk], capsys: pytest.CaptureFixture[str]
) -> None:
    site, out = write_golden_site(disk[0] / "site"), tmp_path / "out"
    codes = []
    for pages in range(6):
        build_site(BuildRequest(site), out)
        text = (site / "content/about.md").read_text(encoding="utf-8")
        put(site, "content/about.md", text.replace("Who", "Who else"))
        fill(disk[0], leave=pages)
        codes.append(main(["build", "--site", str(site), "-o", str(out)]))
        complaint = capsys.readouterr().err
        with told(f"{pages} pages were left, and the command ended with {codes[-1]}: {complaint}"):
            assert_same(tree_of(out), clean_tree(sources_of(site)))
            (disk[0] / "filler").unlink()
            build_site(BuildRequest(site), out)
            assert_same(tree_of(out), clean_tree(sources_of(site)))
            assert not parts_in(site)
    assert codes == [0] * 6


def test_a_full_disk_where_records_are_kept_is_named_and_not_the_output(
    tmp_path: Path, disk: tuple[Path, Disk], complaint_of: Complain
) -> None:
    site = write_golden_site(disk[0] / "site")
    fill(disk[0])
    assert complaint_of(site, tmp_path / "out").startswith(str(site / ".newsbrief"))


def test_a_disk_that_may_only_be_read_is_refused_by_name(
    golden: Path, disk: tuple[Path, Disk], complaint_of: Complain
) -> None:
    out = disk[0] / "out"
    build_site(BuildRequest(golden), out)
    before = states_of(out)
    disk[1]("ro")
    build_site(BuildRequest(golden), out)
    change_much(golden)
    complaint = complaint_of(golden, out)
    assert complaint.startswith(f"{out}/") and complaint.endswith("Read-only file system")
    disk[1]("rw")
    assert states_of(out) == before
    build_site(BuildRequest(golden), out)
    assert_same(tree_of(out), clean_tree(sources_of(golden)))


@pytest.fixture
def open_site(open_path: Path) -> Path:
    """The golden site, built, in a folder that every user may write; so may they its output and its records."""
    site = write_golden_site(open_path / "site")
    build(site)
    for path in (site, *site.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    return site


def test_a_site_is_built_whole_where_its_records_may_not_be_written(
    open_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_much(open_site)
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    (open_site / ".newsbrief").chmod(0o555)
    with without_privileges():
        build_site(BuildRequest(open_site), open_site / "_site")
    assert_same(tree_of(open_site / "_site"), clean_tree(sources_of(open_site)))
    (open_site / ".newsbrief").chmod(0o777)
    build(open_site)


def test_a_build_that_has_nothing_to_write_needs_no_right_to_write(open_site: Path) -> None:
    for path in (open_site / ".newsbrief", *(open_site / "_site").rglob("*/"), open_site / "_site"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = states_of(open_site / "_site")
    with without_privileges():
        build_site(BuildRequest(open_site), open_site / "_site")
    assert states_of(open_site / "_site") == before


def test_records_that_cannot_be_made_are_refused_by_name(
    open_path: Path, complaint_of: Complain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    site = write_golden_site(open_path / "site")
    site.chmod(0o555)
    (open_path / "out").mkdir(mode=0o777)
    with without_privileges():
        complaint = complaint_of(site, open_path / "out")
    assert complaint == f"{site / '.newsbrief'}: cannot be written: Permission denied"
    assert tree_of(open_path / "out") == {}


@pytest.mark.parametrize("folder", ["", "bridge", "assets/data", "about"])
def test_a_folder_of_the_output_that_may_not_be_written_is_refused_by_name(
    open_site: Path, complaint_of: Complain, folder: str
) -> None:
    out = open_site / "_site"
    before = states_of(out)
    change_much(open_site)
    edit(open_site, *INPUTS["pages and pictures"]["plain page"])
    (out / folder).chmod(0o555)
    with without_privileges():
        complaint = complaint_of(open_site, out)
    assert complaint.startswith(str(out / folder)) and complaint.endswith("Permission denied")
    assert states_of(out) == before and not parts_in(out)
    (out / folder).chmod(0o777)
    build(open_site)


# A folder of the output where a page that goes may not be deleted, or another user's file not replaced, as in /tmp.
HINDRANCES = pytest.mark.parametrize(("folder", "mode"), [("harbour", 0o555), ("bridge", 0o1777), ("", 0o1777)])


def change_with_hindrance(site: Path, folder: str, mode: int) -> None:
    """Change a site and build it, where some of the changes cannot be made."""
    change_much(site)
    remove("content/about.md")(site)
    if mode & stat.S_ISVTX:
        give_away(site / "_site" / folder)
    (site / "_site" / folder).chmod(mode)
    with without_privileges():
        assert main(["build", "--site", str(site)]) == 2
    (site / "_site" / folder).chmod(0o777)


@HINDRANCES
def test_a_build_that_could_not_make_all_its_changes_is_made_good_by_the_next(
    open_site: Path, capsys: pytest.CaptureFixture[str], folder: str, mode: int
) -> None:
    old = clean_tree(sources_of(open_site))
    change_with_hindrance(open_site, folder, mode)
    assert capsys.readouterr().err.startswith(str(open_site / "_site" / folder))
    assert_whole(open_site / "_site", old, clean_tree(sources_of(open_site)), {})
    build(open_site)
    assert not parts_in(open_site)


@HINDRANCES
def test_a_build_that_could_not_make_all_its_changes_says_so_and_leaves_nothing_staged(
    open_site: Path, capsys: pytest.CaptureFixture[str], folder: str, mode: int
) -> None:
    before = states_of(open_site / "_site")
    change_with_hindrance(open_site, folder, mode)
    assert not parts_in(open_site / "_site")
    is_as_it_was = states_of(open_site / "_site") == before
    assert is_as_it_was == ("the site is as it was" in capsys.readouterr().err)


def test_files_of_an_output_that_may_not_be_read_are_refused_by_name(open_site: Path, complaint_of: Complain) -> None:
    out = open_site / "_site"
    for path in ("index.html", "bridge/map.svg", "bridge/article.txt"):
        (out / path).chmod(0)
    with without_privileges():
        complaint = complaint_of(open_site, out)
    assert complaint.startswith(str(out / "bridge" / "article.txt")) and complaint.endswith("Permission denied")
    for path in ("index.html", "bridge/map.svg", "bridge/article.txt"):
        (out / path).chmod(0o666)
    build(open_site)


@pytest.mark.parametrize(
    "path",
    [
        "content",
        "content/bridge",
        "content/bridge/article.md",
        "content/bridge/facts.yaml",
        "content/bridge/map.svg",
        "content/about.md",
        "content/site.yaml",
        "templates/404.html",
        "templates/components/motto.html",
        "templates/components",
        "templates",
        "static/css/tokens.css",
        "static/data",
        "static",
    ],
)
def test_a_source_that_may_not_be_read_is_named_and_the_site_is_left_alone(
    open_site: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    before = states_of(open_site / "_site")
    (open_site / path).chmod(0)
    with without_privileges():
        code = main(["build", "--site", str(open_site)])
    said, complaint = capsys.readouterr()
    (open_site / path).chmod(0o777)
    assert code in (1, 2) and said == ""
    assert Path(path).name in complaint and "Traceback" not in complaint
    assert states_of(open_site / "_site") == before


def test_a_file_in_place_of_the_records_is_refused_by_name_and_kept(golden: Path, complaint_of: Complain) -> None:
    before = states_of(golden / "_site")
    change_much(golden)
    shutil.rmtree(golden / ".newsbrief")
    put(golden, ".newsbrief", "mine")
    assert complaint_of(golden, golden / "_site").startswith(str(golden / ".newsbrief"))
    assert states_of(golden / "_site") == before
    assert (golden / ".newsbrief").read_text() == "mine"


def test_a_folder_in_place_of_a_record_is_refused_by_name_or_does_no_harm(
    golden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [path.name for path in (golden / ".newsbrief").iterdir()]
    assert names
    for name in names:
        before, sources = states_of(golden / "_site"), sources_of(golden)
        edit(golden, *INPUTS["articles"]["text"])
        record = golden / ".newsbrief" / name
        saved = record.read_bytes()
        record.unlink()
        record.mkdir()
        (record / "mine.txt").write_text("mine")
        code = main(["build", "--site", str(golden)])
        complaint = capsys.readouterr().err
        with told(f"{name} is a folder: {complaint}"):
            assert (record / "mine.txt").read_text() == "mine" and "Traceback" not in complaint
            if code:
                assert code == 2 and complaint.startswith(str(golden / ".newsbrief"))
                assert states_of(golden / "_site") == before
            else:
                assert_same(tree_of(golden / "_site"), with_strangers(clean_tree(sources_of(golden))))
            shutil.rmtree(record)
            record.write_bytes(saved)
            bring_back(golden, sources)
            build_site(BuildRequest(golden), golden / "_site")
            assert_same(tree_of(golden / "_site"), with_strangers(clean_tree(sources)))


def test_a_strangers_folder_where_files_would_be_staged_is_refused_by_name_and_kept(
    golden: Path, complaint_of: Complain
) -> None:
    out = golden / "_site"
    staged = staging_folder(out, golden)
    put(staged, "mine/notes.txt", "mine")
    before = states_of(out)
    assert complaint_of(golden, out).startswith(str(staged))
    change_much(golden)
    assert complaint_of(golden, out).startswith(str(staged))
    assert states_of(out) == before
    shutil.rmtree(staged)
    build_site(BuildRequest(golden), out)
    assert_same(tree_of(out), with_strangers(clean_tree(sources_of(golden))))


@pytest.mark.parametrize("folder", ["mine", "2019", ""])
def test_a_strangers_file_among_what_is_staged_is_told_and_kept(
    golden: Path, complaint_of: Complain, folder: str
) -> None:
    staged = staging_folder(golden / "_site", golden)
    stranger = staged / folder / "notes.txt"
    put(golden, stranger.relative_to(golden).as_posix(), "mine")
    change_much(golden)
    complaint = complaint_of(golden, golden / "_site")
    assert complaint.startswith(str(staged)) and "something else is in the way" in complaint
    assert stranger.read_text() == "mine"


@pytest.mark.parametrize("kind", ["the folder", "a folder in it", "a record"])
def test_a_link_where_something_would_be_staged_is_not_followed(golden: Path, kind: str) -> None:
    out, mine = golden / "_site", golden / "mine"
    staged = staging_folder(out, golden)
    mine.mkdir()
    (mine / "precious.txt").write_text("mine")
    if kind == "the folder":
        staged.symlink_to(mine)
        with pytest.raises(ConfigError):
            build_site(BuildRequest(golden), out)
        assert staged.is_symlink()
        staged.unlink()
    elif kind == "a folder in it":
        staged.mkdir()
        (staged / str(os.getpid())).symlink_to(mine)
        with pytest.raises(ConfigError):
            build_site(BuildRequest(golden), out)
        (staged / str(os.getpid())).unlink()
    else:
        for record in (golden / ".newsbrief").iterdir():
            record.with_name(f".{record.name}.newsbrief-part").symlink_to(mine / "precious.txt")
    change_much(golden)
    build_site(BuildRequest(golden), out)
    assert [path.name for path in mine.iterdir()] == ["precious.txt"]
    assert (mine / "precious.txt").read_text() == "mine"
    assert_same(tree_of(out), with_strangers(clean_tree(sources_of(golden))))


@pytest.mark.parametrize("path", ["file", "file/out", "file/deep/out"])
def test_an_output_below_a_file_is_refused_by_name(
    golden: Path, tmp_path: Path, complaint_of: Complain, path: str
) -> None:
    (tmp_path / "file").write_text("mine")
    assert complaint_of(golden, tmp_path / path).startswith(str(tmp_path / "file"))
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize(("path", "target"), [("out", "nowhere"), ("out/deep", "nowhere"), ("out", "out")])
def test_an_output_on_a_link_that_leads_nowhere_is_refused_by_name(
    golden: Path, tmp_path: Path, complaint_of: Complain, path: str, target: str
) -> None:
    (tmp_path / "out").symlink_to(tmp_path / target)
    assert complaint_of(golden, tmp_path / path).startswith(str(tmp_path / "out"))
    assert not (tmp_path / "nowhere").exists() and (tmp_path / "out").is_symlink()


@pytest.mark.parametrize("name", ["templates", "static"])
def test_a_file_in_place_of_a_folder_of_sources_is_refused_by_name(
    golden: Path, complaint_of: Complain, name: str
) -> None:
    before = states_of(golden / "_site")
    shutil.rmtree(golden / name)
    put(golden, name, "mine")
    assert name in complaint_of(golden, golden / "_site")
    assert states_of(golden / "_site") == before


# Runs a build that says so when it is about to write the first file of the output, or to move it to its place, and then
# waits to be told to go on.
STOPPER = """
import os, sys
from pathlib import Path
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site

out, moment = Path(sys.argv[1]) / "_site", sys.argv[2]
was_stopped = False

def watch(event, arguments):
    global was_stopped
    place = str(arguments[event == "os.rename"])
    if event == moment and ("newsbrief-staged" in place or place.startswith(str(out))) and not was_stopped:
        if event == "os.rename" or arguments[2] & (os.O_WRONLY | os.O_RDWR):
            was_stopped = True
            print("stopped", flush=True)
            sys.stdin.readline()

sys.addaudithook(watch)
build_site(BuildRequest(out.parent), out)
"""


@contextmanager
def stopped_build(site: Path, moment: str) -> Iterator[Process]:
    """Run a build that has stopped in the middle of its changes, holding the lock; it is ended in the end."""
    command = [sys.executable, "-c", STOPPER, site, moment]
    with running(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline() == b"stopped\n"
        yield process


@contextmanager
def waiting_build(site: Path) -> Iterator[Process]:
    """Run the command, which waits for another build and says so; in the end it has come to its own."""
    command = [*NEWSBRIEF, "build", "--site", site]
    with running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr and b"waiting" in process.stderr.readline()
        assert process.poll() is None
        yield process
        said, complaint = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0 and said.startswith(b"Built ")
        assert not complaint or complaint.startswith(b"Nothing on the site links to ")


def test_a_build_that_waits_for_one_that_is_killed_makes_the_site_whole(golden: Path) -> None:
    old = change_much(golden)
    new = sources_of(golden)
    with stopped_build(golden, "os.rename") as stopped, waiting_build(golden):
        assert_whole(golden / "_site", clean_tree(old), clean_tree(new))
        stopped.kill()
    assert_same(tree_of(golden / "_site"), with_strangers(clean_tree(new)))


def test_a_build_that_waits_for_one_of_other_sources_looks_again_at_what_there_is_to_do(golden: Path) -> None:
    sources = sources_of(golden)
    edit(golden, *INPUTS["articles"]["text"])
    with stopped_build(golden, "open") as stopped:
        bring_back(golden, sources)
        with waiting_build(golden):
            stopped.communicate(b"go on\n", timeout=PATIENCE)
            assert stopped.returncode == 0
    assert_same(tree_of(golden / "_site"), with_strangers(clean_tree(sources)))
