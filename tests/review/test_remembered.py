"""What a function said of a text is remembered until it is to be forgotten."""

from macros.review.remembered import forget, remembered


def test_remembered() -> None:
    """A text is thought of once; once more after `forget`."""
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("dock"), length("ship"), length("dock")] == [4, 4, 4]
    assert asked == ["dock", "ship"]
    forget()
    assert [length("dock"), length("dock")] == [4, 4]
    assert asked == ["dock", "ship", "dock"]
