"""Relations: what an article states of two parties."""
