"""Writes into the content: changes one value and leaves every other byte, or gives a file its canonical form."""

from cso.editing.canonical import CannotBeFixed, Fixed, canonical
from cso.editing.document import EditableDocument, EditError

__all__ = ["CannotBeFixed", "EditError", "EditableDocument", "Fixed", "canonical"]
