"""The benchmark: the same invented briefings built by Newsbrief and by Hugo, in turns. See docs/."""
