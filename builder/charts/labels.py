"""Where the figure of a dot stands: beside it, clear of the limit's line and of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

# From a dot's centre to its figure, around the line of a limit, between a figure and its change.
NEAR, CLEAR, APART = 7.0, 2.5, 7.0
# The farthest that a figure stands from its dot where it steps over the limit.
_FARTHEST = 17.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What is free beside a dot at `x`: from `left` to `right`, but for a line at `line`."""

    x: float
    left: float
    right: float
    line: float | None = None


def places(widths: Sequence[float], room: Room) -> tuple[float, ...]:
    """Where each piece of a label begins; fewer than its pieces where the room is too small.

    A label stands behind its dot, else before it, else with a piece on each side; it steps over
    the line of a limit.
    """
    for count in range(len(widths), 0, -1):
        pieces = widths[:count]
        for place in (_behind, _before, _around):
            if (found := place(pieces, room)) is not None:
                return found
    return ()


def _behind(
    widths: Sequence[float], room: Room, farthest: float = _FARTHEST
) -> tuple[float, ...] | None:
    starts: list[float] = []
    at = room.x + NEAR
    for piece in widths:
        if room.line is not None and at - CLEAR < room.line < at + piece + CLEAR:
            at = room.line + CLEAR
        starts.append(at)
        at += piece + APART
    fits = at - APART <= room.right and starts[0] - room.x <= farthest
    return tuple(starts) if fits else None


def _before(
    widths: Sequence[float], room: Room, farthest: float = _FARTHEST
) -> tuple[float, ...] | None:
    """The same on the other side, read from left to right all the same."""
    mirrored = Room(
        x=-room.x,
        left=-room.right,
        right=-room.left,
        line=None if room.line is None else -room.line,
    )
    starts = _behind(widths[::-1], mirrored, farthest)
    if starts is None:
        return None
    return tuple(-(at + piece) for at, piece in zip(starts, widths[::-1], strict=True))[::-1]


def _around(widths: Sequence[float], room: Room) -> tuple[float, ...] | None:
    """The figure on one side of its dot, and what follows it on the other."""
    if len(widths) == 1:
        return None
    for one, other in ((_behind, _before), (_before, _behind)):
        first, rest = one(widths[:1], room), other(widths[1:], room, inf)
        if first is not None and rest is not None:
            return (*first, *rest)
    return None
