"""Files for machines: evidence, structured data, feeds, sitemap, share cards."""
