"""What `newsbrief check` takes of sites that grow in one way each. See docs/performance.md."""
