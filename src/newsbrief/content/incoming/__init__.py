"""Articles as they come: plain text, Markdown, saved web pages and documents of word processors."""
