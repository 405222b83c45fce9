"""Files for hosts."""

from typing import TYPE_CHECKING

from newsbrief.model.site import SiteConfig
from newsbrief.outputs.host_files import list_host_files
from support.outputs import BASE_URL

if TYPE_CHECKING:
    pass


def test_files_for_hosts_are_there_where_they_have_a_meaning() -> None:
    def files(base_url: str, domain: str = "") -> dict[str, bytes]:
        return dict(list_host_files(SiteConfig("A", "", base_url, "en", domain)))

    assert files("") == files(BASE_URL) == {".nojekyll": b""}
    root = files("https://briefings.example.org", "briefings.example.org")
    assert root["CNAME"] == b"briefings.example.org\n"
    assert b"Sitemap: https://briefings.example.org/sitemap.xml\n" in root["robots.txt"]
    assert files("https://someone.example").keys() == {".nojekyll", "robots.txt"}
