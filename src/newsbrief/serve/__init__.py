"""The preview server: the site in a browser while it is edited."""
