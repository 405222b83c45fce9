"""Pages that list many briefings: archive, glossary, appearances of an actor."""
