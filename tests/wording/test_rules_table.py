"""The truth table of the page on the rules: what two parties' positions make, cell by cell."""

from comparisons.wording import POSITIONS
from comparisons.wording.rules_table import WAYS, rules_columns, rules_rows

AGREE, PARTLY, CONTRADICT, AT_ODDS = "Agreement", "Agreement in part", "Contradiction", "Contradiction in part"
OMITTED, SINGLE, DENIED = "Not mentioned by one", "Single source", "Denied by one"
UNANSWERED, UNADDRESSED, NOT_HELD, UNREAD = "Unanswered", "Not addressed", "Not in the texts held", "Not read yet"
# The columns: affirms, in part, denies, declines, silent, not in the text held, not reviewed.
HALF = {
    "said so": (AGREE, PARTLY, CONTRADICT, UNANSWERED, OMITTED, SINGLE, f"{SINGLE}, provisional"),
    "said so in part": (PARTLY, AT_ODDS, UNANSWERED, OMITTED, SINGLE, f"{SINGLE}, provisional"),
    "denied it": (AGREE, DENIED, DENIED, DENIED, f"{DENIED}, provisional"),
    "would not say": (UNANSWERED, UNANSWERED, UNANSWERED, f"{UNANSWERED}, provisional"),
    "does not mention it": (UNADDRESSED, UNADDRESSED, f"{UNREAD}, provisional"),
    "not in the excerpt held": (NOT_HELD, f"{UNREAD}, provisional"),
    "not read yet": (f"{UNREAD}, provisional",),
}
"""Of each row, what stands from the diagonal on; the other half is the same, mirrored."""
NAMES = tuple(HALF)
TABLE = {
    one: tuple(
        HALF[one][column - row] if column >= row else HALF[other][row - column] for column, other in enumerate(NAMES)
    )
    for row, one in enumerate(NAMES)
}


def test_by_rules_2_it_is_the_table_of_the_design_in_the_words_of_the_page() -> None:
    assert {row.position: row.outcomes for row in rules_rows(2)} == TABLE
    assert rules_columns() == tuple(TABLE)
    assert [row.position for row in rules_rows(2)] == list(TABLE)


def test_by_rules_1_one_pair_alone_is_another() -> None:
    differing = {
        (newer.position, column): (older_outcome, outcome)
        for older, newer in zip(rules_rows(1), rules_rows(2), strict=True)
        for column, older_outcome, outcome in zip(rules_columns(), older.outcomes, newer.outcomes, strict=True)
        if older_outcome != outcome
    }
    (one, other) = ("said so in part", "denied it")
    assert differing == {(one, other): (CONTRADICT, AT_ODDS), (other, one): (CONTRADICT, AT_ODDS)}


def test_every_position_that_a_party_with_an_account_of_one_voice_can_have_is_in_it() -> None:
    assert {way for way, _stance in WAYS} == set(POSITIONS) - {"inconsistent", "conflicted", "no_account"}
