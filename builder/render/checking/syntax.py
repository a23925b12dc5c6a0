"""What Jinja says of a tag that it cannot read, in the user's words."""

from __future__ import annotations

import difflib
import re

STATEMENTS = (
    *("for", "endfor", "if", "elif", "else", "endif", "set", "endset", "with", "endwith"),
    *("macro", "endmacro", "call", "endcall", "filter", "endfilter", "raw", "endraw"),
    *("block", "endblock", "autoescape", "endautoescape"),
)
# They name other files, and stand alone; a misspelt word is hardly meant for one of them.
COMPOSING = ("include", "import", "from", "extends")
LIKE = 0.6
"""How much a misspelt statement must look like one to be taken for it."""
WORDS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "name": "名字",
    "in": "in",
}
EXPECTED = re.compile(r"expected token '(?P<wanted>.+?)', got '(?P<found>.+?)'$")
UNKNOWN = re.compile(r"Encountered unknown tag '(?P<name>\w+)'")
UNEXPECTED = re.compile(r"unexpected (?:char )?'(?P<found>.+?)'")


def meant(name: str) -> str:
    """The statement that a name is or was probably meant to be; itself if it is like none."""
    if not name or name in (*STATEMENTS, *COMPOSING):
        return name
    near = difflib.get_close_matches(name, STATEMENTS, n=1, cutoff=LIKE)
    return near[0] if near else name


def unknown(name: str) -> str:
    """What is said of a statement that there is not."""
    near = difflib.get_close_matches(name, STATEMENTS, n=1, cutoff=0.5)
    advice = f"是不是想写 {near[0]}？" if near else f"可用的有：{'、'.join(STATEMENTS)}。"
    return f"没有 {name} 这种标记。{advice}"


def said(message: str) -> str:
    """Jinja's message about a tag's syntax, translated where it is one that users meet."""
    if match := UNKNOWN.match(message):
        return unknown(match["name"])
    if match := EXPECTED.match(message):
        wanted, found = (WORDS.get(match[name], match[name]) for name in ("wanted", "found"))
        return f"这里应该是 {wanted}，却是 {found}。"
    if match := UNEXPECTED.match(message):
        found = WORDS.get(match["found"], match["found"])
        return f"{found} 不该在这里：前面或后面少写了什么。"
    if message == "expected name or number":
        return "点号后面少了字段名。"
    return f"标记写得不对：{message}"
