import pytest
from pydantic import ValidationError

from service.settings import REPOSITORY, Settings


def test_the_service_listens_on_loopback_and_serves_the_current_release_unless_told_otherwise() -> None:
    settings = Settings()
    assert (settings.host, settings.port, settings.max_text_characters) == ("127.0.0.1", 8000, 200_000)
    assert settings.release == REPOSITORY / "data" / "releases" / "current"
    assert (REPOSITORY / "pyproject.toml").exists()


def test_a_setting_is_an_environment_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_PORT", "9000")
    monkeypatch.setenv("NIANBAO_THREADS", "")
    assert (Settings().port, Settings().threads) == (9000, None)


@pytest.mark.parametrize(("name", "value"), [("PORT", "high"), ("PORT", "70000"), ("MAX_BODY_BYTES", "0"), ("THREADS", "-1")])
def test_a_setting_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"NIANBAO_{name}", value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()


def test_the_longest_text_fits_the_largest_body_however_its_characters_are_escaped() -> None:
    settings = Settings()
    assert settings.max_body_bytes > settings.max_text_characters * len(r"\ud83d\ude00")
