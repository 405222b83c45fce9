"""The only part that writes or deletes: a site's files are staged and moved to their places, private ones replaced."""
