"""Whatever stands in the parameters of the list: it answers 200 or 400, and a 400 names what is wrong."""

from urllib.parse import quote_from_bytes

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from comparisons.models import Edition
from comparisons.search.query import BrowseQuery
from comparisons.search.ranking import relevance_by_edition
from comparisons.search.snippets import snippets_of
from tests.dom import page, text_of
from tests.properties import tried
from tests.search.small import publish_small

pytestmark = pytest.mark.django_db

NAMES = ["q", "party", "topic", "kind", "family", "from", "to", "sort", "after", "page"]


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ("kind=call", "“kind” is one of: phone_call"),
        ("family=Open", "“family” is one of: agreements, contradictions, one-sided, open."),
        ("sort=best", "“sort” is one of: relevance, date."),
        ("party=white-home", "“party” names nobody who is compared here."),
        ("party=The%20Kremlin", "“party” is not the name in an address."),
        ("party=" + "x" * 101, "“party” is not the name in an address."),
        ("topic=zebras", "“topic” is the topic of no comparison here."),
        ("topic=kremlin%0A", "“topic” is the topic of no comparison here."),
        ("from=28.1.2017", "“from” is a date such as 2017-01-28."),
        ("from=2017-02-30", "“from” is a date such as 2017-01-28."),
        ("to=0000-01-01", "“to” is a date such as 2017-01-28."),
        ("to=99999-01-01", "“to” is a date such as 2017-01-28."),
        ("from=２０１７-01-28", "“from” is a date such as 2017-01-28."),
        ("from=20170128", "“from” is a date such as 2017-01-28."),
        ("from=2018-01-01&to=2017-01-01", "“from” is later than “to”."),
        ("after=x", "“after” is no place in this list."),
        ("after=2017-01-28", "“after” is no place in this list."),
        ("after=2017-13-28.1", "“after” is no place in this list."),
        ("after=2017-01-28." + "9" * 19, "“after” is no place in this list."),
        ("after=4.2017-01-28.1", "“after” is no place in this list."),
        ("q=trade&after=2017-01-28.1", "“after” is no place in this list."),
        ("q=" + "x" * 501, "“q” has more than 500 characters."),
        ("q=" + "x" * 100_000, "“q” has more than 500 characters."),
        ("q=" + "+".join(map(str, range(11))), "“q” has more than 10 words."),
    ],
)
def test_a_fault_is_named(client: Client, query: str, fault: str) -> None:
    response = client.get(f"/?{query}")
    assert response.status_code == 400
    html = response.content.decode()
    assert fault in text_of(html)
    assert 'href="/"' in html


def test_all_faults_are_named_at_once(client: Client) -> None:
    html = client.get("/?kind=x&from=y&after=z").content.decode()
    assert len(page(html).all("main li")) == 3


@pytest.mark.parametrize(
    "query",
    [
        "after=2017-01-28." + "9" * 18,
        "after=0001-01-01.0",
        "after=9999-12-31.1",
        "q=x&after=999999.9999-12-31.1",
        "from=0001-01-01&to=9999-12-31",
        "q=" + "x" * 500,
        "q=" + "+".join(map(str, range(10))),
        "q=%22%22%22",
        "q=%ED%A0%80",
        "q=%FF%FE",
        "q=a&q=b&q=%2500",
        "q=%2A&q=NEAR%28a+b%2C+2%29",
        "q=stems%3A*",
        "q=%01%02%7F",
    ],
)
def test_what_only_looks_wrong_is_answered(client: Client, query: str) -> None:
    publish_small("call")
    assert client.get(f"/?{query}").status_code == 200


@tried(150, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.binary(max_size=40)
            | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass"))
            | st.text(alphabet="\"'*()^:+-{}~&|!<>\\%_ aб", max_size=20).map(str.encode)
            | st.sampled_from([b"trade", b"2017-01-28", b"2017-01-28.1", b"3.2017-01-28.1", b"kremlin", b"phone_call"])
            | st.integers().map(lambda number: str(number).encode())
            | st.dates().map(lambda day: day.isoformat().encode()),
        ),
        max_size=5,
    )
)
def test_any_bytes_in_any_parameter_are_answered_with_200_or_400(
    client: Client, edition: Edition, parameters: list[tuple[str, bytes]]
) -> None:
    query = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in parameters)
    assert client.get(f"/?{query}").status_code in (200, 302, 400)


@tried(150, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(), max_size=60) | st.text(alphabet=st.characters(categories=["Lo", "Mn", "No"])))
def test_any_letters_can_be_searched_and_written_into_a_link(edition: Edition, words: str) -> None:
    data = QueryDict(mutable=True)
    data["q"] = words[:60]
    query = BrowseQuery.parse(data)
    assert BrowseQuery.parse(QueryDict(query.changed().removeprefix("?"))).q == query.q
    snippets_of(relevance_by_edition(query.terms), query.terms)
