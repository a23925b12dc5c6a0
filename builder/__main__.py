"""`python -m builder` and, installed, `briefing`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line. Its parts are imported here, where an interruption is still caught."""
    try:
        from builder.cli import run  # noqa: PLC0415

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit("已中断；上一次的输出没有动。")


if __name__ == "__main__":
    main()
