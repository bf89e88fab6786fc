"""Where the code for a frame is chosen, shown and tried."""

import pytest
from django.test import Client

from comparisons.models import Edition
from tests.dom import page, read, text_of
from tests.examples import EMBED, PAGE, PANEL
from tests.views import hostile

pytestmark = pytest.mark.django_db


def code_of(html: str) -> str:
    return page(html).one("textarea#embed-code").letters


@pytest.mark.usefixtures("edition")
class TestThePanel:
    def test_gives_the_code_of_what_was_chosen(self, client: Client, edition: Edition) -> None:
        code = code_of(read(client, PANEL))
        assert f'<iframe src="http://testserver{EMBED}" title="{edition.title}" width="640" height="' in code
        assert f'<a href="http://testserver{PAGE}">{edition.title}</a></iframe>' in code
        assert code.endswith('\n<script src="http://testserver/embed.js" async></script>')
        code = code_of(read(client, f"{PANEL}?what=topic-trade&edition="))
        assert f'src="http://testserver{EMBED}?topic=trade"' in code
        code = code_of(read(client, f"{PANEL}?what=claim-trade-discussed&edition=1"))
        assert f'src="http://testserver{EMBED}?claim=trade-discussed&amp;edition=1"' in code
        assert f'href="http://testserver{PAGE}editions/1/claims/trade-discussed/"' in code
        code = code_of(read(client, f"{PANEL}?what=claim-trade-discussed&theme=dark"))
        assert f'src="http://testserver{EMBED}?claim=trade-discussed&amp;theme=dark"' in code

    def test_gives_the_frame_the_height_of_what_it_shows(self, client: Client) -> None:
        heights = []
        for what in ("", "topic-bilateral-relations", "claim-trade-discussed"):
            frame = page(code_of(read(client, f"{PANEL}?what={what}"))).one("iframe")
            heights.append(int(frame["height"]))
        whole, topic, claim = heights
        assert whole > 1500 > topic > claim > 300

    def test_asks_oembed_for_the_same_colours(self, client: Client) -> None:
        (link,) = page(read(client, f"{PANEL}?theme=auto")).values(".ways a", "href")
        told = client.get(link).json()
        assert f'src="http://testserver{EMBED}?theme=auto"' in told["html"]

    def test_keeps_what_was_chosen_and_offers_every_topic_and_claim(self, client: Client, edition: Edition) -> None:
        html = read(client, f"{PANEL}?what=claim-trade-discussed&edition=1")
        for claim in edition.document["claims"]:
            assert page(html).has(f"option[value='claim-{claim['slug']}']")
        assert page(html).values("option[selected]", "value") == ["claim-trade-discussed", "1"]
        html = read(client, f"{PANEL}?theme=auto")
        assert page(html).values("option[selected]", "value") == ["auto"]
        assert not page(read(client, PANEL)).has("[selected]")

    def test_tries_it_at_two_widths(self, client: Client) -> None:
        html = read(client, f"{PANEL}?what=topic-trade")
        frames = page(html).all("iframe")
        assert [(frame["src"], frame["width"]) for frame in frames] == [
            (f"{EMBED}?topic=trade", "800"),
            (f"{EMBED}?topic=trade", "360"),
        ]
        assert int(frames[0]["height"]) < int(frames[1]["height"])
        assert len({frame["title"] for frame in frames}) == 2

    @pytest.mark.parametrize(
        "query", ["what=x", "what=topic-x", "what=claim-", "what=trade", "edition=9", "edition=x", "theme=x"]
    )
    def test_says_what_is_wrong(self, client: Client, query: str) -> None:
        response = client.get(f"{PANEL}?{query}")
        assert response.status_code == 400
        assert f"“{query.partition('=')[0]}” is " in text_of(response.content.decode())

    def test_of_a_draft_is_not_there(self, client: Client) -> None:
        assert client.get("/comparisons/draft/embed/").status_code == 404


def test_whatever_people_type_comes_through_whole_and_inert(client: Client) -> None:
    edition = hostile.publish_hostile()
    html = read(client, f"{hostile.PAGE}embed/?what=claim-said")
    assert "<script>alert" not in html
    code = code_of(html)
    assert "<script>alert" not in code
    assert page(code).one("iframe")["title"] == f"{edition.document['claims'][0]['question']} · {edition.title}"
