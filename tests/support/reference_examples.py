"""Pages that a reader looks something up in, and a reader who tries in the example of a new site what they show.

A block with the name of a file has keys of that file: they take the place of those that it has, or are new, and then
`newsbrief check` must find no problem. A `markdown` block is a paragraph for the article; the block after it must make
it pass. A template is a whole file, with which the site must build. `json` is what the command before it printed. All
else is as in `support.guides`.
"""

import json
import re
from pathlib import Path

from support.commands import run_here
from support.guides import Block, Reader
from support.sites import write_briefing

ADDRESS = "https://desk.example.org"
NEIGHBOURS = {
    "shaft-cracked": ("title: A crack\nas_of: 2031-06-02\n", "A crack was found on 2 June 2031.\n"),
    "faehre": ("title: Die Fähre\nas_of: 2031-06-09\nlang: de\n", "Die Fähre bleibt im Hafen.\n"),
}
"""An earlier briefing, and one in German: front matter and article."""


class ReaderOfReference(Reader):
    """Somebody who has the example of a new site, and two briefings beside it."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        assert run_here("init", self.folder).returncode == 0
        for name, (front, article) in NEIGHBOURS.items():
            write_briefing(self.folder, name, article, "", f"---\n{front}---\n\n")

    def do(self, block: Block) -> None:
        """Do what one block says."""
        if block.name.startswith("shows _site/"):
            self.succeed("build", "--base-url", ADDRESS)
            super().do(block)
        elif block.language == "json":
            assert json.loads(self.printed) == json.loads(block.text), self.printed
        elif block.language == "html":
            super().do(block)
            self.succeed("build")
        elif block.language in ("yaml", "markdown") and block.name:
            put_into(self.folder / block.name, block)
            if block.language == "yaml":
                self.succeed("check")
        else:
            super().do(block)

    def succeed(self, command: str, *options: str) -> None:
        """Run a command that must find no problem."""
        ended = run_here(command, "--site", self.folder, *options)
        assert ended.returncode == 0, ended.stderr


def put_into(path: Path, block: Block) -> None:
    """Put the keys of a block into a file, or a paragraph into an article; a comment must be in the file."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if block.text.startswith("#"):
        assert block.text in text, f"{path.name} does not have:\n{block.text}"
    elif block.language == "markdown":
        path.write_text(f"{text}\n{block.text}", encoding="utf-8")
    elif path.suffix == ".md":
        _, front, body = text.split("---\n", 2)
        keys = block.text.replace("---\n", "")
        path.write_text(f"---\n{with_keys(front, keys)}---\n{body}", encoding="utf-8")
    else:
        path.write_text(with_keys(text, block.text), encoding="utf-8")


def with_keys(text: str, keys: str) -> str:
    """Return the text of a YAML file with some keys, which take the place of the same ones that it has."""
    for key in re.findall(r"(?m)^([a-z_]+):", keys):
        text = re.sub(rf"(?m)^{key}:.*\n(?:[ -].*\n)*", "", text)
    return text + keys
