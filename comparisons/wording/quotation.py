"""Words in the quotation marks of a language, with those inside them set one level in."""

from django.utils.translation import get_language

MARKS = {"en": ("“", "”", "‘", "’"), "ru": ("«", "»", "„", "“")}
"""The outer pair and the inner one."""
# The closing mark of each that opens. Marks of other languages stand as they are: they cannot be taken for our own.
PAIRS = {"en": {"“": "”", "‘": "’", '"': '"'}, "ru": {"«": "»", "„": "“", '"': '"'}}


def quoted(words: str, language: str = "") -> str:
    """The words in quotation marks: “He said ‘yes’ twice”, «Он „согласен“». Without a language in the reader's own."""
    code = (language or get_language() or "en").partition("-")[0]
    code = code if code in MARKS else "en"
    outer, outer_end, *_inner = MARKS[code]
    return f"{outer}{_one_level_in(words, code)}{outer_end}"


def _one_level_in(words: str, code: str) -> str:
    marks, pairs = MARKS[code], PAIRS[code]
    told: list[str] = []
    waiting: list[str] = []
    """The closing marks of what has been opened."""
    for place, sign in enumerate(words):
        before, after = words[place - 1 : place] if place else "", words[place + 1 : place + 2]
        if waiting and sign == waiting[-1] and not (sign == "’" and after.isalnum()):
            told.append(marks[2 * (len(waiting) % 2) + 1])
            waiting.pop()
        elif sign in pairs and (sign != '"' or not before or not (before.isalnum() or before in ",.!?…")):
            waiting.append(pairs[sign])
            told.append(marks[2 * (len(waiting) % 2)])
        elif sign == marks[1]:  # closes what was opened before these words
            told.append(marks[3])
        else:
            told.append(sign)
    return "".join(told)
