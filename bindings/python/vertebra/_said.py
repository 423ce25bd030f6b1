"""What an answer that ends with its written forms can do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ._row import _Row


class _Said(_Row):
    """What ends with its forms for programs and for reading."""

    if TYPE_CHECKING:

        @property
        def _json(self) -> str: ...
        @property
        def _text(self) -> str: ...

    def to_json(self) -> str:
        """The stable JSON form: one line, the same bytes as from C++ and the program."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        return json.loads(self._json)

    def to_text(self) -> str:
        """The form for reading, in lines of at most 80 columns."""
        return self._text

    def _repr_html_(self) -> str:
        from . import _html

        return _html.text(self._text)
