"""`briefing findings`: what page 1 may say, with the keys by which briefing.toml steers it."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.settings import config_option, input_option, request_of
from builder.cli.terminal import tell
from builder.pipeline.candidates import Candidate, listed_candidates
from builder.processes import usual_jobs


@click.command("findings")
@config_option
@input_option
def findings_command(config: Path | None, folder: Path) -> None:
    """列出第1页可写的全部要点：代号、分量、句子，印出的打上序号。

    \b
    用代号在 briefing.toml 里调整，以后每次生成都照办：
      focus = "衡南县"                     本单位，另写它的一条
      [findings]
      most = 6                             最多几条
      drop = ["within:air.pm25"]           不要的
      pin = ["kept"]                       一定要的
      order = ["checkable", "problems"]    排在最前的
      [findings.reword."problems"]         换成自己的话，数字须与材料相符
      lead = "3个问题未见对应承诺"
      detail = "都在衡南县"
    """  # noqa: D301 -- \b keeps click from joining the lines
    request = request_of(config, folder, Path("output"), None, jobs=usual_jobs())
    tell("\n".join(map(_line, listed_candidates(request))))


def _line(candidate: Candidate) -> str:
    place = f"{candidate.place}." if candidate.place else "–"
    said = "：".join(words for words in (candidate.lead, candidate.detail) if words)
    return f"{place:<3}{candidate.weight:>3}  {candidate.key}\n        {said}"
