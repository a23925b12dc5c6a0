"""`briefing review`: what to look at first, by the marks of the briefing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from builder.cli.messages import fail, fail_to_write
from builder.cli.settings import config_option, input_option, request_of, settings_in_use
from builder.cli.terminal import tell
from builder.kinds import kind_of
from builder.model import AnyFact
from builder.pipeline.checklist import Checklist, Doubt, Vain
from builder.pipeline.line import reviewed
from builder.processes import usual_jobs
from builder.review import CORRECTIONS, corrections_file, corrections_template
from builder.wording.words import folded

USUAL = 20
# So much of a sentence is enough to know it by; the figure itself stands above it.
EXCERPT_CHARACTERS = 90
GUIDE = """\
改一处：在 {file} 里写（mark 就是简报里的出处标记），再生成一次。
  [[correction]]
  action = "set"                    # 不采用：drop，不写 values
  mark = "{mark}"
  kind = "{kind}"
  values = {{ … }}                    # 如 value = "32.9"、period = "2024"
  reason = "为什么"
  who = "姓名"
  when = 2025-01-01
briefing desk 可以用鼠标改；briefing review -o 文件 把上面各处写成可改的样子。"""


@click.command("review")
@config_option
@input_option
@click.option(
    "--number",
    type=click.IntRange(1, 100_000),
    default=USUAL,
    show_default=True,
    help="列出多少处。",
)
@click.option("--all", "whole", is_flag=True, help="全部列出。")
@click.option(
    "-o",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"另把列出的各处写成 {CORRECTIONS} 的样子，全部注释掉。",
)
def review_command(
    config: Path | None, folder: Path, number: int, whole: bool, target: Path | None
) -> None:
    """列出最需要看一眼的数据：出处标记、单位、数值、为什么、整句；最没有把握的在前。

    没有照改的更正列在最前，并给出原文里最接近的字句。

    \b
    briefing review                    最该看的 20 处
    briefing review --all              全部
    briefing review -o 更正.toml       写成可以改的样子，改好放进 --input 的文件夹，
                                       名为 corrections.toml
    """  # noqa: D301 -- \b keeps click from joining the lines
    settings_in_use(config)
    request = request_of(config, folder, Path("output"), None, jobs=usual_jobs())
    read = reviewed(request)
    checklist = Checklist.of(read, request.config)
    doubts = checklist.doubts()
    listed = doubts if whole else doubts[:number]
    file = corrections_file(folder)
    tell("\n".join(_lines(checklist.vain(read.outcomes), listed, len(doubts), file)))
    if target is not None:
        _write(target, checklist, listed)


def _lines(vain: Sequence[Vain], listed: Sequence[Doubt], doubtful: int, file: Path) -> list[str]:
    lines = []
    if vain:
        lines.append(f"没有照改的更正 {len(vain)} 条（在 {file}，请改好或删去）：")
        lines += [_vain_line(item) for item in vain] + [""]
    if not listed:
        return [*lines, "没有需要特别核对的数据。"]
    more = f"，全部 {doubtful} 处用 --all" if doubtful > len(listed) else ""
    lines.append(f"最需要看一眼的 {len(listed)} 处{more}：")
    for _, doubts in groupby(listed, key=lambda doubt: (doubt.mark, doubt.sentence)):
        lines += _sentence_lines(tuple(doubts))
    kind = kind_of(listed[0].doubted.fact).name
    return [*lines, "", GUIDE.format(file=file, mark=listed[0].mark, kind=kind)]


def _vain_line(item: Vain) -> str:
    where = f"（{item.bureau}）" if item.bureau else ""
    mark = f"〔{item.mark}〕" if item.mark else ""
    return f"  第 {item.number} 条{where}：{item.outcome.text}{mark}"


def _sentence_lines(doubts: Sequence[Doubt]) -> list[str]:
    """The doubtful facts of one sentence, and once the words around the first of them."""
    first = doubts[0]
    lines = [f"{doubt.kind}  {doubt.said}  —— {'、'.join(doubt.doubts)}" for doubt in doubts]
    head, *others = lines
    around = excerpt(first.sentence, folded(first.doubted.fact.quote), EXCERPT_CHARACTERS)
    return [
        f"  {first.mark:<6}{first.bureau}  {head}",
        *(f"          {line}" for line in others),
        f"          “{around}”",
    ]


def excerpt(sentence: str, words: str, most: int) -> str:
    """So many letters of a sentence, the words among them; what is left out is shown as …."""
    if len(sentence) <= most:
        return sentence
    at = max(sentence.find(words[:most]), 0)
    start = max(0, min(at - (most - min(len(words), most)) // 2, len(sentence) - most))
    end = start + most
    return f"{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}"


def _write(target: Path, checklist: Checklist, listed: Sequence[Doubt]) -> None:
    """The listed facts as commented corrections; an existing file stays as it is."""

    def said(fact: AnyFact) -> tuple[str, str]:
        return checklist.mark(fact), checklist.sentence(fact)

    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(corrections_template((doubt.doubted for doubt in listed), said))
    except FileExistsError:
        fail(f"{target}：已经有这个文件，没有改动。请用 -o 写到别处，再把需要的条目抄过来。")
    except OSError as error:
        fail_to_write(target, error)
    click.echo(f"已写入 {target}。去掉需要的条目前的 #，改好后运行 briefing build。")
