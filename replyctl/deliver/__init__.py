"""Delivering a finished reply to where it is used."""
