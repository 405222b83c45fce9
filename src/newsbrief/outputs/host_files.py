"""Small files that hosts and search engines look for by their names."""

from collections.abc import Mapping

from newsbrief.model.site import SiteConfig
from newsbrief.outputs.sitemap import is_root, write_robots


def list_host_files(config: SiteConfig) -> Mapping[str, bytes]:
    """Return the files by their paths: `.nojekyll`, and where they have a meaning `CNAME` and `robots.txt`.

    GitHub Pages takes a folder as it is where it finds `.nojekyll`, and a domain from `CNAME`. A `robots.txt` is looked
    for at the root of a host only.
    """
    files = {".nojekyll": b""}
    if config.domain:
        files["CNAME"] = f"{config.domain}\n".encode()
    if is_root(config):
        files["robots.txt"] = write_robots(config)
    return files
