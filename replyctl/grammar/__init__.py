"""Spelling and grammar engines behind one protocol; they return Findings and know nothing of lint."""
