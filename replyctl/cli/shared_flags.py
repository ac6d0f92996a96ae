"""A command that takes the flags of another one, which are listed there alone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from inspect import Parameter, Signature, signature
from typing import Any

Command = Callable[..., None]


def with_flags_of(other: Command, *, without: Collection[str]) -> Callable[[Command], Command]:
    """For a command whose `**` parameter takes the flags of `other`, all but its own and those in `without`."""

    def extended(command: Command) -> Command:
        own = [
            one for one in signature(command, eval_str=True).parameters.values() if one.kind != Parameter.VAR_KEYWORD
        ]
        apart = {*without, *(one.name for one in own)}
        shared = [one for one in signature(other, eval_str=True).parameters.values() if one.name not in apart]
        taken: Any = command  # functions have no such attribute for the type checker
        taken.__signature__ = Signature([*own, *shared])
        return command

    return extended
