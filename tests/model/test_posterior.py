from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.decoding import spans, viterbi
from model.labels import TAGS
from model.posterior import span_posteriors

LENGTH = 5
USED = (0, 1, 2, 3, 4)
"""Outside, and B and I of two labels: few enough to go through all paths."""


def probabilities(weights: list[list[float]]) -> NDArray[np.float32]:
    out = np.zeros((len(weights), len(TAGS)), np.float32)
    out[:, list(USED)] = weights
    normalised: NDArray[np.float32] = out / out.sum(axis=1, keepdims=True)
    return normalised


def allowed(path: tuple[int, ...], glued: list[bool]) -> bool:
    for position, tag in enumerate(path):
        before = path[position - 1] if position else 0
        inside = tag != 0 and tag % 2 == 0
        if inside and before not in {tag, tag - 1}:
            return False
        if glued[position] and not inside and (tag != 0 or before != 0):
            return False
    return True


def by_counting(table: NDArray[np.float32], glued: list[bool], span: tuple[int, int, int]) -> float:
    total = with_span = 0.0
    for path in product(USED, repeat=len(glued)):
        if allowed(path, glued):
            mass = float(np.prod([table[position, tag] for position, tag in enumerate(path)], dtype=np.float64))
            total += mass
            with_span += mass * (span in spans(path))
    return with_span / total


weights = st.lists(st.lists(st.floats(0.01, 1), min_size=5, max_size=5), min_size=LENGTH, max_size=LENGTH)
glue = st.lists(st.booleans(), min_size=LENGTH - 1, max_size=LENGTH - 1).map(lambda rest: [False, *rest])


@given(weights, glue)
def test_the_posterior_is_that_of_all_paths_counted(rows: list[list[float]], glued: list[bool]) -> None:
    table = probabilities(rows)
    found = spans(viterbi(np.log(np.maximum(table, 1e-30)), np.array(glued)))
    for span, posterior in zip(found, span_posteriors(table, np.array(glued), found), strict=True):
        assert posterior == pytest.approx(by_counting(table, glued, span), rel=1e-4)


def test_a_character_surely_outside_parts_the_lattice_without_a_difference() -> None:
    table = probabilities([[0.2, 1, 0.1, 0.3, 0.1], [0.1, 0.1, 1, 0.1, 0.2], [1, 0, 0, 0, 0], [0.1, 0.3, 0.2, 1, 0.1]])
    glued = [False] * 4
    for span in ((0, 0, 2), (0, 0, 1), (1, 3, 4)):
        assert span_posteriors(table, np.array(glued), [span])[0] == pytest.approx(by_counting(table, glued, span), rel=1e-4)


def test_no_span_no_posterior() -> None:
    assert span_posteriors(np.zeros((0, len(TAGS)), np.float32), np.zeros(0, np.bool_), []) == []
