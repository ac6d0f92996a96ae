"""A reply composer for customer-support agents: snippets, salutation, etiquette lint."""

__version__ = "0.1.0"
