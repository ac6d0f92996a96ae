"""`python -m replyctl` does what `replyctl` does."""

from replyctl.cli.main import main

raise SystemExit(main())
