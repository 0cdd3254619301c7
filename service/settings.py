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
    max_requests: int = Field(default=16, ge=1)
    """Requests that are worked on at the same time, those that wait for the encoder or a parser included; more are refused."""
    max_text_characters: int = Field(default=200_000, ge=1)
    """The longest text, in code points; texts that are longer together are not read at the same time. A long one takes 2 kB a character."""
    max_body_bytes: int = Field(default=16 * 1024 * 1024, ge=1)
    """The longest request body; the default holds the longest text however its characters are escaped."""
    max_batch_documents: int = Field(default=100, ge=1)
    max_seconds: float = Field(default=120, gt=0)
    """From the end of a request's body to its answer."""
    max_file_seconds: float = Field(default=20, gt=0, le=20)
    """In which a file must be parsed, not counting what it waits for others; the parser's process allows itself no more than 20."""
    max_client_seconds: float = Field(default=30, gt=0)
    """In which a client must send a body, and again in which it must take an answer."""
    max_idle_seconds: int = Field(default=10, ge=1)
    """In which the head of a request must come, from the connection or the answer before it."""
    max_drain_seconds: int = Field(default=30, ge=1)
    """In which what was accepted is answered when the service is stopped; what is left then is dropped."""
    threads: int | None = Field(default=None, ge=1)
    """Windows of texts that are encoded at the same time, one thread each; None takes as many as there are CPUs for the process."""
    review_below: float | None = Field(default=None, ge=0, le=1)
    """Facts less sure than this are marked `needs_review`; None takes the release's own threshold."""
