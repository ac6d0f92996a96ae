"""The layout of the reply, and its context for lint."""
