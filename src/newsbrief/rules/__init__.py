"""The rules that a fact sheet keeps; each is a function named after what it holds."""
