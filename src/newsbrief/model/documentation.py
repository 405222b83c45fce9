"""The documentation: its address, where the package names one, and its place on this machine.

The address is `Documentation` under `[project.urls]` in `pyproject.toml`, and so in the metadata of an installation.

>>> find_documentation("https://docs.example.org/newsbrief/")
'https://docs.example.org/newsbrief/index.html'
"""

from newsbrief.model.paths import PACKAGE

_NAME = "Documentation"


def find_documentation(address: str | None = None) -> str:
    """Return where the documentation begins: its address, or else its first page on this machine."""
    address = read_address() if address is None else address
    if address:
        return _page_at(address, "index")
    installed = PACKAGE / "docs"
    return str((installed if installed.is_dir() else PACKAGE.parents[1] / "docs") / "index.md")


def name_page(page: str) -> str:
    """Return how a message names a page such as `reference/templates`: by its address, or else by its file."""
    address = read_address()
    return _page_at(address, page) if address else f"{page}.md in the documentation (newsbrief --help says where it is)"


def find_messages() -> str:
    """Return the address of the page that explains every message; "" where the documentation has none."""
    address = read_address()
    return _page_at(address, "reference/messages") if address else ""


def read_address() -> str:
    """Return the address of the documentation in the metadata of this installation; "" where none is given."""
    # Few commands say where the documentation is; all would wait for this module.
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        urls = metadata("newsbrief").get_all("Project-URL", [])
    except PackageNotFoundError:
        return ""
    found = (str(each).partition(", ") for each in urls)
    return next((address for name, _, address in found if name == _NAME), "")


def _page_at(address: str, page: str) -> str:
    return f"{address.rstrip('/')}/{page}.html"
