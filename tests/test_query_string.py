"""The base of all query strings: fields, cleaning, all faults at once, and the canonical form."""

from collections.abc import Iterable, Mapping
from dataclasses import FrozenInstanceError, dataclass, field
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import translation

from comparisons.query_string import QueryString, member_of, number, one_of, positive_integer


@dataclass(frozen=True)
class ParcelQuery(QueryString):
    size: str = ""
    countries: tuple[str, ...] = ()
    heavier: int | None = field(default=None, metadata={"name": "from"})
    lighter: int | None = field(default=None, metadata={"name": "to"})

    @classmethod
    def parse(cls, data: QueryDict) -> "ParcelQuery":
        return cls.cleaned(
            data,
            lighter=number("“to” is no weight."),
            heavier=number("“from” is no weight.", among=range(1, 30)),
            size=one_of(("small", "large")),
            countries=lambda _name, given: tuple(country.upper() for country in given),
        )

    @classmethod
    def faults_together(cls, data: QueryDict, cleaned: Mapping[str, Any]) -> Iterable[str]:
        if cleaned.get("heavier", 0) > cleaned.get("lighter", 1000):
            yield "“from” is more than “to”."
        if len(data.getlist("from")) > 1:
            yield "“from” is given twice."

    @classmethod
    def is_sent_by_form(cls, data: QueryDict) -> bool:
        return "size" in data


@dataclass(frozen=True)
class LetterQuery(QueryString):
    stamp: str

    @classmethod
    def parse(cls, data: QueryDict) -> "LetterQuery":
        return cls.cleaned(data, stamp=member_of({"red"}, "“stamp” is none that there is."))


def parcel(text: str) -> ParcelQuery:
    return ParcelQuery.parse(QueryDict(text))


def faults(text: str) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        parcel(text)
    return refused.value.messages


class TestCleaning:
    def test_reads_each_field_by_its_name_in_the_address(self) -> None:
        assert parcel("size=small&from=2&to=5") == ParcelQuery(size="small", heavier=2, lighter=5)

    @pytest.mark.parametrize("text", ["", "size=&countries=&from=", "countries=,", "utm_source=letter"])
    def test_leaves_the_default_where_nothing_is_given(self, text: str) -> None:
        assert parcel(text) == ParcelQuery()

    @pytest.mark.parametrize("text", ["countries=fr,de", "countries=fr&countries=de", "countries=fr,,&countries=de,"])
    def test_reads_a_list_between_commas_or_repeated(self, text: str) -> None:
        assert parcel(text).countries == ("FR", "DE")

    def test_takes_the_last_of_a_parameter_that_is_repeated(self) -> None:
        assert parcel("size=nonsense&size=large").size == "large"

    def test_cleans_a_field_without_a_default_even_where_nothing_is_given(self) -> None:
        assert LetterQuery.parse(QueryDict("stamp=red")) == LetterQuery("red")
        for text in ("", "stamp="):
            with pytest.raises(ValidationError, match="none that there is"):
                LetterQuery.parse(QueryDict(text))

    def test_does_not_read_a_field_without_a_cleaner(self) -> None:
        assert ParcelQuery.cleaned(QueryDict("size=huge&from=3"), heavier=number("")) == ParcelQuery(heavier=3)

    def test_makes_a_query_that_nobody_changes(self) -> None:
        with pytest.raises(FrozenInstanceError):
            parcel("").size = "large"  # type: ignore[misc]


class TestFaults:
    def test_are_reported_all_at_once_in_the_order_of_the_cleaners(self) -> None:
        assert faults("size=huge&from=30&to=x") == [
            "“to” is no weight.",
            "“from” is no weight.",
            "“size” is one of: small, large.",
        ]

    def test_of_parameters_beside_each_other_stand_behind_those_of_one(self) -> None:
        assert faults("from=9&to=5&size=huge") == ["“size” is one of: small, large.", "“from” is more than “to”."]

    def test_of_parameters_beside_each_other_count_what_is_well_alone(self) -> None:
        assert faults("from=99&to=5") == ["“from” is no weight."]

    def test_of_parameters_beside_each_other_can_be_of_what_was_sent(self) -> None:
        assert faults("from=1&from=x") == ["“from” is no weight.", "“from” is given twice."]

    def test_name_the_parameter_in_any_language(self) -> None:
        with translation.override("ru"):
            assert faults("size=huge") == ["Возможные значения «size»: small, large."]


class TestTheCanonicalQueryString:
    @pytest.mark.parametrize(
        ("text", "canonical"),
        [
            ("", ""),
            ("to=&size=", ""),
            ("to=5&size=small", "?size=small&to=5"),
            ("countries=fr&countries=de&from=1", "?countries=FR,DE&from=1"),
        ],
    )
    def test_has_what_is_asked_for_in_the_order_of_the_fields(self, text: str, canonical: str) -> None:
        assert parcel(text).canonical == canonical

    def test_is_read_as_the_same_query(self) -> None:
        query = parcel("countries=fr&countries=de&from=1&size=large&to=7")
        assert parcel(query.canonical.removeprefix("?")) == query

    def test_of_a_changed_query_is_what_links_have(self) -> None:
        query = parcel("size=small&from=2")
        assert query.changed(size="", lighter=7) == "?from=2&to=7"
        assert query.changed(size="", heavier=None) == ""
        assert query == parcel("size=small&from=2")

    def test_escapes_all_signs_but_those_that_are_safe(self) -> None:
        assert ParcelQuery(size="a/b,c&d é").canonical == "?size=a/b,c%26d+%C3%A9"

        @dataclass(frozen=True)
        class Strict(ParcelQuery):
            safe = ""

        assert Strict(size="a/b,c").canonical == "?size=a%2Fb%2Cc"

    def test_can_be_made_of_half_a_character(self) -> None:
        assert ParcelQuery(size="\ud800").canonical == "?size=%3F"


class TestARedirectToTheCanonicalQueryString:
    @pytest.mark.parametrize(
        "sent", ["size=small&to=", "size=", "size=small&countries=FR&countries=DE", "size=small&size=small"]
    )
    def test_is_needed_where_the_form_sent_another(self, sent: str) -> None:
        data = QueryDict(sent)
        assert ParcelQuery.parse(data).needs_canonical_redirect(data)

    @pytest.mark.parametrize("sent", ["size=small&to=5", "size=small&countries=FR,DE", "to=5&size=small"])
    def test_is_not_needed_where_the_form_sent_the_same(self, sent: str) -> None:
        data = QueryDict(sent)
        assert not ParcelQuery.parse(data).needs_canonical_redirect(data)

    def test_is_not_made_of_what_no_form_sent(self) -> None:
        data = QueryDict("to=&from=2")
        assert not ParcelQuery.parse(data).needs_canonical_redirect(data)
        assert not LetterQuery("red").needs_canonical_redirect(QueryDict("stamp="))


@pytest.mark.parametrize(
    ("given", "value"),
    [
        *[("1", 1), ("42", 42), ("999999999", 999_999_999)],
        *[(given, None) for given in ("", "0", "01", "-1", "+1", "1.0", " 1", "²", "٣", "1000000000", "x")],
    ],
)
def test_a_positive_integer_is_written_in_one_way(given: str, value: int | None) -> None:
    assert positive_integer(given) == value
