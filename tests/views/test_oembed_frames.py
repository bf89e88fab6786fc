"""The frame that oEmbed gives: its size, its colours, its language."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from comparisons.cards import frame_height as heights
from comparisons.cards.frame_height import frame_height
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from comparisons.sharing.embedded import EmbeddedPage
from tests.dom import read
from tests.examples import SLUG
from tests.views.oembed_answers import EMBED, HERE, answer, source

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("edition")
class TestTheFrame:
    def test_is_no_larger_than_asked_for(self, client: Client) -> None:
        for asked, given in (("300", 300), ("640", 640), ("2000", 800), ("1", 1), ("", 640)):
            whole = answer(client, maxwidth=asked)
            assert whole["width"] == given
            assert f'width="{given}" height="{whole["height"]}"' in whole["html"]
            assert 1000 < whole["height"] < 5000
        assert answer(client, maxheight="300")["height"] == 300
        assert answer(client, maxheight="9000")["height"] == answer(client)["height"]

    def test_is_as_high_as_what_it_shows_at_the_width_asked_for(self, client: Client) -> None:
        claim = f"{HERE}claims/trade-discussed/"
        heights = [answer(client, claim, maxwidth=str(width))["height"] for width in (320, 360, 480, 640, 800)]
        assert heights == sorted(heights, reverse=True)
        assert len(set(heights)) > 3

    def test_is_measured_once_in_each_edition_part_width_and_language(
        self, client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        measured: list[int] = []

        def counted(page: EmbeddedPage, width: int) -> int:
            measured.append(width)
            return frame_height(page, width)

        heights._heights.cache_clear()
        monkeypatch.setattr(heights, "frame_height", counted)
        claim = f"{HERE}claims/trade-discussed/"
        whole = answer(client, maxwidth="360")["height"]
        assert answer(client, maxwidth="360", theme="dark")["height"] == whole
        assert measured == [360]
        assert answer(client, claim, maxwidth="360")["height"] < whole
        assert answer(client, f"{HERE}?topic=trade", maxwidth="360")["height"] < whole
        assert answer(client, maxwidth="640")["height"] < whole
        assert answer(client, maxwidth="280")["height"] == answer(client, maxwidth="100")["height"]
        answer(client, claim.replace("/comparisons/", "/ru/comparisons/"), maxwidth="360")
        assert measured == [360, 360, 360, 640, 280, 360]
        edition.event.claims.get(slug="trade-discussed").delete()
        publish(edition.event, note="One claim less.", by="ann", unread_allowed=True)
        assert answer(client, maxwidth="360")["height"] < whole
        assert answer(client, f"{HERE}editions/1/", maxwidth="360")["height"] == whole
        assert measured == [360, 360, 360, 640, 280, 360, 360]

    @pytest.mark.parametrize("theme", ["light", "dark", "auto"])
    def test_has_the_colours_asked_for(self, client: Client, theme: str) -> None:
        asked = "" if theme == "light" else f"?theme={theme}"
        assert source(answer(client, theme=theme)) == EMBED + asked

    @pytest.mark.parametrize(
        ("part", "embedded"),
        [
            ("", ""),
            ("?topic=trade", "?topic=trade"),
            ("claims/trade-discussed/", "?claim=trade-discussed"),
            ("editions/1/claims/trade-discussed/", "?claim=trade-discussed&edition=1"),
        ],
    )
    def test_of_a_page_in_another_language_is_in_that_language(self, client: Client, part: str, embedded: str) -> None:
        russian = HERE.replace("http://testserver/", "http://testserver/ru/")
        # Whichever language the endpoint itself is asked in.
        for endpoint in ("/oembed", "/ru/oembed"):
            response = client.get(f"{endpoint}?{urlencode({'url': russian + part})}")
            assert response.status_code == 200
            told = response.json()
            assert source(told) == f"http://testserver/ru/embed/{SLUG}/{embedded}"
            assert response["Content-Language"] == "ru"
            assert f'<a href="{russian}' in told["html"]
            assert told["thumbnail_url"].startswith("http://testserver/ru/")
            assert '<html lang="ru"' in read(client, source(told))
            english = client.get(f"{endpoint}?{urlencode({'url': HERE + part})}").json()
            assert source(english) == EMBED + embedded
