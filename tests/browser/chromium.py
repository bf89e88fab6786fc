"""The Chromium that is on the PATH, and how it is started."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
# Debian's package of the name: the same engine without anything of a window, in two thirds of the time.
HEADLESS = shutil.which("chromium-headless-shell") or CHROMIUM


def arguments() -> list[str]:
    """Nothing in the background that would look for the network."""
    quiet = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    # Chromium has no sandbox for root.
    return [*quiet, "--no-sandbox"] if os.geteuid() == 0 else quiet
