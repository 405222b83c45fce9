"""Numbers that follow by arithmetic from those of the article."""
