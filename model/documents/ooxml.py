"""Elements of WordprocessingML by their local names: its transitional and strict forms differ in nothing but namespaces."""

from collections.abc import Iterator

from lxml.etree import _Element


def name_of(element: _Element) -> str:
    """The local name of an element, empty of an entity that was not resolved."""
    return _parts(element)[1]


def children(element: _Element | None, name: str) -> Iterator[_Element]:
    """The children of this name; none where there is no element."""
    return (child for child in (element if element is not None else ()) if name_of(child) == name)


def find(element: _Element | None, *path: str) -> _Element | None:
    """The first child of the first name, in it that of the next, and so on."""
    for name in path:
        element = next(children(element, name), None)
    return element


def value_of(element: _Element | None, name: str = "val") -> str | None:
    """An attribute of the element's own namespace."""
    return None if element is None else element.get(_parts(element)[0] + name)


def number_of(element: _Element | None, name: str = "val", default: int = 0) -> int:
    """As `value_of`, a number of at most five digits; the default where there is none."""
    value = value_of(element, name) or ""
    return int(value) if value.isdecimal() and len(value) < 6 else default


def is_on(element: _Element | None) -> bool:
    """Whether a property that is either on or off (ECMA-376 part 1, section 17.17.4) is on."""
    return element is not None and value_of(element) not in {"0", "false", "off"}


def _parts(element: _Element) -> tuple[str, str]:
    """The namespace in braces and the local name. QName refuses names that the parser lets pass, as with an undeclared prefix."""
    space, brace, name = element.tag.rpartition("}") if isinstance(element.tag, str) else ("", "", "")
    return space + brace, name
