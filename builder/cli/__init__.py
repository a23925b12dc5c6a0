"""The command line: parses, calls, and turns every expected error into one clear message.

Exit codes: 0 done; 1 the input, a template or the configuration is wrong; 2 wrong arguments;
130 interrupted by the user.
"""

from __future__ import annotations

import sys
from contextlib import suppress

import click

from builder import __version__
from builder.cli.commands import LazyGroup
from builder.cli.messages import trouble_around
from builder.cli.terminal import flush, lost_output, tell
from builder.interruption import check_interruption
from builder.user_error import UserError

HELP = {"help_option_names": ["-h", "--help"]}


@click.group(cls=LazyGroup, context_settings=HELP)
@click.version_option(__version__, prog_name="briefing")
@click.option("--debug", is_flag=True, help="出错时给出完整的调用栈。")
def briefing(debug: bool) -> None:
    """把一个文件夹里的生态环境工作报告，汇编成一份对比简报（Word、PDF、HTML、Excel）。

    \b
    最常用：
      briefing desk                           在浏览器里放材料、看、更正、下载
      briefing build                          seeds/ → output/
      briefing build --input 报告 --output 简报
      briefing explain seeds/某报告.txt       看清每个数字是怎样读出来的
    """  # noqa: D301 -- \b keeps click from joining the lines


def run() -> int:
    """Run the command line and give its exit code; no traceback reaches a user without `--debug`.

    Raises `KeyboardInterrupt` where the user stops it, and `ImportError` where a part is missing or
    damaged: many are imported when they are needed.
    """
    try:
        code = _code()
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return error.exit_code
    except UserError as error:
        tell(str(error), error=True)
    except ImportError:
        raise
    except MemoryError:
        tell("内存不够。请关闭别的程序再试，或分成几份简报（少放几份报告）。", error=True)
    except Exception as error:
        if isinstance(error, OSError) and (lost := lost_output(error)) is not None:
            return lost
        if "--debug" in sys.argv[1:]:
            raise
        tell(
            trouble_around(error)
            or f"内部错误：{type(error).__name__}: {error}\n"
            "这是程序的错，不是您的错。请加 --debug 再运行一次，把显示的全部内容"
            "报告给程序的维护者；怎样报告见 docs/security.md。",
            error=True,
        )
    else:
        return code
    return 1


def _code() -> int:
    """The exit code of the command; what fails after a signal has come fails by it."""
    try:
        code = int(briefing.main(standalone_mode=False) or 0)
        flush()
    except BaseException:
        check_interruption()
        raise
    return code
