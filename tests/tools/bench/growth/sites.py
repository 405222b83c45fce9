"""Sites that grow by their files."""

from pathlib import Path

from tools.bench.growth.invented import word, write_one


def plain_pages(content: Path, size: int) -> None:
    write_one(content, ["One."])
    for number in range(size):
        (content / f"{word(number)}.md").write_text(f"---\ntitle: {word(number)}\n---\n\nOne.\n", encoding="utf-8")


def briefings(content: Path, size: int) -> None:
    write_one(content, ["One."])
    for number in range(size):
        write_one(content / word(number), ["One."])
        for file in (content / word(number) / "long").iterdir():
            file.rename(content / word(number) / file.name)
        (content / word(number) / "long").rmdir()
        (content / word(number) / "site.yaml").unlink()
