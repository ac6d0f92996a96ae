"""Snippets and values in, a `Reply` out: `Composition.start(…)`, answer its questions, `reply()`."""
