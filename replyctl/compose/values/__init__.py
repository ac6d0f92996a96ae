"""Where each value comes from, what it means, and what templates see of it."""
