"""What training makes small."""

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.batches import IGNORED
from training.full import split_logits


def loss_of(logits: torch.Tensor, batch: dict[str, torch.Tensor], stated_weight: float) -> torch.Tensor:
    """The cross entropy of the tags, and weighted beside it that of the fields of figures whose fields are known."""
    tags, stated = split_logits(logits)
    loss = cross_entropy(tags.flatten(0, 1), batch["labels"].flatten(), ignore_index=IGNORED)
    if not stated_weight or not len(batch["stated"]):
        return loss
    return loss + stated_weight * stated_loss(stated, batch["stated"])


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
