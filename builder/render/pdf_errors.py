"""Why there is no PDF: raised where it is made, read where it is asked for."""

from __future__ import annotations

from builder.user_error import UserError


class PdfUnavailable(Exception):  # noqa: N818 -- it says what there is not
    """WeasyPrint cannot run on this machine; the message has the one line that helps."""


class PdfError(UserError):
    """The HTML cannot be made into a PDF; the message says what is wrong with it."""
