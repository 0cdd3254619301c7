"""What training makes small."""

from collections.abc import Mapping

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from model.labels import OUTSIDE, TAG_IDS
from training.batches import IGNORED
from training.full import split_logits


def loss_of(logits: torch.Tensor, batch: Mapping[str, torch.Tensor], stated_weight: float) -> torch.Tensor:
    """The loss of the tags, and weighted beside it that of the fields of figures whose fields are known."""
    tags, stated = split_logits(logits)
    loss = tag_loss(tags, batch["labels"], batch["unknown"])
    if not stated_weight or not len(batch["stated"]):
        return loss
    return loss + stated_weight * stated_loss(stated, batch["stated"])


def tag_loss(logits: torch.Tensor, labels: torch.Tensor, unknown: torch.Tensor) -> torch.Tensor:
    """The cross entropy of the tags, averaged over characters.

    Where a set does not know some tags, its untagged characters may be of any of these: the chance of `O` is then that of `O` and of these
    together (the marginal likelihood of partly labelled sequences, Tsuboi and others 2008, for single characters).

    Args:
        logits: shape (rows, places, tags).
        labels: ids of tags, shape (rows, places).
        unknown: whether the set of a row does not know a tag, shape (rows, tags).
    """
    if not unknown.any():
        return cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
    chances = logits.log_softmax(-1)
    untagged = unknown.clone()
    untagged[:, TAG_IDS[OUTSIDE]] = True
    of_untagged = chances.masked_fill(~untagged[:, None], -torch.inf).logsumexp(-1)
    of_tagged = chances.gather(-1, labels.clamp(min=0)[..., None])[..., 0]
    found = torch.where(labels == TAG_IDS[OUTSIDE], of_untagged, of_tagged)
    return -found[labels != IGNORED].mean()


def stated_loss(logits: torch.Tensor, stated: torch.Tensor) -> torch.Tensor:
    """The binary cross entropy of the fields, summed over fields, averaged over figures.

    Args:
        logits: shape (rows, places, fields).
        stated: row, place and field of what figures state, shape (n, 3), n at least 1.
    """
    figures, number = torch.unique(stated[:, :2], dim=0, return_inverse=True)
    targets = torch.zeros(len(figures), logits.shape[-1])
    targets[number, stated[:, 2]] = 1
    found = logits[figures[:, 0], figures[:, 1]]
    return binary_cross_entropy_with_logits(found, targets, reduction="sum") / len(figures)
