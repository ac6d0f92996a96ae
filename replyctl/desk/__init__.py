"""The team lead's tools over the other rooms: snippets checked like code, begun, and looked at as customers see them."""
