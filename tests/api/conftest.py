from tests.views.conftest import many_calls, published

__all__ = ["many_calls", "published"]
