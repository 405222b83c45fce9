"""Newsbrief: a news briefing whose every quotation, date and party is tied to the article's exact words."""

__version__ = "0.1.0"
