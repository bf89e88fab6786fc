from itertools import permutations

from comparisons.texts.collation import collation_key


def test_neither_case_nor_accents_count() -> None:
    names = ["Downing Street", "Élysée", "Federal Chancellery", "ｇulf", "Straße", "STRASSE A", "кремль", "Ёлка"]
    ordered = ["Downing Street", "Élysée", "Federal Chancellery", "ｇulf", "Straße", "STRASSE A", "Ёлка", "кремль"]
    assert sorted(names, key=lambda name: collation_key(name, "")) == ordered


def test_names_that_are_the_same_but_for_that_stand_by_slug() -> None:
    same = [("Élysée", "a"), ("elysee", "b"), ("E\u0301lyse\u0301e", "c")]
    for given in permutations(same):
        assert sorted(given, key=lambda each: collation_key(*each)) == same
