"""`python -m selon` and the `selon` command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    from selon.cli.app import app, run
    from selon.web import command

    command.register(app)
    sys.exit(run())


if __name__ == "__main__":
    main()
