"""The program: the table of commands, and the one place that turns errors into messages and exit codes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer

from replyctl import __version__, config, paths
from replyctl.cli.help import App, text
from replyctl.cli.streams import ReaderGone, Streams, Unprinted, process_streams
from replyctl.errors import Interrupted, OutputError, ReplyctlError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = ("compose", "reply", "read", "suggest", "lint", "rules", "snippets", "grammar", "config", "forget")
"""In the order of the help; each module here adds its command with `register`."""
_HELP = {"-h", "--help", "--version"}
_COMPLETION = "_REPLYCTL_COMPLETE"
"""Set by a shell that only wants to complete a word."""


def build(commands: Sequence[str] = COMMANDS) -> typer.Typer:
    """The command line, from the table of commands, or with these alone."""
    app = App(
        name="replyctl",
        help="Compose polished replies to customers, and check their etiquette.",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_default)
    for command in commands:
        import_module(f"replyctl.cli.{command}").register(app)
    return app


def _default(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Compose polished replies to customers, and check their etiquette."""
    streams: Streams = ctx.obj
    if version:
        streams.write(f"replyctl {__version__}\n")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from replyctl.cli import compose, reply

        if not (compose.run_default(streams) or reply.run_default(streams)):
            streams.draw_aside(text(ctx, colour=streams.colour()))
            raise typer.Exit(2)


def main(argv: Sequence[str] | None = None, streams: Streams | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 problems, 2 usage, 3 bad input, 130 Ctrl-C."""
    args = sys.argv[1:] if argv is None else list(argv)
    streams = streams or process_streams()
    try:
        if "--install-completion" in args and paths.home() is None:
            raise OutputError("the home folder is unknown, so completion cannot be installed", hint="set HOME")
        if not _wants_json(args) and not _HELP.intersection(args) and _COMPLETION not in os.environ:
            for line in config.passed_over():
                streams.tell(f"notice: {line}")
        # Each command takes time to build, and one is run.
        app = build(args[:1] if args[:1] and args[0] in COMMANDS else COMMANDS)
        code = typer.main.get_command(app)(args, prog_name="replyctl", obj=streams, standalone_mode=False)
        return code if isinstance(code, int) else 0
    except ReaderGone as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # so that the interpreter does not flush again on exit
        return error.exit_code
    except ReplyctlError as error:
        _tell(error, streams, as_json=_wants_json(args))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return Interrupted.exit_code
    except OSError as error:  # from the help, which typer prints, unless it names a file
        told = OutputError(f"{error.filename}: {error.strerror}") if error.filename else Unprinted.by(error)
        _tell(told, streams, as_json=_wants_json(args))
        return told.exit_code
    except typer.TyperException as error:  # every usage error, including those of the click inside typer
        return _usage(error, streams, as_json=_wants_json(args))


def _usage(error: typer.TyperException, streams: Streams, *, as_json: bool) -> int:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" and not as_json:  # of the click inside typer
        streams.draw_aside(text(context, colour=streams.colour()))
        return error.exit_code
    hint = f"`{context.command_path} --help` shows more" if context else ""
    _tell(ReplyctlError(error.format_message(), hint=hint), streams, as_json=as_json)
    return error.exit_code


def _wants_json(args: Sequence[str]) -> bool:
    """Whether `-f json` was given. Looks at the raw arguments, since a usage error comes before parsing ends."""
    pairs = pairwise(args)
    return any(flag in {"-f", "--format"} and value == "json" for flag, value in pairs) or not {
        "-fjson",
        "--format=json",
    }.isdisjoint(args)


def _tell(error: ReplyctlError, streams: Streams, *, as_json: bool) -> None:
    """Print an error on stderr, with secrets masked: it may quote a value or a customer's mail."""
    from replyctl.reading.secrets import hide
    from replyctl.yamlfile.validate import described, summed

    if as_json:
        from replyctl.report.json import dumps

        streams.tell(dumps({"error": hide(summed(error)), "hint": error.hint, "missing": list(error.missing)}))
        return
    streams.tell(hide("\n".join((f"replyctl: {described(error)}", *getattr(error, "__notes__", ())))))
