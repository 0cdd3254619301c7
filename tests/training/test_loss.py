import pytest
import torch

from model.fields import STATED
from model.labels import TAGS
from training.batches import IGNORED
from training.loss import loss_of, tag_loss


def known_all(rows: int) -> torch.Tensor:
    return torch.zeros(rows, len(TAGS), dtype=torch.bool)


def test_the_loss_of_fields_counts_figures_whose_fields_are_known_alone() -> None:
    torch.manual_seed(1)
    logits = torch.randn(1, 3, len(TAGS) + len(STATED), requires_grad=True)
    batch = {"labels": torch.tensor([[1, 2, 0]]), "stated": torch.empty(0, 3, dtype=torch.long), "unknown": known_all(1)}
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
    one = {"labels": labels, "stated": torch.tensor([[0, 1, 7]]), "unknown": known_all(2)}
    both = {**one, "stated": torch.tensor([[0, 1, 7], [1, 2, 7]])}
    assert loss_of(logits, one, 1.0).item() == pytest.approx(loss_of(logits, both, 1.0).item(), rel=1e-5)


def test_where_a_set_does_not_know_a_tag_an_untagged_character_may_have_it() -> None:
    torch.manual_seed(3)
    logits = torch.randn(2, 3, len(TAGS), requires_grad=True)
    labels = torch.tensor([[0, 4, IGNORED], [0, 4, 0]])
    unknown = known_all(2)
    unknown[0, [7, 8]] = True
    chances = logits.softmax(-1)
    wanted = [chances[0, 0, [0, 7, 8]].sum(), chances[0, 1, 4], chances[1, 0, 0], chances[1, 1, 4], chances[1, 2, 0]]
    loss = tag_loss(logits, labels, unknown)
    assert loss.item() == pytest.approx(-torch.stack(wanted).log().mean().item(), rel=1e-5)
    (gradient,) = torch.autograd.grad(loss, logits)
    assert gradient[0, 0, [0, 7, 8]].max() < 0 < gradient[0, 0, [1, 2, 3]].min()
    assert gradient[1, 0, 7] > 0


def test_where_all_tags_are_known_the_loss_is_the_cross_entropy() -> None:
    torch.manual_seed(4)
    logits, labels = torch.randn(2, 3, len(TAGS)), torch.tensor([[0, 4, IGNORED], [0, 2, 1]])
    plain = torch.nn.functional.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
    assert tag_loss(logits, labels, known_all(2)) == plain
