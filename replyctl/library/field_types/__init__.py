"""The types of fields: `types.py` is the table; `value.py` reads a value by it."""
