"""The engine that cuts a text once: normal form, quotes, masks, tokens, phrases, zones, sentences."""
