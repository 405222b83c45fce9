"""A checked briefing: assembled from findings, with its sides, quotations, sources and gaps."""
