from collections.abc import Iterator

import pytest

from tests.importing.server import Server, serving


@pytest.fixture(scope="session")
def site() -> Iterator[Server]:
    with serving() as server:
        yield server
