"""The words of `comparisons.wording` for templates, which compute nothing themselves."""

from django import template

from comparisons import wording
from comparisons.wording import across, changes, glance, page, sources

register = template.Library()

for words in (
    wording.sentence,
    wording.family_label,
    wording.family_in_short,
    wording.outcome_and_caveats,
    wording.outcome_label,
    wording.position_label,
    wording.stance_told,
    wording.standing_told,
    wording.grounds_told,
    wording.remark,
    wording.event_kind,
    wording.account_kind,
    wording.completeness,
    wording.attribution_label,
    wording.attribution_to_add,
    wording.language_name,
    wording.moment,
    wording.after_the_first,
    wording.interval,
    wording.figure_told,
    wording.place,
    wording.translated_by,
    wording.untranslated,
    wording.claim_untranslated,
    wording.in_sentence,
    wording.names,
    wording.reader,
    page.claim_description,
    page.comparison_description,
    page.compared,
    page.texts_title,
    page.followed_told,
    glance.position_in_short,
    glance.grounds_in_few_words,
    glance.remarks_at_a_glance,
    glance.family_counted,
    glance.group_head,
    glance.voice_grounds,
    sources.sources,
    sources.first_source,
    sources.held_of,
    across.topic_title,
    across.party_title,
    across.pair_title,
    across.topic_deck,
    across.party_deck,
    across.pair_deck,
    across.head_of_rows,
    across.position_alike,
    across.quoted_with,
    across.quotation_translated,
    across.further_quotes,
    changes.account_change_at_the_desk,
    changes.stance_change_at_the_desk,
    changes.past_outcome,
    changes.quote_turn,
    changes.read_again,
):
    register.filter(words.__name__, words)

for sentence in (page.comparison_title, page.nothing_shown):
    register.simple_tag(sentence)
