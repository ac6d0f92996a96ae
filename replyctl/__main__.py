"""The entry point: the console script, and `python -m replyctl`."""

import gc

# A command creates up to 130,000 objects and keeps most of them: a garbage collection would go through all for nothing.
gc.set_threshold(250_000)


def run() -> None:
    """Run one command and exit with its code."""
    from replyctl.cli.main import main
    from replyctl.cli.streams import leave

    leave(main())


if __name__ == "__main__":
    run()
