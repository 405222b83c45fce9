"""The trace of the last build, what is stale since then and why, and the trace that a build leaves for the next."""
