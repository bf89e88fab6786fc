"""Runs `manage.py verify` as a person does."""

from io import StringIO

from django.core.management import CommandError, call_command


def verify() -> str:
    output = StringIO()
    try:
        call_command("verify", stdout=output, stderr=output)
    except CommandError as error:
        return f"{output.getvalue()}{error}"
    return output.getvalue()
