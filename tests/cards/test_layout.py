"""Where everything stands on a card, whatever there is to say."""

from dataclasses import replace
from itertools import combinations

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from comparisons.cards.claim_layout import claim_layout
from comparisons.cards.claim_sides import WORDS as WORDS_SET
from comparisons.cards.comparison_layout import comparison_layout
from comparisons.cards.content import AnsweredOnCard, GroupOnCard
from comparisons.cards.fonts import LEFT_OUT
from comparisons.cards.layout import HEIGHT, MARGIN, WIDTH, Layout, Mark, Rule, TextBlock
from comparisons.cards.page_card import PageCard, page_layout
from comparisons.comparison.standings import Reporter
from comparisons.outcomes import Ground
from comparisons.wording import REMARKS, grounds_in_short, grounds_told, outcome_label, remark
from tests.cards.values import WORDS as CARRYING
from tests.cards.values import claim_card, comparison_card, groups_on_card, parties_on_card
from tests.properties import tried
from tests.wording.values import WHITE_HOUSE, a_standing

WORDS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(["trade", "Обсуждалась", "W" * 60, "—", "[…]", "中", "i"]), max_size=90).map(" ".join),
)

LONG = "Did both sides favour the coordination of what they do against the Islamic State in all of Syria and Iraq?"


def inside_and_apart(layout: Layout) -> None:
    for item in layout.items:
        assert MARGIN - 6 <= item.x <= item.x + item.width <= WIDTH - MARGIN + 1, item
        assert 0 <= item.y <= item.y + item.height <= HEIGHT - 16, item
    solid: list[TextBlock | Mark] = [item for item in layout.items if not isinstance(item, Rule)]
    for one, other in combinations([item for item in solid if item.width], 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        above = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert beside or above, (one, other)


@tried(40)
@given(st.integers(0, 60), WORDS, WORDS, WORDS, WORDS, WORDS, st.lists(WORDS, max_size=2).map(tuple))
def test_nothing_leaves_the_card_of_a_claim_or_lies_on_anything_else(
    parties: int, headline: str, name: str, event: str, label: str, remarks: str, words: tuple[str, ...]
) -> None:
    card = claim_card(parties, name, words, headline=headline, event=event, label=label, remarks=remarks)
    inside_and_apart(claim_layout(card))


@tried(20)
@given(st.lists(WORDS, min_size=1, max_size=12), st.integers(1, 5), WORDS, WORDS)
def test_nor_do_the_rows_of_many_parties(labels: list[str], parties: int, known: str, headline: str) -> None:
    groups = groups_on_card(parties, *labels, known=known, in_short="by report")
    inside_and_apart(claim_layout(replace(claim_card(3), groups=groups, headline=headline)))


@tried(20)
@given(st.tuples(*[st.integers(0, 2_000)] * 4), WORDS, WORDS, WORDS)
def test_nothing_leaves_the_card_of_a_comparison_or_lies_on_anything_else(
    counts: tuple[int, int, int, int], title: str, compared: str, sentence: str
) -> None:
    answers = (AnsweredOnCard("open", "not_reviewed", f"Was it {title}?", f"{sentence}."),) * 6
    inside_and_apart(comparison_layout(comparison_card(*counts, title=title, compared=compared, answers=answers)))


@tried(20)
@given(WORDS, WORDS, WORDS)
def test_nothing_leaves_the_card_of_a_page_or_lies_on_anything_else(kicker: str, title: str, line: str) -> None:
    inside_and_apart(page_layout(PageCard(kicker, title, line)))


class TestTheCardOfAClaim:
    def test_says_the_claim_the_event_each_position_with_its_words_the_outcome_and_the_edition(self) -> None:
        said = [text.words for text in claim_layout(claim_card()).texts if text.words]
        assert said == [
            "Trump–Putin phone call",
            "28 January 2017",
            "Was trade discussed?",
            "Contradiction",
            "rests on a report",
            *["Kremlin", "said so in part", CARRYING] * 2,
            "Counterpoint",
            "Edition 2 · 3 March 2024",
        ]

    def test_has_the_claim_as_the_loudest(self) -> None:
        texts = claim_layout(claim_card()).texts
        assert max(texts, key=lambda text: text.type.size).words == "Was trade discussed?"

    @pytest.mark.parametrize("headline", ["Was trade discussed?", "Did both sides speak of trade? " * 4])
    @pytest.mark.parametrize("times", [1, 3, 8])
    def test_has_one_type_and_one_width_for_both_parties(self, times: int, headline: str) -> None:
        one, other = parties_on_card(2, words=(CARRYING * times,))
        layout = claim_layout(replace(claim_card(headline=headline), parties=(one, replace(other, words=("“No”",)))))
        inside_and_apart(layout)
        rules = [item for item in layout.items if isinstance(item, Rule)][1:-1]
        columns = [rule for rule in rules if rule.width > 10]
        assert len(columns) == 2
        assert len({(rule.width, rule.y) for rule in columns}) == 1
        for told in ("Kremlin", "said so in part"):
            assert len({(text.type, text.colour, text.y) for text in layout.texts if text.words == told}) == 1
        quoted = [text for text in layout.texts if text.words.startswith("“")]
        assert len(quoted) == 2
        assert len({(text.type, text.colour) for text in quoted}) == 1

    def test_cuts_words_only_where_their_smallest_type_does_not_hold_them_and_after_a_word(self) -> None:
        whole, cut = (
            claim_layout(replace(claim_card(), parties=parties_on_card(2, words=(CARRYING * times,)))).texts
            for times in (1, 20)
        )
        assert [text.words for text in whole if text.words.startswith("“")] == [CARRYING] * 2
        for text in cut:
            if text.words.startswith("“"):
                assert text.words.endswith("…")
                assert text.words.removesuffix("…").split()[-1] in (CARRYING * 2).split()
                assert text.type == WORDS_SET[-1]

    def test_never_cuts_what_a_position_rests_on_for_words(self) -> None:
        known = "through an unnamed official, according to “Newspaper report of the call”, by implication"
        layout = claim_layout(
            replace(
                claim_card(headline=LONG), parties=parties_on_card(2, "Kremlin", known, "by report", (CARRYING * 9,))
            )
        )
        inside_and_apart(layout)
        assert [text.words for text in layout.texts].count(known) == 2

    @pytest.mark.parametrize("language", ["en", "ru"])
    @pytest.mark.parametrize("parties", [2, 4, 6, 9, 12])
    def test_says_in_full_or_in_short_what_a_position_rests_on(self, parties: int, language: str) -> None:
        for grounds in [*combinations(Ground, 1), (Ground.REPORT, Ground.IMPLICATION), tuple(Ground)]:
            with override(language):
                reporters = (Reporter("", "Newspaper report of the call"),) if Ground.REPORT in grounds else ()
                standing = a_standing(WHITE_HOUSE, "denies", grounds=grounds, reporters=reporters)
                known, in_short = grounds_told(standing), grounds_in_short(standing)
            shown = parties_on_card(parties, known=known, in_short=in_short)
            beside = parties <= 2
            groups = () if beside else (GroupOnCard("Denied it", shown),)
            layout = claim_layout(replace(claim_card(), parties=shown if beside else (), groups=groups))
            inside_and_apart(layout)
            words = " ".join(text.words for text in layout.texts)
            told = max(words.count(known), words.count(in_short))
            assert told >= parties or f"({in_short}), and {parties - told + 1} more" in words, (known, in_short, words)
            if parties == 2 and len(grounds) < 3:
                assert words.count(known) == 2

    @pytest.mark.parametrize("language", ["en", "ru"])
    @pytest.mark.parametrize("parties", [2, 5, 20])
    @pytest.mark.parametrize("outcome", ["contradiction", "partial_contradiction", "omission"])
    def test_never_cuts_what_qualifies_its_outcome(self, outcome: str, parties: int, language: str) -> None:
        for number in range(1, len(REMARKS) + 1):
            with override(language):
                remarks = " · ".join(remark(one) for one in list(REMARKS)[:number])
                label = outcome_label(outcome)
            layout = claim_layout(claim_card(parties, remarks=remarks, label=label, headline=LONG))
            inside_and_apart(layout)
            assert remarks in [text.words for text in layout.texts]


class TestTheCardOfAClaimOfManyParties:
    def test_groups_them_by_what_they_said_with_words_of_each_group(self) -> None:
        said = [text.words for text in claim_layout(claim_card(3)).texts if text.words]
        assert said[5:-2] == [
            "Said so",
            "Kremlin, Kremlin",
            f"Kremlin: {CARRYING}",
            "Denied it (1 of many)",
            "Kremlin",
            CARRYING,
        ]

    @pytest.mark.parametrize("parties", [3, 7, 50])
    def test_has_rows_of_one_width_and_one_type(self, parties: int) -> None:
        layout = claim_layout(claim_card(parties))
        rows = [item for item in layout.items if isinstance(item, Rule)][1:-1]
        assert {rule.width for rule in rows} == {WIDTH - 2 * MARGIN}
        one, other = (text for text in layout.texts if text.words in ("Said so", "Denied it (1 of many)"))
        assert one.type == other.type

    def test_counts_those_for_whom_there_is_no_room(self) -> None:
        said = " ".join(text.words for text in claim_layout(claim_card(90)).texts)
        named = said.split("Said so ")[1].split(", and ")[0].count("Kremlin")
        assert f", and {89 - named} more" in said

    def test_counts_those_of_the_groups_for_which_there_is_no_room(self) -> None:
        groups = groups_on_card(2, *(f"Answer {number}" for number in range(20)))
        layout = claim_layout(replace(claim_card(3), groups=groups))
        inside_and_apart(layout)
        words = [text.words for text in layout.texts]
        shown = sum(word.startswith("Answer") for word in words)
        assert 4 < shown < 20
        assert f"and {2 * (20 - shown)} more" in words

    def test_has_words_that_rest_on_the_least_in_front(self) -> None:
        reported, own = parties_on_card(1, "Berlin", "by report", "by report") + parties_on_card(1, "Vienna")
        assert [one.name for one in GroupOnCard("Said so", (reported, own)).words] == ["Vienna", "Berlin"]


class TestALongOrStrangeClaim:
    def test_shrinks_a_long_claim_then_cuts_it_after_a_word(self) -> None:
        sizes = []
        for times in (1, 4, 60):
            layout = claim_layout(claim_card(headline="Was trade discussed then " * times))
            sizes.append(layout.texts[2].type.size)
        assert sizes == sorted(sizes, reverse=True)
        assert len(set(sizes)) == 3
        last = layout.texts[2].lines[-1]
        assert last.removesuffix("…").split()[-1] in {"Was", "trade", "discussed", "then"}
        assert last.endswith("…")

    def test_breaks_a_word_only_where_it_is_wider_than_the_card(self) -> None:
        layout = claim_layout(claim_card(words=(), headline="Достопримечательности и предпринимательства"))
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

    def test_answers_as_many_of_the_first_claims_as_stand_there_whole(self) -> None:
        said = [text.words for text in comparison_layout(comparison_card(5, 1, 10, 1)).texts]
        answered = [f"Was matter {number} discussed?" for number in range(6)]
        assert [words for words in said if words.startswith("Was")] == answered[:2]
        assert said.count("The two sides both said so.") == 2

    def test_passes_over_an_answer_that_would_have_to_be_cut(self) -> None:
        long, short = (
            AnsweredOnCard("one-sided", "omission", f"Was matter {number} discussed?", sentence)
            for number, sentence in enumerate((CARRYING * 9, "The Kremlin said so."))
        )
        said = [text.words for text in comparison_layout(comparison_card(5, 1, 10, 1, answers=(long, short))).texts]
        assert "Was matter 0 discussed?" not in said
        assert "The Kremlin said so." in said

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
