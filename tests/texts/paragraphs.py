"""Texts of repeated templates, whose paragraphs are removed, moved or doubled and tracked by identity."""

from typing import NamedTuple

from hypothesis import strategies as st

SPEAKERS = ["Lavrov", "Rubio", "Ushakov"]
AGREED = "that the two sides had agreed to go on with their talks on trade, and to meet again before the summer"
TEMPLATES = [
    "{0} said " + AGREED + ".",
    "Then {0} said " + AGREED + ", and said no more to the press that day, he added on his way out.",
    "He said " + AGREED + ", as {0} put it.",
    "THEN {0} SAID " + AGREED.upper() + ".",
    "{0}: Yes.",
    "Yes.",
]
PARAGRAPHS = st.lists(
    st.builds(str.format, st.sampled_from(TEMPLATES), st.sampled_from(SPEAKERS)), min_size=1, max_size=6
)
BREAKS = st.sampled_from(["\n", "\n\n"])


class Place(NamedTuple):
    paragraph: int
    """As numbered in the old text, whatever became of its place."""
    offset: int


class Text(NamedTuple):
    paragraphs: tuple[str, ...]
    order: tuple[int, ...]
    """Which paragraph stands where: a removed one nowhere, a doubled one twice."""
    gap: str

    @property
    def text(self) -> str:
        return self.gap.join(self.paragraphs[number] for number in self.order)

    def place(self, offset: int) -> Place:
        """ValueError where no paragraph has a character there."""
        for number in self.order:
            if 0 <= offset < len(self.paragraphs[number]):
                return Place(number, offset)
            offset -= len(self.paragraphs[number]) + len(self.gap)
        raise ValueError("Between two paragraphs, or beyond them.")


@st.composite
def templated(draw: st.DrawFn) -> Text:
    paragraphs = draw(PARAGRAPHS)
    return Text(tuple(paragraphs), tuple(range(len(paragraphs))), draw(BREAKS))


@st.composite
def rearranged(draw: st.DrawFn, of: Text) -> Text:
    order = list(of.order)
    for way in draw(st.lists(st.sampled_from(["remove", "move", "double"]), max_size=4)):
        if not order:
            break
        number = draw(st.sampled_from(order))
        if way != "double":
            order.remove(number)
        if way != "remove":
            order.insert(draw(st.integers(0, len(order))), number)
    return of._replace(order=tuple(order))


@st.composite
def stretches(draw: st.DrawFn, of: Text) -> tuple[int, int]:
    """Words of one paragraph, or of it and the next, without spaces at either end."""
    number = draw(st.integers(0, len(of.order) - 1))
    begins = sum(len(of.paragraphs[one]) + len(of.gap) for one in of.order[:number])
    upto = of.order[number : number + draw(st.integers(1, 2))]
    ends = begins + len(of.gap.join(of.paragraphs[one] for one in upto))
    start = draw(st.integers(begins, ends - 1).filter(lambda place: not of.text[place].isspace()))
    end = draw(st.integers(start + 1, ends).filter(lambda place: not of.text[place - 1].isspace()))
    return start, end
