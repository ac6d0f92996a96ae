"""The entry point: the console script, and `python -m replyctl`."""

import gc

# A command creates some ten thousand objects at start and keeps them all; garbage collection would cost a fifth of the
# start.
gc.set_threshold(100_000)


def run() -> None:
    """Run one command and exit with its code."""
    from replyctl.cli.main import main
    from replyctl.cli.streams import leave

    leave(main())


if __name__ == "__main__":
    run()
