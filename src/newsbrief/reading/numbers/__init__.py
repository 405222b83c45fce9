"""The numbers of a text: figures, words, units, times of day, in the text's language."""
