"""`python -m peacetalks_cli`."""

from peacetalks_cli.cli import main

if __name__ == "__main__":
    main()
