"""Pages before they are rendered: their plan, ties to the article, lists, diagram, language."""
