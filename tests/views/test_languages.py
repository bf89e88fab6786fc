"""The interface in another language: by the URL alone, on every page, with the texts in their own."""

import pytest
from django.test import Client

from comparisons.addresses import url_in_language
from comparisons.models import Card, Edition
from tests.dom import page, read, text_of
from tests.examples import PAGE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]

TRADE = f"{PAGE}claims/trade-discussed/"
PAGES = [
    *(
        "/",
        "/?q=trade",
        "/about/",
        "/accessibility/",
        "/data/",
        "/topics/",
        "/topics/trade/",
        "/parties/",
        "/parties/kremlin/",
    ),
    *("/parties/kremlin/white-house/", PAGE, f"{PAGE}?show=open", TRADE, f"{PAGE}texts/", f"{PAGE}editions/"),
    *(f"{PAGE}editions/1/", f"{PAGE}embed/"),
]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_there_in_russian_and_stays_in_it(client: Client, address: str) -> None:
    response = client.get(f"/ru{address}")
    assert (response.status_code, response["Content-Language"]) == (200, "ru")
    assert not response.cookies
    assert "Accept-Language" not in response.get("Vary", "")
    html = response.content.decode()
    assert '<html lang="ru">' in html
    english = f"http://testserver{address}"
    links = page(html).values("a:is([href^='/'], [href^='http://testserver/'])", "href")
    assert [link for link in links if not link.removeprefix("http://testserver").startswith("/ru/")] == [english]


@pytest.mark.parametrize("address", PAGES)
def test_each_page_leads_to_itself_in_the_other_language(client: Client, address: str) -> None:
    russian = f'href="http://testserver/ru{address}"'
    assert f'<a {russian} hreflang="ru" lang="ru">Русский</a>' in read(client, address)
    assert f'<link rel="alternate" hreflang="ru" {russian}>' in read(client, address)
    assert f'<link rel="alternate" hreflang="en" href="http://testserver{address}">' in read(client, f"/ru{address}")


def test_what_a_browser_prefers_decides_nothing(client: Client) -> None:
    asked = client.get(PAGE, headers={"Accept-Language": "ru"})
    assert asked["Content-Language"] == "en"
    assert asked.content == client.get(PAGE).content


def test_outcomes_are_worded_alike_for_both_sides_and_dates_in_their_case(client: Client) -> None:
    text = text_of(read(client, f"/ru{PAGE}"))
    assert "Kremlin подтверждает; White House, по данным «Newspaper report of the call», отрицает." in text
    assert "28 января 2017" in text
    assert "17 тезисов: 5 согласий" in text


def test_quoted_words_keep_their_own_language(client: Client) -> None:
    assert page(read(client, f"/ru{TRADE}")).values("blockquote", "lang") == ["en", "en"]


def test_a_page_kept_in_one_language_does_not_stand_for_the_other(client: Client) -> None:
    assert client.get(PAGE)["ETag"] != client.get(f"/ru{PAGE}")["ETag"]


def test_what_is_not_there_is_shown_in_the_language_of_the_address(client: Client) -> None:
    response = client.get("/ru/comparisons/none/")
    assert response.status_code == 404
    assert '<html lang="ru">' in response.content.decode()


def test_a_card_is_drawn_in_each_language(client: Client, edition: Edition) -> None:
    english = client.get(f"{PAGE}editions/1/claims/trade-discussed/card.png").content
    russian = client.get(f"/ru{PAGE}editions/1/claims/trade-discussed/card.png").content
    assert english != russian
    places = Card.objects.values_list("place", flat=True)
    assert sorted(place.removesuffix(f"{PAGE}editions/1/claims/trade-discussed/card.png") for place in places) == [
        "",
        "/ru",
    ]


def test_what_editors_have_is_not_for_search_engines_in_any_language(client: Client) -> None:
    rules = client.get("/robots.txt").content.decode()
    for path in ("/admin/", "/preview/", "/ru/admin/", "/ru/preview/"):
        assert f"Disallow: {path}\n" in rules


@pytest.mark.parametrize(
    ("address", "code", "there"),
    [
        ("/", "ru", "/ru/"),
        ("/ru/", "en", "/"),
        ("/ru/?q=a", "en", "/?q=a"),
        ("/russia/", "ru", "/ru/russia/"),
        ("/ru/ru/", "en", "/ru/"),
        ("/ru/x", "ru", "/ru/x"),
    ],
)
def test_the_prefix_alone_decides_the_language(address: str, code: str, there: str) -> None:
    assert url_in_language(address, code) == there


def test_a_fault_is_reported_once_in_every_language(client: Client) -> None:
    for prefix in ("", "/ru"):
        faults = client.get(f"{prefix}/api/comparisons/trump-putin-call-2017-01-28/claims?show=all").json()["faults"]
        assert len(faults) == 1
