"""Reading a person's name: its parts and titles, in three scripts."""
