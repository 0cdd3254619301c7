"""The settings of the service: environment variables named `NIANBAO_…`."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

REPOSITORY = Path(__file__).resolve().parents[1]


class Settings(BaseSettings):
    """Where the service listens, what it serves and how much it accepts.

    Raises:
        pydantic.ValidationError: a variable holds what its setting cannot be.
    """

    model_config = SettingsConfigDict(env_prefix="NIANBAO_", env_ignore_empty=True, frozen=True)

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    """0 takes any free port."""
    release: Path = REPOSITORY / "data" / "releases" / "current"
    """The folder of the released model."""
    labelled: Path = REPOSITORY / "data" / "labelled.sqlite"
    """The database of labelled reports; it is made when it is first needed."""
    max_text_characters: int = Field(default=1_000_000, ge=1)
    """The longest text, in code points."""
    max_body_bytes: int = Field(default=16 * 1024 * 1024, ge=1)
    """The longest request body; the default holds the longest text however its characters are escaped."""
    max_batch_documents: int = Field(default=100, ge=1)
    threads: int | None = Field(default=None, ge=1)
    """Threads of the encoder; None takes as many as the process may use."""
    review_below: float | None = Field(default=None, ge=0, le=1)
    """Facts less sure than this are marked `needs_review`; None takes the release's own threshold."""
