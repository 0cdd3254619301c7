"""A release proves itself on the processor that will serve it: the logits of a known text must be those that were released.

int8 arithmetic is not the same everywhere (without VNNI sums of products may saturate), and a model that reads wrongly says nothing of it.
Where the int8 export fails, or cannot be run at all, the fp32 export of the same weights takes its place, which is slower.
"""

import logging
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.encoder import FULL_MODEL_FILE, MODEL_FILE, TOKENIZER_FILE, Encoder
from model.logits import Logits
from model.release import SELFTEST_FILE, Release, ReleaseError

TEXT = (
    "2023年,我局共收到政府信息公开申请34件,其中自然人30件,占88.24%,法人或其他组织4件;上年结转2件。均已按时答复,予以公开21件,部分公开3件,"
    "不予公开5件(属于国家秘密1件、三类内部事务信息4件),无法提供6件,结转下年度继续办理1件。全年主动公开政府信息1,246条,同比增长12.5%,"
    "微信公众号发布688条。因政府信息公开被申请行政复议2件,维持1件,尚未审结1件;未发生行政诉讼。举办培训3期,参训156人次。"
)
"""Nearly a full window, its digits as the encoder sees them or not."""

_SPREAD = 2.0
"""How many times the released error another processor's may be: rounding alone makes a good half of it."""
_ROUNDING = 0.01
"""The error of the fp32 export, which has nothing but rounding."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SelfTest:
    """The fp32 logits of `TEXT`, and how far the int8 export was from them where the release was made (root mean square)."""

    logits: Logits
    int8_error: float

    def error(self, encoder: Encoder) -> float:
        """How far an encoder is from the known logits (root mean square)."""
        return max(_rms(found - known) for found, known in zip(encoder.logits(TEXT), self.logits, strict=True))

    def passes(self, encoder: Encoder, most: float) -> bool:
        """Whether an encoder is no farther than that from the known logits; its first window, which is a warm-up too."""
        error = self.error(encoder)
        logger.log(logging.INFO if error <= most else logging.WARNING, "self-test: error of the logits %.4f, at most %.4f", error, most)
        return error <= most


def write_selftest(folder: Path) -> None:
    """Writes the self-test of the exports in a release's folder."""
    full = Encoder(folder / FULL_MODEL_FILE, folder / TOKENIZER_FILE).logits(TEXT)
    error = SelfTest(full, 0.0).error(Encoder(folder / MODEL_FILE, folder / TOKENIZER_FILE))
    np.savez_compressed(folder / SELFTEST_FILE, **full._asdict(), int8_error=error)


def read_selftest(folder: Path) -> SelfTest:
    """The self-test of a release.

    Raises:
        OSError, ValueError, KeyError: it is missing or not one.
    """
    with np.load(folder / SELFTEST_FILE) as stored:
        return SelfTest(Logits(*(stored[name] for name in Logits._fields)), float(stored["int8_error"]))


def open_encoder(release: Release) -> tuple[Encoder, str]:
    """The encoder of a release, one thread a window, and its precision: int8, or fp32 where int8 cannot be run or reads wrongly here.

    Raises:
        ReleaseError: the release has no self-test, or neither export can be run and passes it.
    """
    try:
        test = read_selftest(release.folder)
    except (OSError, ValueError, KeyError) as error:
        raise ReleaseError(f"no readable {SELFTEST_FILE} in the release {release.name}: {error!r}") from error
    faults = []
    for precision, file, most in (("int8", MODEL_FILE, _SPREAD * test.int8_error), ("fp32", FULL_MODEL_FILE, _ROUNDING)):
        try:
            encoder = Encoder(release.folder / file, release.folder / TOKENIZER_FILE, 1)
            if test.passes(encoder, most):
                return encoder, precision
            fault = "reads wrongly on this processor"
        except Exception as error:  # those of onnxruntime and tokenizers have no other base
            fault = f"cannot be run: {error}"
        logger.warning("the %s export of the release %s %s", precision, release.name, fault)
        faults.append(f"{file} {fault}")
    raise ReleaseError(f"the release {release.name} fails its self-test: {'; '.join(faults)}")


def _rms(differences: NDArray[np.float32]) -> float:
    return float(np.sqrt(np.mean(np.square(differences))))
