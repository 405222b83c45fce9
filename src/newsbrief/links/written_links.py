"""The addresses that an editor wrote and that lead somewhere in the site, page by page.

>>> from newsbrief.links.addresses import read_base
>>> list(choose_addresses(["https://other.example/", "../b/"], "a/index.html", read_base("")))
['../b/']
"""

from collections.abc import Iterable, Iterator

from newsbrief.links.addresses import AddressFault, SiteAddress, SiteTarget, follow_address
from newsbrief.model.briefing import Briefing
from newsbrief.model.document import Document, Element


def list_briefing_addresses(briefing: Briefing) -> Iterator[str]:
    """Yield every address that the page of a briefing has from its article, front matter and fact sheet."""
    yield from list_page_addresses(briefing.document)
    sources = [*briefing.front.as_of_sources, *(source for claim in briefing.claims for source in claim.sources)]
    yield from (source.url for source in sources)
    if briefing.front.origin.url:
        yield briefing.front.origin.url


def list_page_addresses(document: Document) -> Iterator[str]:
    """Yield every address of a document but those of its own footnotes, which lead where Markdown has put them."""
    if document.links:
        own = {f"#{value}" for element in _walk(document.tree) for name, value in element.attributes if name == "id"}
        yield from (address for address in document.links if address not in own)


def _walk(tree: Iterable[object]) -> Iterator[Element]:
    for element in tree:
        if isinstance(element, Element):
            yield element
            yield from _walk(element.children)


def choose_addresses(addresses: Iterable[str], path: str, base: SiteAddress) -> Iterator[str]:
    """Yield those addresses, each once, that lead to a file of the site or have a fault of their own."""
    for address in dict.fromkeys(addresses):
        if isinstance(follow_address(address, path, base), (SiteTarget, AddressFault)):
            yield address
