from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from builder.reading.bundle import (
    FOLDER,
    MAIN,
    ModuleError,
    bundled,
    page_script,
    page_style,
    source_hash,
)


def written(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_modules_become_one_script_the_imported_first(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        main='import { two } from "./two.js";\n\ntwo();\n',
        two='import { one } from "./one.js";\n\nexport function two() {\n  return one;\n}\n',
        one="export const one = 1;\n",
    )
    assert bundled("main.js", folder) == (
        '"use strict";\n'
        "(() => {\n"
        "const modules = {};\n"
        'modules["one.js"] = (() => {\nconst one = 1;\nreturn { one };\n})();\n'
        'modules["two.js"] = (() => {\nconst { one } = modules["one.js"];\n\n'
        "function two() {\n  return one;\n}\nreturn { two };\n})();\n"
        'modules["main.js"] = (() => {\nconst { two } = modules["two.js"];\n\n'
        "two();\nreturn {  };\n})();\n"
        "})();\n"
    )


def test_error_a_ring_of_imports(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        one='import { two } from "./two.js";\nexport const one = 1;\n',
        two='import { one } from "./one.js";\nexport const two = 2;\n',
    )
    with pytest.raises(ModuleError, match=r"one\.js imports itself: one\.js → two\.js → one\.js"):
        bundled("one.js", folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('import * as all from "./one.js";\n', r'main\.js: import \* as all from "\./one\.js";'),
        ("export default 1;\n", r"main\.js: export default 1;"),
        ("export let one = 1;\n", r"main\.js: export let one = 1;"),
        ('const end = "</script>";\n', r"main\.js: its words would end the script"),
    ],
)
def test_error_what_cannot_stand_in_one_script(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ModuleError, match=said):
        bundled("main.js", written(tmp_path, main=text))


def test_every_module_of_the_page_is_in_its_script() -> None:
    for module in FOLDER.glob("*.js"):
        assert f'modules["{module.name}"]' in page_script()
    assert bundled(MAIN, FOLDER) == page_script()


def test_the_page_asks_the_network_for_nothing() -> None:
    assert "http" not in page_script()
    assert "url(" not in page_style()
    for unsafe in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert unsafe not in page_script()


def test_the_hash_is_that_of_the_policy() -> None:
    digest = base64.b64encode(hashlib.sha256(b"1").digest()).decode()
    assert source_hash("1") == f"'sha256-{digest}'"
