"""Numbers as word processors write them: 一、 （二） Ⅲ ④ before paragraphs, whole in attributes."""

from __future__ import annotations

from builder.numerals import chinese

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
STEMS = "甲乙丙丁戊己庚辛壬癸"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
     "taiwaneseCountingThousand", "koreanCounting", "ideographDigital", "taiwaneseDigital",
     "japaneseDigitalTenThousand")
)  # fmt: skip
LARGEST = 9999
# Whole numbers of attributes have fewer digits; a longer one is nonsense or an attack.
MAX_DIGITS = 9


def numeral(number: int, form: str) -> str:
    """A number in a `w:numFmt` of Word; "" for bullets, plain digits for forms not known here."""
    if form in {"bullet", "none"}:
        return ""
    if not 0 < number <= LARGEST:
        return str(number)
    if form in CHINESE or form.startswith("chineseLegal"):
        return chinese(number).translate({} if form in CHINESE else FORMAL)
    if form.endswith("Roman"):
        return _cased(_roman(number), form)
    if form.endswith("Letter"):
        return _cased(_letters(number), form)
    return _other(number, form)


def whole(text: str | None, default: int) -> int:
    """The whole number of an attribute, or the default where it is none that can be meant."""
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > MAX_DIGITS:
        return default
    return int(text)


def _other(number: int, form: str) -> str:
    if form.startswith("decimalEnclosedCircle") and number <= 20:  # noqa: PLR2004 -- ① to ⑳
        return chr(ord("①") + number - 1)
    if form == "ideographTraditional" and number <= len(STEMS):
        return STEMS[number - 1]
    if form == "decimalFullWidth":
        return str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _letters(number: int) -> str:
    """A to z, then aa, bb: the way of word processors."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text
