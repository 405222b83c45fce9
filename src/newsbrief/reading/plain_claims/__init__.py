"""What sentences claim, in languages that are read by their words alone: opposites, hedges, the places of numbers."""
