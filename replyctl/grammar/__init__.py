"""Spelling and grammar: engines behind one protocol. They give Findings and know no Problem."""
