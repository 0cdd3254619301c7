"""Settings of all tests."""

from hypothesis import settings

# A machine that does something else beside the tests must not fail them.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
