"""A text and its context -> Problems."""
