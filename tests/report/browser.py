"""Where this machine's Chromium is. As a script (`make browser`) it installs Debian's where there is none."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-liberation")
_BY_HAND = (
    "no Chromium here, and this user may not install one. On Debian: apt-get install chromium; elsewhere install "
    "Chromium or Chrome so that one of these is on the PATH: " + ", ".join(NAMES) + "; or say CHROMIUM=/path/to/it"
)


def find() -> str | None:
    """The path of the browser: $CHROMIUM, or the first of NAMES on the PATH; None without one."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def main() -> int:
    if not find() and (prefix := _may_install()) is not None:
        for arguments in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", *PACKAGES)):
            subprocess.run([*prefix, "apt-get", *arguments], check=False, stdout=subprocess.DEVNULL)
    found = find()
    print(found or _BY_HAND, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


def _may_install() -> list[str] | None:
    """What goes before apt-get; None where there is no apt-get or no right to it."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    has_sudo = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive"] if has_sudo and has_sudo.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())
