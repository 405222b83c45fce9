"""Words found in an article, exactly: search, typography, quotation marks, findings."""
