"""What a `compose` command line asks for."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from replyctl.cli import sets_and_data
from replyctl.compose.start import Start
from replyctl.engine_names import Wanted
from replyctl.errors import UsageError, quoted
from replyctl.mail.addresses import addresses
from replyctl.output.header_lines import address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from replyctl.cli.reply_lint import Level
    from replyctl.cli.streams import Streams

_SPELT = {"sets": "--set", "language": "--lang"}
"""Flags that are not spelt like their fields."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Request:
    """How the reply starts and where it goes: fields are named after flags, those of `Start` apart."""

    start: Start = field(default_factory=Start)
    no_input: bool = False
    edit: bool = False
    wrap: int | None = None
    format: str = "text"
    complete: bool = False
    output: Path | None = None
    copy: bool = False
    copy_subject: bool = False
    resume: bool = False
    again: bool = False
    fail_level: Level | None = None
    grammar: Wanted | None = None

    @classmethod
    def of(cls, flags: Mapping[str, Any], streams: Streams) -> Request:
        """From the flags by parameter name, as typer gives them; reads the `--data` file.

        UsageError for flags that conflict or are malformed, DataError for unreadable data.
        """
        reader, to = _mailbox(flags.get("to"))
        copied = [_mailbox(one)[1] for one in flags.get("cc") or ()]
        flags = {**flags, **({"to": to} if to else {}), **({"cc": copied} if copied else {})}
        _check(flags)
        given = {name: _frozen(value) for name, value in flags.items() if value is not None}
        folders = given.pop("library", ())
        begun = {one.name: given.pop(one.name) for one in fields(Start) if one.name in given}
        begun |= {
            "libraries": tuple(str(folder.resolve()) for folder in folders),
            "shipped": not given.pop("no_shipped", False),
            "sets": ({"customer.name": reader} if reader else {}) | sets_and_data.sets(begun.get("sets", ())),
            "data": sets_and_data.data(begun.get("data"), streams),
        }
        return cls(start=Start(**begun), **given)

    def notice(self, streams: Streams) -> Callable[[str], None]:
        """How to tell the agent a notice: with JSON only an error goes to stderr."""
        return (lambda _: None) if self.format == "json" else lambda line: streams.tell(f"notice: {line}")

    @property
    def level(self) -> Level:
        """The fail level in force."""
        return self.fail_level or "error"


def _mailbox(text: str | None) -> tuple[str, str]:
    """Name and address of `Bella Stone <bella@mail.example>`; the text itself, without a name, if it is no such thing."""
    found = addresses(text) if text and text.rstrip().endswith(">") else []
    return (found[0].name, found[0].address) if len(found) == 1 else ("", text or "")


def _frozen(value: Any) -> Any:  # noqa: ANN401 - flags are of any type
    return tuple(value) if isinstance(value, list) else value


def _check(flags: Mapping[str, Any]) -> None:
    """Raise UsageError for flags that conflict."""
    starts = {"a snippet": "snippets", "--blank": "blank", "--resume": "resume", "--again": "again"}
    given = [name for name, flag in starts.items() if flags.get(flag)]
    if len(given) > 1:
        raise UsageError(
            f"{' and '.join(given)} cannot be combined", hint="choose one: each starts a reply differently"
        )
    if flags.get("resume") or flags.get("again"):
        _check_earlier(flags, "--resume" if flags["resume"] else "--again")
    if flags.get("complete") and flags["format"] != "eml":
        raise UsageError("--complete goes with -f eml: it is a message that can be sent", hint="add -f eml")
    if flags.get("edit") and flags["no_input"]:
        raise UsageError("--edit opens an editor; it cannot be combined with --no-input")
    given_to = [("--to", flags["to"])] if flags.get("to") is not None else []
    for flag, one in (*given_to, *(("--cc", one) for one in flags.get("cc") or ())):
        if not address(one):
            hint = f"for example {flag} diane@example.com"
            raise UsageError(f"{flag} takes one e-mail address, not {quoted(one)}", hint=hint)


def _check_earlier(flags: Mapping[str, Any], way: str) -> None:
    """Raise UsageError for a flag that would change what an earlier reply is made of."""
    apart = {"snippets", "blank", *(one.name for one in fields(Request))}
    shaped = [name for name, value in flags.items() if name not in apart and value not in (None, False, [])]
    if shaped:
        flag = _SPELT.get(shaped[0], f"--{shaped[0].strip('_').replace('_', '-')}")
        hint = "the earlier reply keeps its language, tone and values; write a new one for others"
        raise UsageError(f"{flag} cannot be combined with {way}", hint=hint)
