"""A text cut once: zones, sentences, tokens, masks; and the cleaning of what goes to a terminal."""
