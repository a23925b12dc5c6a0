"""Files that are broken, mislabelled or made to harm, and what the reader says to each.

Each is made when its test runs. `READ` stands for files that are read all the same.
"""

from __future__ import annotations

from tests.badfiles.disguised import DISGUISED
from tests.badfiles.pdf import PDF
from tests.badfiles.plain import PLAIN
from tests.badfiles.records import READ, Bad, Stray
from tests.badfiles.strays import STRAYS
from tests.badfiles.web import WEB
from tests.badfiles.word import WORD

BAD_FILES = (*PLAIN, *DISGUISED, *WORD, *WEB, *PDF)

__all__ = ["BAD_FILES", "READ", "STRAYS", "Bad", "Stray"]
