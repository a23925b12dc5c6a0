"""Files that are broken, mislabelled or made to harm, and what the reader says to each.

Each is made when its test runs. `READ` stands for files that are read all the same.
"""

from __future__ import annotations

from badfiles.disguised import DISGUISED
from badfiles.pdf import PDF
from badfiles.plain import PLAIN
from badfiles.records import READ, Bad, Stray
from badfiles.strays import STRAYS
from badfiles.web import WEB
from badfiles.word import WORD

BAD_FILES = (*PLAIN, *DISGUISED, *WORD, *WEB, *PDF)

__all__ = ["BAD_FILES", "READ", "STRAYS", "Bad", "Stray"]
