"""`peacetalks`, and `python -m peacetalks_cli`."""

import sys


def main() -> None:
    """Runs the command of `sys.argv`; Ctrl-C ends it in silence, also while the commands are still being imported."""
    try:
        from peacetalks_cli.cli import main as run  # noqa: PLC0415

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
