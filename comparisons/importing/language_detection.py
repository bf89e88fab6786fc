"""Language detection by letters, where they leave no doubt: Russian or Ukrainian."""

RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
UKRAINIAN = RUSSIAN - frozenset("ёъыэ") | frozenset("ґєії")


def detect_language(text: str) -> str:
    """A language tag, or nothing where the letters could be of another language as well.

    Most letters are to be Cyrillic. Russian has ы or э, as Bulgarian has neither, and Ukrainian by ґ, є, і or ї;
    a letter that the language lacks, such as і beside ы in Belarusian, forbids either.
    """
    letters = [character for character in text.lower() if character.isalpha()]
    cyrillic = [letter for letter in letters if "\u0400" <= letter <= "\u052f"]
    if len(cyrillic) * 2 <= len(letters):
        return ""
    used = set(cyrillic)
    if used <= RUSSIAN and used & set("ыэ"):
        return "ru"
    if used <= UKRAINIAN and used & set("ґєії"):
        return "uk"
    return ""
