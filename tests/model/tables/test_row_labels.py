import pytest

from model.tables.row_labels import common, ends_with


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("予以公开", "一予以公开", (4, 5)),
        ("予以公开", "予公开的", (3, 3)),
        ("重复申请", "四大量反复申请", (3, 7)),
        ("规章", "许可", (0, 0)),
    ],
)
def test_the_longest_common_subsequence_is_found(label: str, text: str, expected: tuple[int, int]) -> None:
    assert common(label, text) == expected


def test_words_behind_a_label_count_against_it() -> None:
    assert ends_with("一予以公开", "予以公开") == 1
    assert ends_with("予以公开的事项", "予以公开") == pytest.approx(0.55)
