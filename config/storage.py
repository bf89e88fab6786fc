"""The storage of static files, with fingerprints in their names."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from comparisons.static_files import inlined, is_entry

Found = Mapping[str, tuple[Storage, str]]
"""Name of a file -> where it was found, and its name there."""


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise is untyped
    """Names with a hash in them, for ever cacheable, once static files are collected; plain names before that.

    What imports others is stored with them in it, so that a page asks for one style sheet.
    """

    def stored_name(self, name: str) -> str:
        return str(super().stored_name(name)) if self.hashed_files else name

    def post_process(self, paths: Found, *args: Any, **options: Any) -> Iterator[Any]:
        return iter(super().post_process({**paths, **entries(paths)}, *args, **options))


def entries(paths: Found) -> Found:
    """The style sheets and scripts that import others, with those in them, as if they had been found so."""

    def read(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return str(file.read().decode())

    whole = InMemoryStorage()
    return {
        name: (whole, whole.save(name, ContentFile(inlined(name, read).encode())))
        for name in paths
        if is_entry(name, read)
    }
