"""What machines read: the evidence of a briefing, structured data, feeds, the map of the site."""
