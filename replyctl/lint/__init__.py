"""Checks a text in its context against the rules, and returns Problems."""
