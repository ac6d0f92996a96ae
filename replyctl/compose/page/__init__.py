"""What stands where in the reply, and what lint may know of it."""
