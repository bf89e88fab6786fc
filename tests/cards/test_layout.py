"""Where everything stands on a card, whatever there is to say."""

from dataclasses import replace
from itertools import combinations

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from comparisons.cards.claim_layout import claim_layout
from comparisons.cards.comparison_layout import comparison_layout
from comparisons.cards.fonts import LEFT_OUT
from comparisons.cards.layout import HEIGHT, MARGIN, WIDTH, Layout, Mark, Rule, TextBlock
from comparisons.comparison.standings import Reporter
from comparisons.outcomes import Ground
from comparisons.wording import grounds_in_short, grounds_told
from tests.cards.values import claim_card, comparison_card, parties_on_card
from tests.properties import tried
from tests.wording.values import WHITE_HOUSE, a_standing

WORDS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(["trade", "Обсуждалась", "W" * 60, "—", "[…]", "中", "i"]), max_size=90).map(" ".join),
)


def inside_and_apart(layout: Layout) -> None:
    for item in layout.items:
        assert MARGIN - 6 <= item.x <= item.x + item.width <= WIDTH - MARGIN + 1, item
        assert 0 <= item.y <= item.y + item.height <= HEIGHT - 16, item
    solid: list[TextBlock | Mark] = [item for item in layout.items if not isinstance(item, Rule)]
    for one, other in combinations([item for item in solid if item.width], 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        above = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert beside or above, (one, other)


@tried(30)
@given(st.integers(0, 60), WORDS, WORDS, WORDS, WORDS, WORDS)
def test_nothing_leaves_the_card_of_a_claim_or_lies_on_anything_else(
    parties: int, headline: str, name: str, event: str, label: str, remarks: str
) -> None:
    card = claim_card(parties, name, headline=headline, event=event, label=label, remarks=remarks)
    inside_and_apart(claim_layout(card))


@tried(20)
@given(st.tuples(*[st.integers(0, 2_000)] * 4), WORDS, WORDS)
def test_nothing_leaves_the_card_of_a_comparison_or_lies_on_anything_else(
    counts: tuple[int, int, int, int], title: str, compared: str
) -> None:
    inside_and_apart(comparison_layout(comparison_card(*counts, title=title, compared=compared)))


class TestTheCardOfAClaim:
    def test_says_the_claim_the_event_each_position_the_outcome_and_the_edition(self) -> None:
        said = [text.words for text in claim_layout(claim_card()).texts]
        assert said == [
            "Trump–Putin phone call",
            "28 January 2017",
            "Was trade discussed?",
            "Contradiction",
            "rests on a report",
            *["Kremlin", "was asked and would not say"] * 2,
            "Counterpoint",
            "Edition 2 · 3 March 2024",
        ]

    def test_has_the_claim_as_the_loudest(self) -> None:
        texts = claim_layout(claim_card()).texts
        assert max(texts, key=lambda text: text.type.size).words == "Was trade discussed?"

    @pytest.mark.parametrize("parties", [2, 3, 4, 5, 8, 12, 50])
    def test_has_one_type_and_one_width_for_every_party(self, parties: int) -> None:
        layout = claim_layout(claim_card(parties))
        shown = min(parties, 11) if parties > 12 else parties
        named = [text for text in layout.texts if text.words == "Kremlin"]
        said = [text for text in layout.texts if text.words == "was asked and would not say"]
        assert len(named) == len(said) == shown
        assert len({(text.type, text.colour) for text in named}) == 1
        assert len({(text.type, text.colour) for text in said}) == 1
        rules = [item for item in layout.items if isinstance(item, Rule)][1:-1]
        assert len({rule.width for rule in rules}) == 1
        assert len(rules) == min(parties, 12)

    @pytest.mark.parametrize("language", ["en", "ru"])
    @pytest.mark.parametrize("parties", [2, 4, 6, 9, 12])
    def test_says_in_full_what_a_position_rests_on(self, parties: int, language: str) -> None:
        for grounds in [*combinations(Ground, 1), (Ground.REPORT, Ground.IMPLICATION), tuple(Ground)]:
            with override(language):
                reporters = (Reporter("", "Newspaper report of the call"),) if Ground.REPORT in grounds else ()
                standing = a_standing(WHITE_HOUSE, "denies", grounds=grounds, reporters=reporters)
                known, in_short = grounds_told(standing), grounds_in_short(standing)
            shown = parties_on_card(parties, known=known, in_short=in_short)
            layout = claim_layout(replace(claim_card(), parties=shown))
            inside_and_apart(layout)
            words = [text.words for text in layout.texts]
            assert max(words.count(known), words.count(in_short)) == parties, (known, in_short)
            if parties == 2 and len(grounds) < 3:
                assert words.count(known) == 2

    def test_counts_the_parties_for_which_there_is_no_room(self) -> None:
        assert "and 39 more" in [text.words for text in claim_layout(claim_card(50)).texts]

    def test_shrinks_a_long_claim_then_cuts_it_after_a_word(self) -> None:
        sizes = []
        for times in (1, 6, 60):
            layout = claim_layout(claim_card(headline="Was trade discussed then " * times))
            sizes.append(layout.texts[2].type.size)
        assert sizes == sorted(sizes, reverse=True)
        assert len(set(sizes)) == 3
        last = layout.texts[2].lines[-1]
        assert last.removesuffix("…").split()[-1] in {"Was", "trade", "discussed", "then"}
        assert last.endswith("…")

    def test_breaks_a_word_only_where_it_is_wider_than_the_card(self) -> None:
        layout = claim_layout(claim_card(headline="Достопримечательности и предпринимательства"))
        assert " ".join(layout.texts[2].lines) == "Достопримечательности и предпринимательства"
        assert claim_layout(claim_card(headline="x" * 500)).texts[2].words.endswith("x…")

    @pytest.mark.parametrize("letter", ["ʘ", "ǀ", "ꞌ", "ѣ"])
    def test_draws_no_letter_that_one_of_the_faces_lacks(self, letter: str) -> None:
        inside_and_apart(claim_layout(claim_card(2, letter, headline=letter, event=letter, label=letter)))

    def test_says_that_letters_are_left_out_for_which_there_is_no_font(self) -> None:
        assert claim_layout(claim_card(headline="中美 通話?")).texts[2].words == f"{LEFT_OUT}?"


class TestTheCardOfAComparison:
    def test_says_the_title_the_kind_and_day_who_is_compared_and_the_counts(self) -> None:
        said = [text.words for text in comparison_layout(comparison_card(5, 1, 10, 1)).texts]
        assert said[:4] == [
            "Phone call",
            "28 January 2017",
            "Trump–Putin phone call",
            "The Kremlin and the White House, compared across 4 accounts.",
        ]
        assert said[4:10] == ["Agreements", "5", "of 17 claims", "Contradictions", "1", "of 17 claims"]

    def test_has_a_bar_as_wide_as_the_card_in_parts_as_large_as_the_families(self) -> None:
        layout = comparison_layout(comparison_card(1, 0, 3, 0))
        bars = [item for item in layout.items if isinstance(item, Rule)][1:-1]
        agreements, one_sided = [bar for bar in bars if bar.height == 9 and bar.y == min(one.y for one in bars)]
        assert agreements.x == MARGIN
        assert one_sided.x == MARGIN + (WIDTH - 2 * MARGIN) / 4
        assert one_sided.x + one_sided.width == WIDTH - MARGIN

    def test_has_none_where_there_are_no_claims(self) -> None:
        layout = comparison_layout(comparison_card(0, 0, 0, 0))
        assert len([item for item in layout.items if isinstance(item, Rule)]) == 2
