"""Raised digits: they mark notes and units, and must not become digits of the number before them."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """A text that is printed raised, its digits as the characters that Unicode has for these."""
    return text.translate(_RAISED)
