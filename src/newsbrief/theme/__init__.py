"""Templates and static files, turned into bytes."""
