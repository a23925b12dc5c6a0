"""Parquet by way of pyarrow, which is large and installed on demand: the extra `data`."""

from __future__ import annotations

import sys
from typing import Any

from builder.user_error import UserError


class MissingPackage(UserError):  # noqa: N818 -- it says what there is not
    """A package of an extra is not installed; the message has the line that brings it."""

    def __init__(self, package: str, use: str, *packages: str) -> None:
        names = " ".join(f'"{name}"' for name in packages)
        super().__init__(
            f"没有安装 {package}，{use}要用它。请运行：{sys.executable} -m pip install {names}"
        )


def pyarrow() -> Any:  # noqa: ANN401 -- the package has no types
    """The package. Raises `MissingPackage` where it is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 -- only where a dataset is
        import pyarrow.dataset  # noqa: PLC0415
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise MissingPackage("pyarrow", "Parquet 数据集", "pyarrow>=21") from None
    return pa
