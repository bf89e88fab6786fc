"""Why a comparison is not published."""


class CannotPublish(ValueError):
    """Why this cannot be published or withdrawn now: sentences for the editor."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons = reasons

    def __str__(self) -> str:
        return "\n".join(self.reasons)
