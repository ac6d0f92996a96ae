"""Messages as mail programs write them, read."""
