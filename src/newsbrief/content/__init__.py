"""The files under `content/`, read and parsed: YAML, front matter, Markdown, the fact sheet."""
