import random

from training.rendering.look import draw_look


def test_looks_are_drawn_with_and_without_lines_in_several_sizes_and_widths() -> None:
    looks = [draw_look(random.Random(seed)) for seed in range(60)]
    assert {look.ruled for look in looks} == {False, True}
    assert len({look.size for look in looks}) > 3
    assert len({look.text_width for look in looks}) > 3
    assert all(look.text_width > 140 for look in looks)


def test_a_look_is_the_same_for_the_same_seed() -> None:
    assert draw_look(random.Random(5)) == draw_look(random.Random(5))
