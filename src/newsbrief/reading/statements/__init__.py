"""Statements: how sure a text is of its verbs, and which names and numbers stand around them."""
