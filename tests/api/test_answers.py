"""How the API answers whatever is asked: with what it is, for whom, and why not."""

from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.api.asking import asked
from tests.examples import SLUG
from tests.properties import tried
from tests.views import hostile

pytestmark = pytest.mark.django_db

ONE = f"/api/comparisons/{SLUG}"
ADDRESSES = [
    "/api/",
    "/api/openapi.json",
    "/api/comparisons",
    "/api/comparisons?q=trade",
    ONE,
    f"{ONE}/editions",
    f"{ONE}/editions/1",
    f"{ONE}/claims",
    f"{ONE}/claims/trade-discussed",
    "/api/topics",
    "/api/parties",
    "/api/topics/trade/claims",
    "/api/parties/kremlin/claims",
    "/api/parties/kremlin/white-house/claims",
]


@pytest.mark.usefixtures("edition")
class TestEveryAnswer:
    @pytest.mark.parametrize("address", ADDRESSES)
    def test_is_for_every_site_without_a_cookie(self, client: Client, address: str) -> None:
        for response in (client.get(address), client.get(f"{address}/nothing"), client.post(address)):
            assert response["Access-Control-Allow-Origin"] == "*"
            assert response["Content-Type"] == "application/json"
            assert response["X-Content-Type-Options"] == "nosniff"
            assert response["Cache-Control"] == "no-cache"
            assert "Set-Cookie" not in response
            assert "Cookie" not in response.get("Vary", "")

    @pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
    def test_is_405_for_whoever_would_change_something(self, method: str) -> None:
        for address in ADDRESSES:
            response = getattr(Client(enforce_csrf_checks=True), method)(address)
            assert (response.status_code, response["Allow"]) == (405, "GET, HEAD"), address
            assert response.json()["faults"] == ["This API is only read: with GET or HEAD."]

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_is_not_sent_twice_until_something_changes(self, client: Client, edition: Edition, address: str) -> None:
        tag = client.get(address)["ETag"]
        again = client.get(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
        assert again["Access-Control-Allow-Origin"] == "*"
        head = client.head(address)
        assert (head.status_code, head.content, head["ETag"]) == (200, b"", tag)
        publish(edition.event, note="Again.", by="ann")
        changed = client.get(address, headers={"If-None-Match": tag})
        stays = address in ("/api/", f"{ONE}/editions/1")
        assert changed.status_code == (304 if stays else 200)


def test_a_withdrawal_shows_at_once(client: Client, edition: Edition) -> None:
    tags = {address: client.get(address)["ETag"] for address in ADDRESSES[2:]}
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    for address, tag in tags.items():
        is_list = address.partition("?")[0] in ("/api/comparisons", "/api/topics", "/api/parties")
        status = 200 if is_list else 410 if address.startswith(ONE) else 404
        response = client.get(address, headers={"If-None-Match": tag})
        assert response.status_code == status, address
        if not is_list:
            assert client.get(address, headers={"If-None-Match": "*"}).status_code == status
            assert "ETag" not in response


def test_the_entrance_leads_everywhere(client: Client, edition: Edition, settings: Any) -> None:
    settings.DATA_LICENCE = "CC BY 4.0"
    found = asked(client, "/api/")
    assert found["licence"] == "CC BY 4.0"
    for name in ("documentation", "openapi", "comparisons", "topics", "parties"):
        assert client.get(found[name]).status_code == 200
    settings.DATA_LICENCE = ""
    assert asked(client, "/api/")["licence"] is None


@pytest.mark.usefixtures("edition")
class TestAFault:
    @pytest.mark.parametrize(
        ("address", "fault"),
        [
            ("/api/comparisons?kind=call", "“kind” is one of: phone_call"),
            ("/api/comparisons?party=The%20Kremlin", "“party” is not the name in an address."),
            ("/api/comparisons?from=28.1.2017", "“from” is a date such as 2017-01-28."),
            ("/api/comparisons?after=x", "“after” is no place in this list."),
            ("/api/comparisons?q=" + "+".join(map(str, range(11))), "“q” has more than 10 words."),
            ("/api/comparisons?party=kremlin&party=paris", "“party” is given more than once."),
            ("/api/comparisons?party=", "“party” is not as the description of this API has it."),
            ("/api/comparisons?party=kremlin%0A", "“party” is not as the description of this API has it."),
            (f"{ONE}/claims?show=all", "“show” is one of: agreements, contradictions, one-sided, open."),
            (f"{ONE}/claims?parties=kremlin,kremlin", "“parties” names somebody twice."),
            (f"{ONE}/editions?before=x", "“before” is not the number of an edition after the first."),
            ("/api/parties/kremlin/claims?position=x", "“position” asks for something that is not counted"),
            ("/api/parties/kremlin/claims?after=x", "“after” names a claim that is not in this list."),
            ("/api/topics?after=A", "“after” is not as the description of this API has it."),
            ("/api/comparisons/%00", "There is a NUL in the address."),
            ("/api/comparisons?q=%00", "There is a NUL in the address."),
        ],
    )
    def test_of_writing_is_named_as_the_pages_name_it(self, client: Client, address: str, fault: str) -> None:
        found = asked(client, address, 400)
        assert fault in found["error"]
        assert any(fault in one for one in found["faults"])

    @pytest.mark.parametrize(
        ("address", "fault"),
        [
            ("/api/comparisons?party=nobody", "“party” names nobody who is compared here."),
            ("/api/comparisons?topic=zebras", "“topic” is the topic of no comparison here."),
            ("/api/comparisons?from=2018-01-01&to=2017-01-01", "“from” is later than “to”."),
            ("/api/comparisons?after=4.2017-01-28.1", "“after” is no place in this list."),
            ("/api/comparisons?after=2017-13-28.1", "“after” is no place in this list."),
            (f"{ONE}/claims?topic=weather", "“topic” is not a topic of this comparison."),
            (f"{ONE}/claims?parties=nobody", "“parties” names somebody who is not compared here."),
            (f"{ONE}/claims?after=nothing", "“after” names nothing in this list."),
            (f"{ONE}/editions?before=9", "“before” is not the number of an edition after the first."),
            ("/api/parties/kremlin/claims?event=nothing", "“event” asks for something that is not counted"),
            ("/api/parties/kremlin/claims?after=a/b", "“after” names a claim that is not in this list."),
            ("/api/topics?after=zebras", "“after” names nothing in this list."),
            ("/api/comparisons/nothing", "There is no such comparison."),
            ("/api/topics/zebras/claims", "No published comparison has this."),
            ("/api/nothing/at/all", "There is nothing at this address."),
            ("/api/comparisons/a%2Fb%0A", "There is nothing at this address."),
        ],
    )
    def test_is_404_where_all_is_well_written_and_nothing_there(self, client: Client, address: str, fault: str) -> None:
        found = asked(client, address, 404)
        assert any(fault in one for one in found["faults"])

    def test_stands_beside_all_others(self, client: Client) -> None:
        found = asked(client, "/api/comparisons?kind=x&from=y&sort=z&topic=", 400)
        assert [one.partition("”")[0] for one in found["faults"]] == ["“kind", "“sort", "“from", "“topic"]

    def test_is_none_in_parameters_that_are_not_described(self, client: Client) -> None:
        for address in ("/api/comparisons", f"{ONE}/claims", "/api/topics"):
            assert asked(client, f"{address}?zone=x&page=2&utm_source=%FF") == asked(client, address)


@tried(150, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(
        [
            *("comparisons", "comparisons/{}", "comparisons/{}/claims", "comparisons/{}/claims/{}", "topics/{}/claims"),
            *("comparisons/{}/editions", "comparisons/{}/editions/{}", "parties/{}/claims", "parties/{}/{}/claims"),
        ]
    ),
    st.lists(st.binary(max_size=30) | st.sampled_from([SLUG.encode(), b"kremlin", b"trade"]), min_size=2, max_size=2),
    st.lists(
        st.tuples(
            st.sampled_from(["q", "party", "topic", "from", "sort", "after", "parties", "show", "before", "year"]),
            st.binary(max_size=30) | st.integers().map(lambda number: str(number).encode()),
        ),
        max_size=4,
    ),
)
def test_any_bytes_anywhere_are_answered_and_never_with_500(
    client: Client, edition: Edition, path: str, slugs: list[bytes], parameters: list[tuple[str, bytes]]
) -> None:
    address = "/api/" + path.format(*(quote_from_bytes(slug, safe="") for slug in slugs))
    query = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in parameters)
    response = client.get(f"{address}?{query}")
    assert response.status_code in (200, 301, 400, 404)
    assert response.status_code == 301 or response.json()


def test_whatever_people_type_comes_through_whole_and_inert(client: Client) -> None:
    edition = hostile.publish_hostile()
    (entry,) = asked(client, "/api/comparisons")["comparisons"]
    assert entry["title"] == f"+1 {hostile.WORDS}"
    assert entry["parties"][0]["name"] == edition.document["parties"][0]["name"]
    assert asked(client, f"/api/comparisons/{hostile.SLUG}") == edition.document
    note = asked(client, f"/api/comparisons/{hostile.SLUG}/editions")["editions"][0]["note"]
    assert note == f"={hostile.WORDS}"
    claim = asked(client, f"/api/comparisons/{hostile.SLUG}/claims/said")
    assert (claim["question"], claim["note"]) == (f"=1+1 {hostile.WORDS}", hostile.WORDS)
    spoken = claim["stances"][0]
    assert [quote["exact"] for quote in spoken["quotes"]] == [hostile.FORMULA, hostile.WORDS]
    assert spoken["account"]["title"] == f"@kremlin {hostile.WORDS}"
    for quote in spoken["quotes"]:
        assert hostile.TEXT[quote["start"] : quote["end"]] == quote["exact"]
    assert asked(client, "/api/topics")["topics"][0]["name"] == edition.document["topics"][0]["name"]
    (listed,) = asked(client, "/api/parties/kremlin/claims")["claims"]
    assert (listed["event"]["title"], listed["question"]) == (f"+1 {hostile.WORDS}", f"=1+1 {hostile.WORDS}")
