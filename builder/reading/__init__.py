"""The reading view: the briefing on one side, the reports' whole texts on the other.

`data` makes what the page knows, `page` lays it round the briefing. The scripts and the style in
`page/` are the program's own and no template: a template that came from anywhere brings no script.
"""

from builder.reading.data import reading_data
from builder.reading.html import Served, frame, framed, reading_page

__all__ = ["Served", "frame", "framed", "reading_data", "reading_page"]
