"""The index by which readers search all briefings: words, folded, and the briefings that have them, in pieces."""
