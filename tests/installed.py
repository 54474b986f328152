"""Programs of the system that some tests need, and where they are. As a script it installs Debian's packages of the
ones named that are missing: chromium (`make browser`), jq, mlr, sqlite3 (`make tools`)."""

import os
import shutil
import subprocess
import sys

PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "jq": ("jq",),
    "mlr": ("mlr",),
    "sqlite3": ("sqlite3",),
}
"""What each may be called."""

_PACKAGES = {"chromium": ("chromium", "fonts-liberation"), "mlr": ("miller",)}
_BY_HAND = (
    "not here, and this user may not install it: {missing}. On Debian: apt-get install {packages}; elsewhere so that "
    "they are on the PATH, a Chromium or Chrome also by CHROMIUM=/path/to/it"
)


def find(program: str) -> str | None:
    """Its path: $CHROMIUM and the like, or the first of its names on the PATH; None without one."""
    return os.environ.get(program.upper()) or next(filter(None, map(shutil.which, PROGRAMS[program])), None)


def main(programs: list[str]) -> int:
    missing = [program for program in programs if not find(program)]
    packages = [package for program in missing for package in _PACKAGES.get(program, (program,))]
    if missing and (prefix := _may_install()) is not None:
        for arguments in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", *packages)):
            subprocess.run([*prefix, "apt-get", *arguments], check=False, stdout=subprocess.DEVNULL)
        missing = [program for program in missing if not find(program)]
    if missing:
        print(_BY_HAND.format(missing=", ".join(missing), packages=" ".join(packages)), file=sys.stderr)
        return 1
    for program in programs:
        print(find(program))
    return 0


def _may_install() -> list[str] | None:
    """What goes before apt-get; None where there is no apt-get or no right to it."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    has_sudo = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive"] if has_sudo and has_sudo.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
