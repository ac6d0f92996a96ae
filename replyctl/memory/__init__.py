"""What outlives a command: the answers of an unfinished reply, and the last reply."""
