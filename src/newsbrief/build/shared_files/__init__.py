"""The files that no single briefing has: lists, plain pages, feeds, sitemap, static files."""
