"""Stop words: what two texts may share without speaking of one thing, in English and Russian."""

from functools import lru_cache

from comparisons.texts.tokens import fold, tokens

ENGLISH = """
a about above after again all also although am an and another any are as at be because been before being between both
but by can cannot could did do does done down during each either else even every for from further had has have having
he her here hers him his how however i if in into is it its itself just may me might more most must my neither no nor
not now of off on once one only or other our out over own said same say saying says see shall she should since so some
speak speaks such than that the their them then there therefore these they this those though through to too under until
up upon us very was we were what when where whether which while who whom whose why will with within without would yet
you your
"""
RUSSIAN = """
а без более больше бы был была были было быть в вам вас весь во вот все всего всех вы где говорит да даже для до его ее
если есть еще же за здесь и из или им их к как какая какой когда кто ли лишь между меня мне много может можно мы на над
нас не него нее нет ни них но ну о об один она они оно от очень перед по под после потом потому при про с сам свои
своих свой свою себе себя сказал сказала со так такой также там те тем то того тоже той только том тот у уже хотя чего
чем через что чтобы эта эти это этого этой этом этот я
"""
STOP_WORDS = frozenset(fold(word) for word in (ENGLISH + RUSSIAN).split())


@lru_cache(maxsize=5_000)
def content_stems(text: str) -> frozenset[str]:
    """The stems of a text's words, without stop words."""
    return frozenset(token.stem for token in tokens(text) if token.word.removesuffix("'s") not in STOP_WORDS)
