"""Plain, immutable values. What frozen dataclasses with slots are, but made without writing code for each class: that would be
most of the time that the package takes to import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: Any) -> Any:
        return lambda kind: kind


class _RowType(type):
    def __new__(mcs, name: str, bases: tuple[type, ...], members: dict[str, Any]) -> Any:
        members["__slots__"] = members["__match_args__"] = tuple(members.get("__annotations__", ()))
        return super().__new__(mcs, name, bases, members)


@dataclass_transform(frozen_default=True)
class _Row(metaclass=_RowType):
    """Has the members that its class annotates, given in that order or by name."""

    if TYPE_CHECKING:
        __slots__: tuple[str, ...]

    def __init__(self, *values: Any, **named: Any) -> None:
        names = self.__slots__
        if named:
            values += tuple([named.pop(name) for name in names[len(values) :] if name in named])
        if named or len(values) != len(names):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names)}")
        for name, value in zip(names, values):
            _set(self, name, value)

    @classmethod
    def _of(cls, row: tuple) -> Any:
        return cls(*row)

    def _values(self) -> tuple:
        return tuple([getattr(self, name) for name in self.__slots__])

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"

    def __reduce__(self) -> tuple:
        return type(self), self._values()


_set = object.__setattr__


def _all(kind: type[_Row], rows: tuple) -> tuple:
    return tuple([kind._of(row) for row in rows])
