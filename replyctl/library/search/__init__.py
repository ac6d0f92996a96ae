"""Finds snippets: by what an agent types, and by what a customer wrote."""
