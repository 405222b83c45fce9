"""The drawing of how the parties of a briefing stand to each other."""
