"""Promotes a release if it passes the gate (`training.gate`): `python -m training.promote NAME [--force --why REASON]`.

Force overrules the gate, and the history keeps who did so, when, why, and what the gate had to say; it makes nothing current that does not
verify.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from model.release import ReleaseError
from training.corpus import read_corpus
from training.evaluation.documents import fill_all, read_with
from training.gate import Judgement, export_reasons, judge
from training.heldout import HELDOUT
from training.registry import CURRENT, RELEASES, Registry, user


def judge_release(registry: Registry, name: str, heldout: Path) -> Judgement:
    """The gate's judgement on a release: of its export, and against the current one where there is one.

    Raises:
        ReleaseError: the release cannot be served, or is current already.
    """
    new = registry.load(name)
    if new.name == registry.current():
        raise ReleaseError(f"{name} is the current release already")
    export = export_reasons(new)
    if registry.current() is None:
        return Judgement({}, tuple(export))
    texts = fill_all(read_corpus(heldout))
    if not texts:
        return Judgement({}, (*export, f"it cannot be compared with the current release: there are no held-out passages in {heldout}"))
    try:
        current = read_with(registry.load(CURRENT), texts)
    except ReleaseError as error:
        return Judgement({}, (*export, f"it cannot be compared with the current release: {error}"))
    judged = judge(read_with(new, texts), current)
    return replace(judged, reasons=(*judged.reasons, *export))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where the release is refused."""
    options = _options(arguments)
    registry = Registry(options.releases)
    try:
        judgement = judge_release(registry, options.name, options.heldout)
        for name, one in judgement.differences.items():
            print(f"{name:32}{one.value:+10.4f} [{one.low:+.4f}, {one.high:+.4f}]")
        if judgement.reasons and not options.force:
            print("\n".join(f"refused: {reason}" for reason in judgement.reasons), file=sys.stderr)
            return 1
        registry.promote(options.name, user(), options.why, judgement.reasons)
    except (ReleaseError, OSError) as error:
        print(f"refused: {error}", file=sys.stderr)
        return 1
    print("\n".join([*(f"overruled: {reason}" for reason in judgement.reasons), f"{options.name} is the current release"]))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="nianbao models promote", description="Make a release the current one, if it passes the gate.")
    parser.add_argument("name")
    parser.add_argument("--force", action="store_true", help="promote whatever the gate says; --why is then needed")
    parser.add_argument("--why", default="", help="a reason for the history")
    parser.add_argument("--releases", type=Path, default=RELEASES)
    parser.add_argument("--heldout", type=Path, default=HELDOUT, help="folder of the held-out passages")
    options = parser.parse_args(arguments)
    if options.force and not options.why:
        parser.error("--force needs --why")
    return options


if __name__ == "__main__":
    sys.exit(main())
