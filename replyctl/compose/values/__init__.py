"""Values: their sources, their meaning, and how templates see them."""
