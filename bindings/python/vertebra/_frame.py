"""Takes the columns of whatever table a program has: no copy where its memory can be read, no package that it does not use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import _vertebra


def _is_pandas(value: Any, kind: str) -> bool:
    return type(value).__name__ == kind and type(value).__module__.split(".")[0] == "pandas"


def _native(array: Any) -> Any:
    """The same numbers in the byte order of this machine; half precision as single."""
    dtype = array.dtype
    if dtype.kind == "f" and dtype.itemsize not in (4, 8):
        return array.astype("f4" if dtype.itemsize < 4 else "f8")
    return array if dtype.isnative else array.astype(dtype.newbyteorder("="))


def _add_numpy(frame: _vertebra.Frame, name: str, array: Any) -> None:
    if array.dtype.kind in "OUT":
        frame.column_objects(name, array.tolist())
    elif array.dtype.kind in "biuf":
        frame.column_buffer(name, str(array.dtype), _native(array), False)
    else:
        raise TypeError(f"column `{name}` has the type `{array.dtype}`, which no fact can be: give booleans, numbers or texts")


def _add_series(frame: _vertebra.Frame, name: str, series: Any) -> None:
    dtype = series.dtype
    if hasattr(dtype, "categories"):
        codes = series.cat.codes.to_numpy()
        frame.column_codes(name, "category", _native(codes), list(dtype.categories))
    elif hasattr(dtype, "pyarrow_dtype"):
        _add_column(frame, name, series.array.__arrow_array__())
    elif dtype.__class__.__module__.startswith("numpy"):
        _add_numpy(frame, name, series.to_numpy())
    elif getattr(dtype, "kind", "O") == "b":
        frame.column_buffer(name, str(dtype), series.to_numpy(dtype="int8", na_value=-1), True)
    elif getattr(dtype, "kind", "O") in "iuf":
        frame.column_buffer(name, str(dtype), series.to_numpy(dtype="float64", na_value=float("nan")), False)
    elif getattr(dtype, "kind", "O") in "OU":
        frame.column_objects(name, series.tolist())
    else:
        raise TypeError(f"column `{name}` has the type `{dtype}`, which no fact can be: give booleans, numbers or texts")


def _add_column(frame: _vertebra.Frame, name: str, column: Any) -> None:
    if _is_pandas(column, "Series"):
        _add_series(frame, name, column)
    elif hasattr(column, "__arrow_c_stream__"):
        frame.column_stream(name, column.__arrow_c_stream__())
    elif hasattr(column, "__arrow_c_array__"):
        frame.column_array(name, *column.__arrow_c_array__())
    elif hasattr(column, "__array_interface__"):
        _add_numpy(frame, name, column)
    elif isinstance(column, Iterable) and not isinstance(column, (str, bytes)):
        frame.column_objects(name, list(column))
    else:
        raise TypeError(f"column `{name}` is a `{type(column).__name__}`: give an array or a list with one value a patient")


def _name(name: Any) -> str:
    if isinstance(name, str):
        return name
    raise TypeError(f"the name of a column is the id of a fact, not a `{type(name).__name__}`")


def frame_of(data: Any) -> tuple[_vertebra.Frame, Any]:
    """The columns, and the index where there is one."""
    frame = _vertebra.Frame()
    index = None
    if _is_pandas(data, "DataFrame"):
        index = data.index
        for position, name in enumerate(data.columns):
            _add_series(frame, _name(name), data.iloc[:, position])
    elif isinstance(data, Mapping):
        for name, column in data.items():
            _add_column(frame, _name(name), column)
    elif hasattr(data, "__arrow_c_stream__"):
        frame.add_stream(data.__arrow_c_stream__())
    elif hasattr(data, "__arrow_c_array__"):
        frame.add_array(*data.__arrow_c_array__())
    else:
        raise TypeError(
            "a cohort is a dict of arrays, a pandas or polars frame, or anything with `__arrow_c_stream__`,"
            f" not a `{type(data).__name__}`"
        )
    return frame, index
