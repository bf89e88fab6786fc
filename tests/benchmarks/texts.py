"""Two texts of one length, changed in the ways that cost a comparison most."""

from collections.abc import Iterator
from random import Random


def changed_texts(length: int) -> Iterator[tuple[str, str, str]]:
    """A name, the old text, the new one."""
    random = Random(28_01_2017)
    vocabulary = ["".join(random.choices("abcdefghijklmnop", k=random.randint(1, 9))) for _number in range(3_000)]
    words = random.choices(vocabulary, k=length // 6)
    paragraphs = [" ".join(words[place : place + 80]) for place in range(0, len(words), 80)]

    def changed(rate: float) -> list[str]:
        return [random.choice(vocabulary) if random.random() < rate else word for word in words]

    def of(letters: str, join: str = "") -> str:
        return join.join(random.choices(letters, k=length))[:length]

    for rate in (0.01, 0.5):
        new = changed(rate)
        joined = "\n\n".join(" ".join(new[place : place + 80]) for place in range(0, len(new), 80))
        yield f"{rate:.0%} of the words", "\n\n".join(paragraphs)[:length], joined[:length]
    yield "one paragraph, 1% of the words", " ".join(words)[:length], " ".join(changed(0.01))[:length]
    yield "one paragraph, written anew", " ".join(words)[:length], " ".join(random.sample(words, len(words)))[:length]
    yield "8,000 words of two, mixed", of("ab", " ")[:16_000], of("ab", " ")[:16_000]
    yield "250,000 words of two, mixed", of("ab", " "), of("ab", " ")
    yield "8,000 times one word, one taken out", "word " * 8_000, "word " * 7_000 + "word " * 999
    numbers = [f"{number:04x}" for number in range(100_000)]
    yield (
        "100,000 paragraphs, none in common",
        "\n".join(numbers)[:length],
        "\n".join(f"x{n[1:]}" for n in numbers)[:length],
    )
    shuffled = random.sample(numbers, len(numbers))
    yield "100,000 paragraphs, shuffled", "\n".join(numbers)[:length], "\n".join(shuffled)[:length]
    yield "every other paragraph, two in turn", ("a\nb\n" * length)[:length], ("b\na\nc\n" * length)[:length]
    yield "ideographs, two", of("中文"), of("中文")
    yield "one word", "x" * length, "x" * (length - 1) + "y"
