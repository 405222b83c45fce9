"""The picture that stands for a briefing where somebody shares its address."""
