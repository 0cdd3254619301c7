"""What the encoder says of the characters of a stretch of text."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.fields import STATED
from model.labels import TAGS

_NEVER = -1e9


class Logits(NamedTuple):
    """Two matrices with a row a character.

    `tags` has a column for each BIO tag (`labels.TAGS`), of which one holds. `stated` has one for each field (`fields.STATED`), any
    of which the figure that begins at the character may state; of other characters it says nothing.
    """

    tags: NDArray[np.float32]
    stated: NDArray[np.float32]


Encode = Callable[[str], Logits]
"""The logits of a folded stretch that fits the encoder, its digits hidden."""


def unset_logits(length: int) -> Logits:
    """Room for the logits of so many characters, with no value yet."""
    return Logits(np.empty((length, len(TAGS)), np.float32), np.empty((length, len(STATED)), np.float32))


def no_logits(length: int) -> Logits:
    """Logits under which nothing can win, to be filled in; so labels and fields that a release lacks never do."""
    return Logits(np.full((length, len(TAGS)), _NEVER, np.float32), np.full((length, len(STATED)), _NEVER, np.float32))
