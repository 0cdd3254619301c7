import resource
from collections.abc import Iterator

import pytest

from service.cli import main
from service.descriptors import OTHERS, allow_connections
from service.settings import SettingError, Settings


@pytest.fixture
def allowed() -> Iterator[int]:
    """How many files this process may open; what a test does to that is taken back."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield limits[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def test_the_connections_that_are_taken_by_default_fit_in_the_usual_limit() -> None:
    assert Settings().max_connections + OTHERS <= 1024


def test_a_process_that_may_open_too_few_files_lets_itself_open_more(allowed: int) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (OTHERS, allowed))
    allow_connections(300)
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (OTHERS + 300, allowed)


def test_a_process_that_may_open_enough_files_is_left_as_it_is(allowed: int) -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (OTHERS + 300, allowed))
    allow_connections(200)
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (OTHERS + 300, allowed)


def test_more_connections_than_the_system_has_a_number_for_are_refused_by_the_settings_name() -> None:
    with pytest.raises(SettingError, match=r"^NIANBAO_MAX_CONNECTIONS: "):
        allow_connections(10**23)


def test_more_connections_than_there_may_be_files_are_refused_by_the_settings_name(
    allowed: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SettingError, match=rf"^NIANBAO_MAX_CONNECTIONS: .+ {allowed} are allowed"):
        allow_connections(allowed)
    monkeypatch.setenv("NIANBAO_MAX_CONNECTIONS", str(allowed))
    assert main(["serve"]) == 2
    assert "NIANBAO_MAX_CONNECTIONS" in capsys.readouterr().err
