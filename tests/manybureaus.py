"""Any number of reports: the seeds under other names and with other values for their air."""

from __future__ import annotations

import re
from decimal import Decimal

from tests.goldfacts import ROOT

# What stands for each seed's own names: {own} is a new one, {other} that of the city above it.
NAMES = {
    "ganzhou-2024": {"赣州": "{own}"},
    "qianjiang-2024": {"潜江": "{own}"},
    "district-2024q1": {"区生态环境分局": "{own}区生态环境分局"},
    "hengnan-2023": {"衡南": "{own}", "衡陽": "{other}"},
    "yueyang-county-2024": {"岳阳县": "{own}县", "岳阳市": "{other}市"},
}
FIRST = "青白云龙金银石松竹梅兰清澄明秀丰永安福宁"
SECOND = "溪岭川"
# PM2.5 and the share of good days, each with its value.
AIR = re.compile(
    r"((?:PM2\.5|优良)[^\d。;,%]{0,12})(\d+(?:\.\d+)?)(?=微克|μg|%)",
)
STEP = Decimal("0.37")


def many_reports(count: int) -> dict[str, str]:
    """Texts by file name; the first five are the seeds as they are."""
    names = list(NAMES)
    texts = {}
    for number in range(count):
        seed = names[number % len(names)]
        text = (ROOT / "seeds" / f"{seed}.txt").read_text(encoding="utf-8")
        if number < len(names):
            texts[f"{seed}.txt"] = text
        else:
            texts[f"report-{number:02}.txt"] = _other(seed, text, number)
    return texts


def _other(seed: str, text: str, number: int) -> str:
    """A seed's text with other names and values; every number gives others."""
    first, second = FIRST[number % len(FIRST)], SECOND[number // len(FIRST)]
    for printed, new in NAMES[seed].items():
        text = text.replace(printed, new.format(own=first + second, other=second + first))
    return AIR.sub(lambda match: f"{match[1]}{Decimal(match[2]) - number * STEP}", text)
