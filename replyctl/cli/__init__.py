"""The command line; it makes no decisions about text."""
