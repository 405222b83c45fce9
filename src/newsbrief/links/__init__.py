"""Addresses of links, and faults of links."""
