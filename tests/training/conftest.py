import pytest

from tests.training.trained import Trained


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    one = Trained(tmp_path_factory.mktemp("trained"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.run.usable_cpus", lambda: 1)
        assert one.train("first", "--set", "epochs=1", "--set", "seed=4") == 0
    return one
