"""The team lead's tools: they check snippets like code, start new ones, and preview them as customers see them."""
