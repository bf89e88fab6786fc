"""The frame that oEmbed gives: its size, its colours, its language."""

from urllib.parse import urlencode

import pytest
from django.test import Client

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
