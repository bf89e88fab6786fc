"""Labels and help texts of the editors' forms, each help with an example."""

from django.utils.translation import gettext_lazy as _

EVENT_LABELS = {"slug": _("Address")}
EVENT_HELP = {
    "title": _("As readers see it, such as: Trump–Putin phone call, 28 January 2017."),
    "kind": _("What sort of occurrence it was."),
    "place": _("Where it took place, such as: Geneva. Empty for a call."),
}

PARTY_LABELS = {"slug": _("Short name")}

TOPIC_LABELS = {"slug": _("Short name")}
TOPIC_HELP = {
    "name": _("A word or two that claims of many events can share, such as: Trade."),
    "slug": _("Its name in addresses, such as trade."),
}

ACCOUNT_LABELS = {"key": _("Short name")}
ACCOUNT_HELP = {
    "event": _("The event that this text is about."),
    "title": _("What the text is and whose, such as: White House statement on the call."),
    "kind": _("What sort of text it is. A report is what a newspaper or an agency writes."),
    "attribution": _("How the source is named: openly (on the record), by its office alone (on background), or not."),
    "attribution_note": _("How the text itself names its source, such as: a senior administration official."),
    "language": _("The language of the text, as a tag: en is English, ru Russian, uk Ukrainian."),
    "translation_of": _("Where this text is a translation: the account of the same event that it translates."),
    "source_url": _("The address at which it was first published, such as https://www.example.org/readout."),
    "archive_url": _("The address of a copy that stays, such as one at the Internet Archive."),
    "via": _("Where the text was found, if not at the original, such as: a newspaper that quotes it in full."),
}

CLAIM_LABELS = {"slug": _("Address")}
CLAIM_HELP = {
    "event": _("The event that the claim is about. It stays with that event."),
    "question": _("The claim as a reader would ask for it, such as: Was trade discussed?"),
    "slug": _("The end of the claim's address, such as trade-discussed."),
    "topic": _("What it is about, such as Trade. Topics are shared by all events."),
    "kind": _("Polar: it is so or it is not, such as whether trade was discussed. A quantity: how long, how many."),
}


POSITION_HELP = _("What this account says on the claim. Silent: all of its text was read, and says nothing on it.")
QUOTE_HELP = _("Words that carry this position, copied from the text to the letter.")
QUOTED_FROM_HELP = _("The text that has these words. Another than its own only where that one reports it.")
BEFORE_HELP = _("A few words that stand right before, to tell this place in the text from the others.")
AFTER_HELP = _("A few words that stand right after, to tell this place in the text from the others.")
TRANSLATION_HELP = _("For readers of another language, under the words themselves. Empty where there is none.")
TRANSLATION_LANGUAGE_HELP = _("As a tag: en is English, ru Russian.")
TRANSLATION_BY_HELP = _("“desk” for us, the short name of the translated account, or the translator's name.")
STANCE_HELP = {
    "low": _("The least that the words allow, in the claim's unit. “About an hour” may be 55 minutes."),
    "high": _("The most that the words allow, in the claim's unit. “About an hour” may be 65 minutes."),
    "implied": _("Readers see “by implication” in the sentence. Say in the note how it follows from the words."),
    "value": _("The value in the words of the text, such as: about an hour."),
}
