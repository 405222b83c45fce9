"""Text in lines, for drawings that cannot leave it to a browser."""
