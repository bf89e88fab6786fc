"""Gathers what is to be translated into the django.po of each language, and compiles it. `make messages` runs it."""

import subprocess
import sys
from pathlib import Path

IGNORED = ("tests", "tools", ".venv", "var")


def gather(root: Path) -> None:
    """Rewrite every django.po and django.mo under root/locale. Needs the programs of GNU gettext."""
    ignored = [argument for name in IGNORED for argument in ("--ignore", name)]
    for folder in sorted(one for one in (root / "locale").iterdir() if one.is_dir()):
        command = [sys.executable, "manage.py", "makemessages", "--locale", folder.name, *ignored]
        command += ["--no-wrap", "--no-obsolete", "--add-location", "file"]
        subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
        catalogue = folder / "LC_MESSAGES" / "django.po"
        lines = catalogue.read_text().splitlines(keepends=True)
        # When it was made says nothing of what is in it.
        catalogue.write_text("".join(line for line in lines if not line.startswith('"POT-Creation-Date:')))
        compiled = catalogue.with_suffix(".mo")
        subprocess.run(["msgfmt", "--check-format", "--output-file", compiled, catalogue], check=True)


if __name__ == "__main__":
    gather(Path(sys.argv[1]).resolve())
