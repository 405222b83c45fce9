"""What `newsbrief check` takes of sites that grow in one way each. See docs/contributing/performance.md."""
