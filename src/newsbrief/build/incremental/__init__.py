"""What the last build left on record, and what has changed since."""
