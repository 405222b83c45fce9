"""The picture that represents a briefing where somebody shares it."""
