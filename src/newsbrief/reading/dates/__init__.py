"""The dates that an article's words name: a value with its bounds and precision, or nothing."""
