"""`replyctl snippets preview`: a snippet's examples as customers will read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from replyctl.cli.snippets import LibraryDirs, NoShipped, SnippetName, opened
from replyctl.cli.table_option import one_of
from replyctl.language.salutation import TONES
from replyctl.output import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.desk.preview import Preview

_HEADINGS = {"html": "<!-- {} -->\n"}
"""How a reply among several is headed, where it is no line of text."""


def register(group: typer.Typer) -> None:
    """Add `snippets preview`."""
    group.command("preview")(preview)


def preview(  # noqa: PLR0913, PLR0917 - a flag each
    ctx: typer.Context,
    name: SnippetName,
    lang: Annotated[str | None, typer.Option(metavar="LANG", help="Only this language; else all it has.")] = None,
    tone: Annotated[
        str | None, typer.Option(**one_of(TONES), help="Only this tone; else both, told apart where they differ.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", "-f", **one_of(FORMATS), help="What is printed.")] = "text",
    library: LibraryDirs = [],  # noqa: B006 - typer reads it, nobody changes it
    no_shipped: NoShipped = False,
) -> None:
    """Render a snippet with its examples, in each language and tone."""
    from replyctl import config
    from replyctl.desk.preview import previews, stand_ins
    from replyctl.language import known

    settings = config.load()
    found = opened(settings, library, ctx.obj.tell, no_shipped=no_shipped)
    tones = tuple(one for one in TONES if tone in {None, one})
    shown = [*previews(found.get(name), found, settings, known(lang) if lang else None, tones)]
    if bare := list(dict.fromkeys(one.language for one in shown if not one.number)):
        ctx.obj.tell(f"notice: no example in {', '.join(bare)}: the values are made up; write some under `examples`")
    if lacking := stand_ins(shown, settings):
        ctx.obj.tell(f"notice: your configuration has no {', '.join(lacking)}: examples stand in for it")
    ctx.obj.write(_printed(shown, format_))


def _printed(shown: Sequence[Preview], format_: str) -> str:
    """One reply as `compose` prints it; of several each with a heading, in JSON as an array."""
    texts = [FORMATS[format_](one.reply) for one in shown]
    if len(texts) == 1:
        return texts[0]
    if format_ == "json":
        return f"[\n{','.join(texts)}]\n"
    heading = _HEADINGS.get(format_, "── {} ──\n")
    subjects = [f"{one.reply.subject}\n\n" if format_ == "text" else "" for one in shown]
    pieces = zip(shown, subjects, texts, strict=True)
    return "\n".join(f"{heading.format(one.heading)}{subject}{text}" for one, subject, text in pieces)
