"""The article's own statements: who speaks, and which date its words mean."""
