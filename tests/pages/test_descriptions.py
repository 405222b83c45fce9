"""What search engines and those who share a page are told: a description of its own, and a picture."""

import pytest

from support.html import files_of, read_html
from support.sites import write_site
from support.whole import build_in_memory

BASE_URL = "https://example.org/briefings"


def told(raw: bytes) -> dict[str, str]:
    return {
        each.get("property") or each.get("name") or "": each.get("content", "") for each in read_html(raw).iter("meta")
    }


@pytest.mark.parametrize("name", ["libya", "two-briefings", "arabic"])
def test_every_page_has_a_description_of_its_own_and_a_picture(name: str) -> None:
    pages = {path: told(raw) for path, raw in files_of(name, BASE_URL).items() if path.endswith(".html")}
    # Parts of a briefing that another site shows: search engines leave them out and name the briefing instead.
    embedded = {path for path in pages if path.endswith("/embed/index.html")}
    assert embedded and all(pages.pop(path)["robots"] == "noindex" for path in embedded)
    descriptions = [each["description"] for each in pages.values()]
    assert all(descriptions) and len(set(descriptions)) == len(pages)
    for path, each in pages.items():
        assert each["og:image"].startswith(BASE_URL) and each["og:description"] == each["description"], path
    assert pages["index.html"]["og:image"] == f"{BASE_URL}/card.png"
    assert pages["glossary/index.html"]["og:image"] == f"{BASE_URL}/card.png"


def test_a_site_without_an_address_names_no_picture(tmp_path) -> None:  # type: ignore[no-untyped-def]
    home = told(build_in_memory(write_site(tmp_path))["index.html"])
    assert "og:image" not in home and home["twitter:card"] == "summary"
