"""One build of a site: find what is stale, make it, judge links, publish, record."""
