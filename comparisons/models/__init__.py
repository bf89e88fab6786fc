"""The models, a file for each word of the domain, each QuerySet above its model."""

from .account import Account, Revision
from .answer import Answer
from .card import Card
from .claim import Claim, Topic
from .edition import Address, Edition, Withdrawal
from .event import Event
from .finding import Finding
from .front_page import FrontPageChoice
from .party import Party
from .passage import Passage
from .second_reading import SecondReading
from .stance import Quote, Stance
from .standing import Pairing, Standing
from .word import IndexedWord

__all__ = [
    "Account",
    "Address",
    "Answer",
    "Card",
    "Claim",
    "Edition",
    "Event",
    "Finding",
    "FrontPageChoice",
    "IndexedWord",
    "Pairing",
    "Party",
    "Passage",
    "Quote",
    "Revision",
    "SecondReading",
    "Stance",
    "Standing",
    "Topic",
    "Withdrawal",
]
