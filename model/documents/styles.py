"""The styles of a DOCX document (ECMA-376 part 1, section 17.7)."""

from collections.abc import Iterator

from lxml.etree import _Element

from model.documents.ooxml import children, find, is_on, value_of

_DEEPEST = 20
"""Styles that may be based on each other."""


class Styles:
    """The styles of one document by their ids."""

    def __init__(self, styles: _Element | None) -> None:
        self._by_id = {value_of(style, "styleId"): style for style in children(styles, "style")}

    def chain(self, style: str | None) -> Iterator[_Element]:
        """The style with this id, the one that it is based on, and so on."""
        for _ in range(_DEEPEST):
            element = self._by_id.get(style)
            if element is None:
                return
            yield element
            style = value_of(find(element, "basedOn"))

    def hides(self, style: str | None) -> bool:
        """Whether text of this style is hidden."""
        marks = (find(element, "rPr", "vanish") for element in self.chain(style))
        return is_on(next((mark for mark in marks if mark is not None), None))
