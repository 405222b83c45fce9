"""The hedges of a word: how a sentence is less than sure of it."""

NOT, PLANNED, ALLEGED, POSSIBLE, OPEN, URGED = "not", "planned", "alleged", "possible", "open", "urged"
"""The hedges of a word; `OPEN` if a negation near it may deny it, `URGED` if somebody asks somebody to do it."""
ASKED = "asked"
"""The hedge of what stands after “whether”: nobody says that it is so."""
OTHERS = "others"
"""The hedge beside `NOT` of what is denied of all others: no other woman."""
