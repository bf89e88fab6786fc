from .account import Account, Revision
from .claim import Claim, Topic
from .edition import Edition, Finding, Standing, Withdrawal
from .event import Event
from .party import Party
from .stance import Quote, Stance

__all__ = [
    "Account",
    "Claim",
    "Edition",
    "Event",
    "Finding",
    "Party",
    "Quote",
    "Revision",
    "Stance",
    "Standing",
    "Topic",
    "Withdrawal",
]
