#!/usr/bin/env python3
import os
import sys
from importlib import import_module


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from environs import EnvError

    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except (ImproperlyConfigured, EnvError) as error:
        sys.exit(f"Not started: {error}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
