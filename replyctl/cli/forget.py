"""`replyctl forget`: what is kept of customers goes."""

from __future__ import annotations

import typer

from replyctl.cli.help import COMPUTER


def register(app: typer.Typer) -> None:
    """Add `forget`."""
    app.command("forget", rich_help_panel=COMPUTER)(forget)


def forget(ctx: typer.Context) -> None:
    """Forget what is kept of customers: the unfinished replies, the last one, and which snippets were used."""
    from replyctl.memory import customers_data

    gone = customers_data.forget()
    replies = f"{gone.unfinished} unfinished repl{'y' if gone.unfinished == 1 else 'ies'}"
    told = [replies] * bool(gone.unfinished) + ["the last reply"] * gone.last
    told += ["which snippets were used"] * gone.used
    ctx.obj.tell(f"forgotten: {', '.join(told)}" if told else "nothing was kept of customers")
    if gone.opened:
        ctx.obj.tell(f"notice: {gone.opened} open in another terminal: kept until it is closed, then run this again")
