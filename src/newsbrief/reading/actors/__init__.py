"""The people and bodies that an article names, read from its words alone."""
