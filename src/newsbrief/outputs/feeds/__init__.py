"""The feeds: their entries, as Atom and as JSON Feed."""
