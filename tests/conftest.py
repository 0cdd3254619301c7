"""Settings of all tests."""

from hypothesis import settings

# A machine that does something else beside the tests must not fail them.
settings.register_profile("unhurried", deadline=None)
# For `make fuzz`: 2,500 bodies for each of the four routes that take JSON.
settings.register_profile("fuzz", deadline=None, max_examples=2500)
settings.load_profile("unhurried")
