"""Handing a finished reply over to where it is used."""
