"""The words of the domain as frozen types: briefing, site, dates, problems, paths."""
