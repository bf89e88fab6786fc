from tests.admin.conftest import editor, kremlin, trade

__all__ = ["editor", "kremlin", "trade"]
