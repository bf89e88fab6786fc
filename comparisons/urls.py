from django.urls import path

from comparisons.views import across, browse, claim, comparison, data, feeds, sitemaps, texts
from comparisons.views.health import healthz

app_name = "comparisons"

urlpatterns = [
    path("", browse.home, name="home"),
    path("about/", browse.about, name="about"),
    path("comparisons/<slug:slug>/", comparison.comparison, name="comparison"),
    path("comparisons/<slug:slug>/claims/<slug:claim_slug>/", claim.claim, name="claim"),
    path("comparisons/<slug:slug>/texts/", texts.texts, name="texts"),
    path("comparisons/<slug:slug>/texts/<slug:account>/", texts.text_changes, name="text_changes"),
    path("comparisons/<slug:slug>.json", comparison.comparison_json, name="comparison_json"),
    path("comparisons/<slug:slug>.csv", data.comparison_csv, name="comparison_csv"),
    path("comparisons/<slug:slug>/annotations.jsonld", data.annotations, name="annotations"),
    path("topics/", across.topics, name="topics"),
    path("topics/<slug:slug>/", across.topic, name="topic"),
    path("parties/", across.parties, name="parties"),
    path("parties/<slug:slug>/", across.party, name="party"),
    path("parties/<slug:first>/<slug:second>/", across.pair, name="pair"),
    path("data/", data.data, name="data"),
    path("data/comparisons.csv", data.all_csv, name="all_csv"),
    path("data/comparisons.jsonl", data.all_jsonl, name="all_jsonl"),
    path("feed.atom", feeds.newest, name="feed"),
    path("topics/<slug:slug>/feed.atom", feeds.topic, name="topic_feed"),
    path("parties/<slug:slug>/feed.atom", feeds.party, name="party_feed"),
    path("comparisons/<slug:slug>/feed.atom", feeds.comparison, name="comparison_feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemaps/<slug:section>.xml", sitemaps.section, name="sitemap_section"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("comparison-1.schema.json", comparison.schema, name="schema"),
    path("healthz", healthz, name="healthz"),
]
