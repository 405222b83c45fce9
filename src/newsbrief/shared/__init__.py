"""The files that no single briefing has: home, glossary, plain pages, feeds, the map of the site, static files."""
