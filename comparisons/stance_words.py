"""What stands beside the fields of a stance and its quotes, at the desk and in a claim's form."""

from django.utils.translation import gettext_lazy as _

POSITION_HELP = _("What this account says on the claim. Silent: all of its text was read, and says nothing on it.")
BASIS_HELP = _(
    "Usually left as it is. As reported: another account tells what this one said, and the quote is from there."
)
QUOTE_HELP = _("Words that carry this position, copied from the text to the letter.")
QUOTED_FROM_HELP = _("The text that has these words. Another than its own only where that one reports it.")
BEFORE_HELP = _("A few words that stand right before, to tell this place in the text from the others.")
AFTER_HELP = _("A few words that stand right after, to tell this place in the text from the others.")
STANCE_HELP = {
    "low": _("The least that the words allow, in the claim's unit. “About an hour” may be 55 minutes."),
    "high": _("The most that the words allow, in the claim's unit. “About an hour” may be 65 minutes."),
    "value": _("The value in the words of the text, such as: about an hour."),
}
