"""The words of the interface and the dates, in the language of a page."""
