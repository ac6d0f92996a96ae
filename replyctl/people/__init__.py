"""Who is meant by a name: its parts and its titles, in three scripts."""
