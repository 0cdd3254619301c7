"""Trains a release: `python -m training.train NAME [--from-release [RELEASE]]`.

From the base on everything: the corpus and the labelled reports. From a release on the labelled reports and a share of the corpus, when
time is short. A run that was stopped, by whatever means, goes on where it was when the same command is given again. The release is not
made the current one; `training.promote` does that.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from datasets import disable_progress_bars
from pydantic import ValidationError

from model.release import MANIFEST, Release, ReleaseError, file_sha256
from training.corpus import CORPUS, read_corpus
from training.heldout import HELDOUT
from training.labelled.heldout import without_heldout
from training.labelled.store import StoreError
from training.material import Material, split_families
from training.registry import CURRENT, RELEASES, Registry
from training.release import make_release
from training.reports import STORE, filled, read_store
from training.run import Run
from training.settings import OF_THE_RELEASE, TrainSettings, parse_overrides, read_settings

RUNS = Path("runs")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 1 where there is something that cannot be used, which is told before any work."""
    options = _parser().parse_args(arguments)
    disable_progress_bars()
    registry = Registry(options.releases)
    try:
        registry.check_new(options.name)
        settings, release = _settings(options, registry)
        material = read_material(options.corpus, options.store, options.heldout, release)
        run = Run(settings, material, options.runs / options.name, release.folder if release else None)
    except ValidationError as error:
        print("\n".join(f"nianbao: {'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()), file=sys.stderr)
        return 1
    except (ReleaseError, StoreError, OSError, ValueError) as error:
        print(f"nianbao: {error}", file=sys.stderr)
        return 1
    run.run()
    folder = make_release(run.folder, options.corpus, options.heldout, registry, options.name)
    print(f"{folder} is made; `nianbao models promote {options.name}` makes it the current release if it is not worse")
    return 0


def _settings(options: argparse.Namespace, registry: Registry) -> tuple[TrainSettings, Release | None]:
    """The settings, and the release to go on from, which decides on the base."""
    overrides = parse_overrides(options.set) | ({"release": options.from_release} if options.from_release else {})
    settings = read_settings(options.config, overrides)
    if settings.release is None:
        return settings, None
    release = registry.load(settings.release)
    made = release.manifest["settings"]
    decided = TrainSettings.model_validate({name: made[name] for name in OF_THE_RELEASE if name in made})
    return settings.model_copy(update=decided.model_dump(include=set(OF_THE_RELEASE)) | {"release": release.name}), release


def read_material(corpus: Path, store: Path, heldout: Path, release: Release | None) -> Material:
    """The corpus and the labelled reports, with the hashes of all, and of the release to go on from. Reports that are held out are told.

    Raises:
        ValueError: a mistake in the corpus or in a report, or no report to go on with from a release.
    """
    train, dev = split_families(read_corpus(corpus))
    reports, held = without_heldout(read_store(store)[0], read_corpus(heldout))
    for report in held:
        print(f"the labelled report {report.id} is left out: its text stands in {heldout}")
    hashes = {path.name: file_sha256(path) for path in sorted(corpus.glob("*.txt"))}
    hashes |= {f"report {report.id}": report.content_hash for report in reports}
    if release is None:
        return Material(train, dev, [filled(report) for report in reports], hashes=hashes)
    if not reports:
        raise ValueError(f"{store} holds no labelled report to train on; from a release nothing else is learnt")
    hashes["release"] = file_sha256(release.folder / MANIFEST)
    known = frozenset(tag[2:] for tag in release.manifest["tags"][1:])
    return Material(train, dev, [filled(report) for report in reports], known, hashes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nianbao train", description="Train a release on the corpus and the labelled reports.")
    parser.add_argument("name", help="name of the new release and of its run; a run that was stopped goes on")
    parser.add_argument("--from-release", nargs="?", const=CURRENT, metavar="NAME", help="go on from a release (default: the current one)")
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("train.toml"))
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="override one setting of the configuration")
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--store", type=Path, default=STORE, help="the database of labelled reports")
    parser.add_argument("--heldout", type=Path, default=HELDOUT, help="folder of passages that the release is scored on")
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--releases", type=Path, default=RELEASES)
    return parser


if __name__ == "__main__":
    sys.exit(main())
