"""The one base of all errors that a user can mend."""

from __future__ import annotations


class UserError(Exception):
    """Something of the user's is wrong.

    The message is in Chinese: file, place, what was expected, what was found, what to do.
    """
