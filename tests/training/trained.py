"""A folder in which a release was trained with the command."""

from pathlib import Path

from tests.training.runs import tiny_material
from tests.training.tiny import save_bert
from training.registry import Registry
from training.run import SETTINGS
from training.settings import TrainSettings
from training.train import main


class Trained:
    """A folder with a corpus, a configuration and what was trained with the command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("corpus", "heldout"):
            (folder / name).mkdir()
        tiny_material(folder / "corpus")
        base = save_bert(folder / "base")
        of_release = "[from_release]\nepochs = 1\nreplay_share = 0.5\n"
        small = f'base = "{base}"\nlayers = [0]\nepochs = 3\nfillings = 1\nmax_characters = 64\n{of_release}'
        (folder / "train.toml").write_text(small, encoding="utf-8")
        self.registry = Registry(folder / "releases")

    def train(self, *arguments: str) -> int:
        places = {"config": "train.toml", "corpus": "corpus", "heldout": "heldout", "store": "none", "runs": "runs", "releases": "releases"}
        return main([*(word for name, place in places.items() for word in (f"--{name}", str(self.folder / place))), *arguments])

    def settings(self, name: str) -> TrainSettings:
        return TrainSettings.model_validate_json((self.folder / "runs" / name / SETTINGS).read_text(encoding="utf-8"))
