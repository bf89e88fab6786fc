"""The URLconf of the public site."""

from django.urls import include, path, register_converter

from comparisons.api import urls as mount
from comparisons.views import (
    across,
    browse,
    cards,
    citation,
    claim,
    comparison,
    data,
    editions,
    embed,
    feeds,
    oembed,
    offline,
    sitemaps,
    texts,
)
from comparisons.views.health import healthz

app_name = "comparisons"


class EditionNumber:
    """A number as it is written in an address: one way for each, and none that no edition could have."""

    regex = "[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(EditionNumber, "edition")

ATOM, JSON = {"form": "atom"}, {"form": "json"}
"""The two forms of each feed."""

urlpatterns = [
    path("", browse.home, name="home"),
    path("about/", browse.about, name="about"),
    path("about/rules-<int:rules>/", browse.earlier_rules, name="earlier_rules"),
    path("accessibility/", browse.accessibility, name="accessibility"),
    path("comparisons/<slug:slug>/", comparison.comparison, name="comparison"),
    path("comparisons/<slug:slug>/claims/<slug:claim_slug>/", claim.claim, name="claim"),
    path("comparisons/<slug:slug>/texts/", texts.texts, name="texts"),
    path("comparisons/<slug:slug>/texts/<slug:account>/", texts.text_changes, name="text_changes"),
    path("comparisons/<slug:slug>/editions/", editions.editions, name="editions"),
    path("comparisons/<slug:slug>/editions/changes/", editions.edition_changes, name="edition_changes"),
    path("comparisons/<slug:slug>/editions/<edition:number>/", editions.edition, name="edition"),
    path("comparisons/<slug:slug>/editions/<edition:number>.json", editions.edition_json, name="edition_json"),
    path(
        "comparisons/<slug:slug>/editions/<edition:number>/claims/<slug:claim_slug>/",
        claim.edition_claim,
        name="edition_claim",
    ),
    path(
        "comparisons/<slug:slug>/editions/<edition:number>/claims/<slug:claim_slug>/citation.json",
        citation.claim_citation,
        name="claim_citation",
    ),
    path(
        "comparisons/<slug:slug>/editions/<edition:number>/citation.json",
        citation.edition_citation,
        name="edition_citation",
    ),
    path("comparisons/<slug:slug>/editions/<edition:number>/texts/", texts.edition_texts, name="edition_texts"),
    path("comparisons/<slug:slug>/editions/<edition:number>/card.png", cards.card, name="card"),
    path(
        "comparisons/<slug:slug>/editions/<edition:number>/claims/<slug:claim_slug>/card.png",
        cards.claim_card,
        name="claim_card",
    ),
    path("card.png", cards.site_card, name="site_card"),
    path("topics/<slug:slug>/card.png", cards.topic_card, name="topic_card"),
    path("parties/<slug:slug>/card.png", cards.party_card, name="party_card"),
    path("parties/<slug:first>/<slug:second>/card.png", cards.pair_card, name="pair_card"),
    path("comparisons/<slug:slug>.json", comparison.comparison_json, name="comparison_json"),
    path("comparisons/<slug:slug>.csv", data.comparison_csv, name="comparison_csv"),
    path("comparisons/<slug:slug>/annotations.jsonld", data.annotations, name="annotations"),
    path("comparisons/<slug:slug>/embed/", embed.embedding, name="embedding"),
    path("embed/<slug:slug>/", embed.embed, name="embed"),
    path("embed.js", embed.script, name="embed_script"),
    path("oembed", oembed.oembed, name="oembed"),
    path("claims/", across.claims, name="claims"),
    path("topics/", across.topics, name="topics"),
    path("topics/<slug:slug>/", across.topic, name="topic"),
    path("parties/", across.parties, name="parties"),
    path("parties/<slug:slug>/", across.party, name="party"),
    path("parties/<slug:first>/<slug:second>/", across.pair, name="pair"),
    path("data/", data.data, name="data"),
    path("data/comparisons.csv", data.all_csv, name="all_csv"),
    path("data/comparisons.jsonl", data.all_jsonl, name="all_jsonl"),
    path("api/", include(mount.urls)),
    path("feed.atom", feeds.newest, ATOM, name="feed"),
    path("feed.json", feeds.newest, JSON, name="feed_json"),
    path("topics/<slug:slug>/feed.atom", feeds.topic, ATOM, name="topic_feed"),
    path("topics/<slug:slug>/feed.json", feeds.topic, JSON, name="topic_feed_json"),
    path("parties/<slug:slug>/feed.atom", feeds.party, ATOM, name="party_feed"),
    path("parties/<slug:slug>/feed.json", feeds.party, JSON, name="party_feed_json"),
    path("parties/<slug:first>/<slug:second>/feed.atom", feeds.pair, ATOM, name="pair_feed"),
    path("parties/<slug:first>/<slug:second>/feed.json", feeds.pair, JSON, name="pair_feed_json"),
    path("comparisons/<slug:slug>/feed.atom", feeds.comparison, ATOM, name="comparison_feed"),
    path("comparisons/<slug:slug>/feed.json", feeds.comparison, JSON, name="comparison_feed_json"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/<slug:section>.xml", sitemaps.section, name="sitemap_section"),
    path("offline/", offline.offline, name="offline"),
    path("service-worker.js", offline.service_worker, name="service_worker"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("comparison-1.schema.json", comparison.schema, name="schema"),
    path("healthz", healthz, name="healthz"),
]
