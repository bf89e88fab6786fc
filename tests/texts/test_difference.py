from comparisons.texts.differences import CONTEXT_LENGTH, FOLDED_FROM, DiffPart, difference, folded
from tests.texts.parts import joined

KREMLIN = (
    "The two sides expressed a willingness to work actively together to stabilise Russian-American cooperation.\n\n"
    "The presidents spoke of trade.\n\n"
    "They agreed to stay in touch."
)


def changes(old: str, new: str) -> list[tuple[str, str]]:
    return [(part.kind, part.text) for part in difference(old, new) if part.kind != "kept"]


def test_the_same_text_is_kept_whole() -> None:
    assert difference(KREMLIN, KREMLIN) == (DiffPart("kept", KREMLIN),)
    assert difference("", "") == ()


def test_a_word_that_changed_stands_alone() -> None:
    assert changes(KREMLIN, KREMLIN.replace("trade", "commerce")) == [("removed", "trade."), ("added", "commerce.")]


def test_a_paragraph_that_was_added_or_removed_stands_alone() -> None:
    shorter = KREMLIN.replace("The presidents spoke of trade.\n\n", "")
    assert changes(KREMLIN, shorter) == [("removed", "The presidents spoke of trade.\n\n")]
    assert changes(shorter, KREMLIN) == [("added", "The presidents spoke of trade.\n\n")]


def test_a_sentence_added_at_the_end_leaves_what_stood_there() -> None:
    assert changes(KREMLIN, f"{KREMLIN} Soon.\n") == [("added", " Soon.\n")]


def test_white_space_that_changed_is_a_change() -> None:
    assert changes(KREMLIN, KREMLIN.replace("of trade", "of\u00a0trade")) == [("removed", " "), ("added", "\u00a0")]
    assert changes("One\n\nTwo", "One\nTwo") == [("removed", "\n\n"), ("added", "\n")]


def test_neighbouring_words_that_changed_are_one_change() -> None:
    old, new = "They spoke of trade and of Syria today.", "They spoke of peace or in Minsk today."
    assert changes(old, new) == [("removed", "trade and of Syria"), ("added", "peace or in Minsk")]


def test_a_rewritten_paragraph_is_shown_whole() -> None:
    old, new = "We spoke of the trade in wheat.", "Nobody in Moscow or Minsk could say the least about it, of course."
    assert changes(old, new) == [("removed", old), ("added", new)]


def test_a_character_of_a_script_without_spaces_stands_alone_with_its_marks() -> None:
    assert changes("两国元首讨论了贸易。", "两国元首讨论了和平。") == [("removed", "贸易"), ("added", "和平")]
    assert changes("かか゚かか", "かかかか") == [("removed", "か゚"), ("added", "か")]


def test_a_word_is_never_cut_within_a_letter_or_a_face() -> None:
    old, new = "one cafe\u0301 👩‍👩‍👧‍👦 שלום end", "one cafe 👩‍👩‍👧 שלוֹם end"
    assert changes(old, new) == [("removed", "cafe\u0301 👩‍👩‍👧‍👦 שלום"), ("added", "cafe 👩‍👩‍👧 שלוֹם")]


def test_when_the_steps_run_out_whole_paragraphs_and_at_last_whole_texts_stand_as_changed() -> None:
    old = "a b a b a b a c b a b a\n\nThe end of it.\n\n" * 2 + "One.\n\nx y x y x x y"
    new = "b a b b a a c a a b a b\n\nThe end of it.\n\n" * 2 + "One.\n\ny x x y x y y"
    assert difference(old, new, effort=0) == (DiffPart("removed", old), DiffPart("added", new))
    by_paragraph = difference(old, new, effort=30)
    assert DiffPart("kept", "The end of it.\n\nOne.\n\n") in by_paragraph or len(by_paragraph) > 2
    assert len(by_paragraph) < len(difference(old, new))
    assert joined(by_paragraph) == (old, new)


def test_a_long_stretch_that_was_kept_is_folded_but_for_what_stands_beside_a_change() -> None:
    same = "All that follows is the same. " * 100
    parts = folded(difference(f"Old {same} old {same}", f"New {same} new {same}"))
    assert joined(parts) == (f"Old {same} old {same}", f"New {same} new {same}")
    assert [part.is_folded for part in parts if part.kind == "kept"] == [False, True, False, False, True]
    shown = [part.text for part in parts if part.kind == "kept" and not part.is_folded]
    assert all(len(text) < CONTEXT_LENGTH + 60 < FOLDED_FROM for text in shown)


def test_a_short_stretch_is_not_folded() -> None:
    parts = difference(KREMLIN, KREMLIN.replace("trade", "peace"))
    assert folded(parts) == parts


def test_a_paragraph_that_stands_elsewhere_was_moved() -> None:
    first, second, last = (f"{paragraph}\n\n" for paragraph in KREMLIN.split("\n\n"))
    told = [(part.kind, part.text, part.is_moved) for part in difference(first + second + last, second + last + first)]
    assert told == [("removed", first, True), ("kept", second + last, False), ("added", first, True)]


def test_a_word_or_two_at_another_place_is_no_move() -> None:
    assert not any(part.is_moved for part in difference("They spoke of trade. No.", "No. They spoke of trade."))
