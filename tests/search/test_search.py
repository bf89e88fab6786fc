"""What is found, how well it fits, and what is shown of it: the same on both databases."""

import pytest
from django.core.management import call_command
from django.db import connection

from comparisons.database import search_index
from comparisons.models import Edition, Passage
from comparisons.publishing.publish import publish, withdraw
from comparisons.search.ranking import relevance_by_edition
from comparisons.search.snippets import Snippet, marked, snippets_of
from comparisons.search.terms import terms_of
from tests.search.small import publish_small

pytestmark = pytest.mark.django_db


def found(asked: str) -> dict[str, int]:
    """The addresses of the editions that hold all that is asked -> how well they fit, the best first."""
    fits = relevance_by_edition(terms_of(asked))
    editions = Edition.objects.in_bulk(fits.keys())
    ranked = sorted(fits, key=lambda pk: (fits[pk], editions[pk].event_date, pk), reverse=True)
    return {editions[pk].slug: fits[pk] for pk in ranked}


def shown(asked: str, slug: str) -> list[str]:
    """The sentences of an edition, with brackets for the marks."""
    pk = Edition.objects.get(slug=slug).pk
    return [brackets(one) for one in snippets_of([pk], terms_of(asked))[pk]]


def brackets(one: Snippet) -> str:
    return "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in one.pieces)


@pytest.fixture
def calls(db: None) -> None:
    publish_small("in-title", title="A call on trade", date="2017-01-01")
    publish_small("in-claim", wording="Trade was discussed.", date="2017-01-02")
    publish_small("in-question", question="Was trade discussed?", date="2017-01-03")
    publish_small("in-topic", topic=("trade", "Trade and tariffs"), date="2017-01-04")
    publish_small("in-party", party=("traders", "Traders’ union"), date="2017-01-05")
    publish_small("of-participant", participants=["Anna Trade"], date="2017-01-06")
    publish_small("in-text", text="They traded views. Real coordination of trade began.", date="2017-01-07")
    publish_small(
        "in-russian",
        text="Стороны говорили о торговле и о снятии Санкций.\nПерегово́ры продолжатся. Ещё раз.",
        language="ru",
        date="2017-01-08",
    )
    publish_small("twice", title="Trade", text="Of real trade they spoke, and of coordination. O’Brien was there.")


# What is asked for -> the editions in order with their weights. The suite runs this on both databases.
TABLE = {
    "trade": {
        "twice": 4,
        "in-title": 4,
        "in-question": 3,
        "in-claim": 3,
        "of-participant": 2,
        "in-topic": 2,
        "in-text": 1,
    },
    '"traded"': {"in-text": 1},
    '"trades"': {},
    "union": {"in-party": 2},
    "traders": {"in-party": 2},
    "real coordination": {"twice": 2, "in-text": 2},
    '"real coordination"': {"in-text": 1},
    "“Real  Coordination!”": {"in-text": 1},
    '"coordination real"': {},
    '"real coordination" trade': {"in-text": 2},
    "real-coordination": {"in-text": 1},
    "торговля": {"in-russian": 1},
    "санкции": {"in-russian": 1},
    "САНКЦИЯМ торговлей": {"in-russian": 2},
    '"санкций"': {"in-russian": 1},
    '"санкции"': {},
    "еще": {"in-russian": 1},
    "ЕЩЁ переговоры": {"in-russian": 2},
    '"санкций переговоры"': {},
    "o'brien": {"twice": 1},
    "brien": {"twice": 1},
    "trade zebra": {},
    '"real coordination': {"twice": 2, "in-text": 2},
    "NEAR(real coordination)": {},
    "real AND coordination": {"twice": 3},
    "real*": {"twice": 1, "in-text": 1},
    "stems:trade": {},
    "": {},
    '"" * ( : ! — “': {},
}
for same in ("TRADES", "^trade", "trade trade", "«trade"):
    TABLE[same] = TABLE["trade"]


@pytest.mark.usefixtures("calls")
def test_what_is_asked_for_is_found_in_one_order() -> None:
    for asked, expected in TABLE.items():
        assert list(found(asked).items()) == list(expected.items()), asked


@pytest.mark.usefixtures("calls")
@pytest.mark.parametrize(
    "asked", ["NOT trade", "trade OR zebra", "a AND", "' OR 1=1 --", "tra\\de", "{stems words}: x", "x'y", "\ud800"]
)
def test_a_sign_of_a_query_language_is_none_here(asked: str) -> None:
    found(asked)


@pytest.mark.usefixtures("calls")
class TestTheSentencesShown:
    def test_hold_what_was_asked_for_marked(self) -> None:
        assert shown("trade", "in-text") == ["They [traded] views."]
        assert shown('"real coordination"', "in-text") == ["[Real coordination] of trade began."]
        assert shown("trade coordination", "in-text") == ["Real [coordination] of [trade] began."]
        assert shown("торговли", "in-russian") == ["Стороны говорили о [торговле] и о снятии Санкций."]

    def test_show_each_term_where_there_is_room(self) -> None:
        assert shown("санкции еще", "in-russian") == [
            "Стороны говорили о торговле и о снятии [Санкций].",
            "[Ещё] раз.",
        ]

    def test_prefer_a_claim_or_a_text_to_a_name(self) -> None:
        publish_small("both", topic=("trade", "Trade"), text="Trade was spoken of.")
        assert shown("trade", "both") == ["[Trade] was spoken of."]
        assert shown("trade", "in-topic") == ["[Trade] and tariffs"]

    def test_are_three_at_most(self) -> None:
        publish_small("long", text="Trade.\n" * 40)
        assert shown("trade", "long") == ["[Trade]."] * 3

    def test_are_cut_between_words_where_they_are_long(self) -> None:
        publish_small("endless", text="before " * 100 + "trade " + "after " * 50)
        (words,) = shown("trade", "endless")
        assert words.startswith("… before ")
        assert words.endswith(" after …")
        assert " [trade] " in words
        assert len(words) < 300

    def test_of_a_claim_show_its_question_or_its_wording(self) -> None:
        publish_small("asked", question="Was trade discussed?", wording="Trade was discussed.")
        assert shown("trade", "asked") == ["Was [trade] discussed?"]


def test_marks_that_overlap_are_one_text() -> None:
    pieces = marked("Real trade talks", terms_of('"real trade" "trade talks" trade'))
    assert "".join(piece.text for piece in pieces) == "Real trade talks"
    assert [piece.text for piece in pieces if piece.is_marked] == ["Real trade", " talks"]


def test_what_is_not_published_is_not_found(edition: Edition) -> None:
    assert found("trade")
    edition.event.claims.filter(slug="trade-discussed").update(wording="Zebras were discussed.")
    assert not found("zebras"), "what stands at the desk alone"
    edition.event.title = "A call of another name"
    edition.event.save()
    publish(edition.event, note="Zebras.", by="ann")
    assert len(found("zebras")) == 1
    assert not found('"trump putin phone call"'), "words of an older edition alone"
    withdraw(edition.event, reason="It was another call.", by="ann")
    assert not found("zebras"), "a comparison that is withdrawn"
    assert not Passage.objects.exists()


def test_rebuild_brings_back_what_was_lost(edition: Edition) -> None:
    before = found("trade sanctions")
    Passage.objects.all().delete()
    assert not found("trade sanctions")
    call_command("rebuild")
    assert found("trade sanctions") == before
    call_command("verify")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no index beside the row")
def test_rebuild_brings_the_index_of_sqlite_in_step(edition: Edition) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO comparisons_passage_index (comparisons_passage_index) VALUES ('delete-all')")
    assert not found("trade")
    assert not search_index.is_in_step(connection)
    call_command("rebuild")
    assert found("trade")
    assert search_index.is_in_step(connection)


def test_a_passage_that_is_changed_is_found_by_what_it_now_holds(edition: Edition) -> None:
    Passage.objects.filter(kind="title").update(stems="zebra", words="zebras")
    assert found("zebra") == {edition.slug: 4}
    assert found('"zebras"') == {edition.slug: 4}
