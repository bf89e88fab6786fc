"""The models, a file for each word of the domain, each QuerySet above its model."""

from .account import Account, Revision
from .answer import Answer
from .card import Card
from .claim import Claim, Topic
from .edition import Address, Edition, Withdrawal
from .event import Event
from .finding import Finding
from .party import Party
from .passage import Passage
from .stance import Quote, Stance
from .standing import Pairing, Standing

__all__ = [
    "Account",
    "Address",
    "Answer",
    "Card",
    "Claim",
    "Edition",
    "Event",
    "Finding",
    "Pairing",
    "Party",
    "Passage",
    "Quote",
    "Revision",
    "Stance",
    "Standing",
    "Topic",
    "Withdrawal",
]
