"""`newsbrief serve`: the site in a browser while it is being edited. Nothing is written; everything stays in memory."""
