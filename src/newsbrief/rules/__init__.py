"""The rules that a briefing must keep, one module for each thing they are about."""
