"""The list of comparisons as a reader asks for it: by words, by filters, in pages."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.models import Edition
from comparisons.publishing.publish import withdraw
from comparisons.search import listing
from tests.dom import page, read, text_of
from tests.examples import PAGE
from tests.search.small import publish_small
from tests.views.listed import asked, listed, next_page, pages

pytestmark = pytest.mark.django_db


class TestTheFrontPage:
    def test_says_what_the_thing_is_for_and_offers_the_search(self, client: Client, edition: Edition) -> None:
        html = read(client, "/")
        assert "<h1>One event, in the words of each side</h1>" in html
        parts = page(html).all(f"h1, [role=search], h3 > a[href='{PAGE}']")
        assert [part.name for part in parts] == ["h1", "form", "a"]
        assert page(html).has("form.browse details:not([open])"), "the filters are folded"
        assert "noindex" not in html

    def test_offers_no_search_of_nothing(self, client: Client, db: None) -> None:
        assert 'role="search"' not in read(client, "/")


class TestASearch:
    def test_shows_the_sentence_with_its_marks_and_where_it_is(self, client: Client, edition: Edition) -> None:
        html = asked(client, q="Trade")
        assert "Search: Trade · Counterpoint" in html
        assert "1 of 1 comparison " in text_of(html)
        assert f'<a href="{PAGE}claims/trade-discussed/">Was <mark>trade</mark> discussed?' in html
        statement = page(html).one("li[data-kind='text']")
        assert "Kremlin: Kremlin statement" in statement.text
        named = statement.one(f"a[href='{PAGE}texts/#text-kremlin-statement'] > bdi[lang=en]")
        assert named.text.startswith("Kremlin statement")
        quoted = statement.one("blockquote[lang=en][dir=auto]")
        assert quoted.text.startswith("“restoring mutually beneficial trade")
        assert quoted.all("mark")[0].letters == "trade"

    def test_shows_of_a_claim_the_outcome_its_caveats_and_both_sides_words(
        self, client: Client, edition: Edition
    ) -> None:
        claim = page(asked(client, q="trade")).one("li[data-kind='claim'] [data-outcome='contradiction']")
        assert claim.one(".finding").text == "Contradiction not read a second time rests on a report"
        assert claim.one("[data-party='kremlin']").text.startswith("Kremlin: said so restoring mutually beneficial")
        assert claim.one("[data-party='white-house']").text.startswith(
            "White House: denied it, according to “Newspaper report of the call” As “Newspaper report of the call” has"
        )

    def test_does_not_assert_the_wording_of_a_claim_in_which_it_was_found(
        self, client: Client, edition: Edition
    ) -> None:
        hit = page(asked(client, q="economic ties")).one("li[data-kind='claim'] [data-listed$='/trade-discussed']")
        assert hit.one("h4").text == "Was trade discussed?"
        assert hit.one(".wording").text == "The claim: Trade and economic ties were discussed."
        assert [mark.text for mark in hit.all(".wording mark")] == ["economic", "ties"]
        publish_small("plain", wording="Snow fell.")
        assert page(asked(client, q="snow")).one("h4").text == "Claim: “Snow fell.”"

    def test_leads_to_the_claims_that_have_the_words(self, client: Client, edition: Edition) -> None:
        way = page(asked(client, q="economic ties")).one("#asked a[href^='/claims/']")
        assert way["href"] == "/claims/?q=economic+ties"
        assert page(read(client, way["href"])).has("[data-listed$='/trade-discussed']")

    def test_that_finds_nothing_proposes_the_nearest_word_that_does(self, client: Client) -> None:
        publish_small("call", text="Of sanctions.", topic=("trade", "Trade"))
        meant = page(asked(client, q="sanctoins", topic="trade")).one(".meant")
        assert meant.text == "Did you mean sanctions?"
        assert listed(read(client, f"/{meant.one('a')['href']}")) == ["call"]
        assert "Did you mean" not in text_of(asked(client, q="zebra"))
        assert "Did you mean" not in text_of(asked(client, q="sanctions", kind="meeting")), "the word is there"

    def test_marks_the_title(self, client: Client, edition: Edition) -> None:
        assert f'<a href="{PAGE}"><mark>Trump</mark>–<mark>Putin</mark> phone call' in asked(client, q="putin trump")

    def test_leads_to_places_that_are_there(self, client: Client, edition: Edition) -> None:
        whole = page(read(client))
        for words in ("trade", "kremlin", "iran", "presidents", "putin"):
            for link in page(asked(client, q=words)).all(f"a[href^='{PAGE}#']"):
                assert whole.has(link["href"].removeprefix(PAGE))

    def test_keeps_the_words_in_the_field_and_escapes_them(self, client: Client, edition: Edition) -> None:
        html = asked(client, q='"<b>&trade</b>')
        assert 'value="&quot;&lt;b&gt;&amp;trade&lt;/b&gt;"' in html
        assert "<b>&" not in html

    def test_escapes_what_it_found(self, client: Client) -> None:
        publish_small("unsafe", title="<script>trade</script>", text="<img src=x onerror=trade> & more")
        html = asked(client, q="trade")
        assert "&lt;script&gt;<mark>trade</mark>&lt;/script&gt;" in html
        assert "&lt;img src=x onerror=<mark>trade</mark>&gt; &amp; more" in html

    def test_is_by_relevance_or_by_date(self, client: Client) -> None:
        publish_small("old-title", title="Trade", date="2016-01-01")
        publish_small("new-text", text="Trade.", date="2017-01-01")
        assert listed(asked(client, q="trade")) == ["old-title", "new-text"]
        by_date = asked(client, q="trade", sort="date")
        assert listed(by_date) == ["new-text", "old-title"]
        assert '<input type="hidden" name="sort" value="date">' in by_date, "the form keeps the order"
        order = page(by_date).all("p.ways")[0]
        assert [(way.text, way["href"], way.attributes.get("aria-current")) for way in order.all("a")] == [
            ("most relevant first", "?q=trade", None),
            ("newest event first", "?q=trade&sort=date", "true"),
        ]
        assert listed(asked(client, sort="relevance")) == ["new-text", "old-title"], "without words there is none"

    def test_that_finds_nothing_says_what_was_asked_and_offers_to_drop_each_part(self, client: Client) -> None:
        publish_small("call", topic=("trade", "Trade"))
        address = {"q": "zebra trade", "party": "paris", "topic": "trade", "from": "2017-01-01"}
        html = asked(client, **address)
        said = page(html).one("div#asked")
        assert "No comparison matches: “zebra trade”, Paris, Trade, from 1 January 2017." in said.text
        ways = {way.text: way["href"] for way in said.all("a")}
        assert ways == {
            "without “zebra”": "?q=trade&party=paris&topic=trade&from=2017-01-01",
            "without “trade”": "?q=zebra&party=paris&topic=trade&from=2017-01-01",
            "without Paris": "?q=zebra+trade&topic=trade&from=2017-01-01",
            "without Trade": "?q=zebra+trade&party=paris&from=2017-01-01",
            "without from 1 January 2017": "?q=zebra+trade&party=paris&topic=trade",
            "All comparisons": "/",
        }
        assert listed(read(client, f"/{ways['without “zebra”']}")) == ["call"]


class TestAFilter:
    @pytest.fixture(autouse=True)
    def calls(self, db: None) -> None:
        publish_small("rain", date="2017-01-01")
        publish_small("trade", date="2018-01-01", topic=("trade", "Trade"), position="affirms", kind="meeting")
        publish_small("oslo", date="2019-01-01", party=("oslo", "Oslo"))

    @pytest.mark.parametrize(
        ("parameters", "expected"),
        [
            ({"party": "oslo"}, ["oslo"]),
            ({"topic": "weather"}, ["oslo", "rain"]),
            ({"topic": "weather", "party": "paris"}, ["rain"]),
            ({"kind": "meeting"}, ["trade"]),
            ({"family": "one-sided"}, ["trade"]),
            ({"family": "open"}, ["oslo", "rain"]),
            ({"family": "open", "topic": "trade"}, []),
            ({"from": "2018-01-01"}, ["oslo", "trade"]),
            ({"to": "2018-01-01"}, ["trade", "rain"]),
            ({"from": "2018-01-01", "to": "2018-12-31"}, ["trade"]),
            ({"from": "2018-01-01", "to": "2018-01-01"}, ["trade"]),
            ({"from": "0001-01-01", "to": "9999-12-31"}, ["oslo", "trade", "rain"]),
            ({"q": "rained", "to": "2017-12-31"}, ["rain"]),
            ({"page": "2", "utm_source": "x"}, ["oslo", "trade", "rain"]),
        ],
    )
    def test_leaves_what_fits(self, client: Client, parameters: dict[str, str], expected: list[str]) -> None:
        assert listed(asked(client, **parameters)) == expected

    def test_that_is_chosen_stays_chosen_and_the_choices_unfolded(self, client: Client) -> None:
        html = asked(client, party="oslo", **{"from": "2018-01-01"})
        form = page(html).one("form.browse")
        assert form.one("option[value=oslo][selected]").text == "Oslo (1 of 3)"
        assert form.one("[name=from]")["value"] == "2018-01-01"
        assert form.has("details[open]")

    def test_that_leaves_nothing_keeps_its_name(self, client: Client) -> None:
        form = page(asked(client, party="oslo", topic="trade")).one("form.browse")
        assert form.one("option[value=oslo][selected]").text == "Oslo (0 of 3)"
        assert form.one("option[value=trade][selected]").text == "Trade (0 of 3)"

    def test_on_what_is_withdrawn_is_refused_as_if_it_had_never_been(self, client: Client) -> None:
        withdraw(Edition.objects.get(slug="oslo").event, reason="It was another.", by="ann")
        assert client.get("/?party=oslo").status_code == client.get("/?party=never-was").status_code == 400

    def test_or_none_leaves_what_is_withdrawn_out(self, client: Client) -> None:
        withdraw(Edition.objects.get(slug="oslo").event, reason="It was another.", by="ann")
        assert listed(read(client, "/")) == ["trade", "rain"]
        assert listed(asked(client, kind="phone_call")) == ["rain"]

    def test_of_one_topic_and_one_family_is_on_one_claim(self, client: Client, edition: Edition) -> None:
        assert listed(asked(client, topic="trade", family="contradictions")) == [edition.slug]
        assert listed(asked(client, topic="iran", family="contradictions")) == []


class TestPages:
    @pytest.fixture
    def many(self, db: None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """More than two pages of five each, of which some are of one day. In the order of the list by date."""
        monkeypatch.setattr(listing, "COMPARISONS_PER_PAGE", 5)
        days = [f"2017-01-{1 + number // 3:02}" for number in range(12)]
        for number, day in enumerate(days):
            title = "Trade" if number % 3 == 0 else "A call"
            publish_small(f"call-{number}", date=day, title=title, text="Of trade they spoke.")
        return [f"call-{number}" for number in reversed(range(len(days)))]

    @pytest.mark.slow
    def test_hold_each_comparison_once_in_one_order(self, client: Client, many: list[str]) -> None:
        by_date = list(pages(client, "/"))
        assert [len(page) for page in by_date] == [5, 5, 2]
        assert [slug for page in by_date for slug in page] == many
        found = [slug for page in pages(client, "/?q=trade") for slug in page]
        in_title = [slug for slug in many if int(slug.removeprefix("call-")) % 3 == 0]
        assert found == in_title + [slug for slug in many if slug not in in_title]

    def test_do_not_shift_where_something_is_published_meanwhile(self, client: Client, many: list[str]) -> None:
        following = next_page(read(client, "/"))
        assert following
        publish_small("newer", date="2020-01-01")
        assert listed(read(client, following))[0] == many[5]

    @pytest.mark.slow
    def test_lead_to_the_first(self, client: Client, many: list[str]) -> None:
        following = next_page(read(client, "/?q=trade"))
        assert following
        assert "after=" in following
        navigation = page(read(client, following)).one("nav.pages")
        assert navigation.one("a[href='?q=trade']").text == "First"
        assert "First" not in page(read(client, "/?q=trade")).one("nav.pages").text


def test_the_form_leads_to_the_address_that_a_link_would_have(client: Client, edition: Edition) -> None:
    empty = {"q": "", "party": "", "topic": "", "kind": "", "family": "", "from": "", "to": ""}
    assert client.get("/", empty).headers["Location"] == "/"
    response = client.get("/", {**empty, "q": "real  trade", "to": "2018-01-01", "sort": "relevance"})
    assert (response.status_code, response["Location"]) == (302, "/?q=real+trade&to=2018-01-01")
    assert client.get("/", {**empty, "q": "trade", "sort": "date"})["Location"] == "/?q=trade&sort=date"
    assert client.get("/?q=&party=").status_code == 200, "what a person wrote stands"


@pytest.mark.slow
def test_the_list_costs_as_many_queries_for_many_comparisons_as_for_two(client: Client, db: None) -> None:
    addresses = ["/", "/?q=trade", "/?q=trade+rained&party=paris&topic=weather&kind=phone_call&from=2017-01-01"]

    def queries() -> list[int]:
        counts = []
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                assert listed(read(client, address))
            counts.append(len(captured))
        return counts

    def publish_calls(first: int, last: int) -> None:
        for number in range(first, last):
            publish_small(f"call-{number}", text="Of trade.\nAnd of trade.", participants=["Ann", "Trade"])

    assert listing.COMPARISONS_PER_PAGE == 20
    publish_calls(0, 2)
    few = queries()
    publish_calls(2, 200)
    assert queries() == few == [8, 9, 13]


def test_a_list_loads_no_document(client: Client, edition: Edition) -> None:
    with CaptureQueriesContext(connection) as captured:
        asked(client, q="trade")
    assert not any('"body"' in query["sql"] for query in captured)
