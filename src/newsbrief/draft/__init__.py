"""The reading of an article, written as a fact sheet; and what else is written for an editor to go on with."""
