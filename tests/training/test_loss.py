import pytest
import torch

from model.fields import STATED
from model.labels import TAGS
from training.loss import loss_of


def test_the_loss_of_fields_counts_figures_whose_fields_are_known_alone() -> None:
    torch.manual_seed(1)
    logits = torch.randn(1, 3, len(TAGS) + len(STATED), requires_grad=True)
    batch = {"labels": torch.tensor([[1, 2, 0]]), "stated": torch.empty(0, 3, dtype=torch.long)}
    tags_alone = loss_of(logits, batch, 0.5)
    stating = {**batch, "stated": torch.tensor([[0, 1, 7], [0, 1, 9]])}
    assert tags_alone == loss_of(logits, stating, 0.0)
    whole = loss_of(logits, stating, 0.5)
    targets = torch.zeros(len(STATED))
    targets[[7, 9]] = 1
    fields = torch.nn.functional.binary_cross_entropy_with_logits(logits[0, 1, len(TAGS) :], targets, reduction="sum")
    assert whole.item() == pytest.approx((tags_alone + 0.5 * fields).item(), rel=1e-5)
    (gradient,) = torch.autograd.grad(whole - tags_alone, logits)
    assert gradient[0, 1, len(TAGS) :].abs().min() > 0
    assert gradient[0, :, : len(TAGS)].abs().max() == 0
    assert gradient[0, [0, 2]].abs().max() == 0


def test_the_loss_of_fields_is_averaged_over_figures() -> None:
    torch.manual_seed(2)
    logits = torch.randn(2, 3, len(TAGS) + len(STATED))
    logits[1, 2] = logits[0, 1]
    labels = torch.zeros(2, 3, dtype=torch.long)
    one = {"labels": labels, "stated": torch.tensor([[0, 1, 7]])}
    both = {"labels": labels, "stated": torch.tensor([[0, 1, 7], [1, 2, 7]])}
    assert loss_of(logits, one, 1.0).item() == pytest.approx(loss_of(logits, both, 1.0).item(), rel=1e-5)
