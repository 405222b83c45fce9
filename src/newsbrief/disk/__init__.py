"""The only room that writes, moves or deletes files; it also knows states of files and holds the lock."""
