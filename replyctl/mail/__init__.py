"""Reads messages as mail programs write them."""
