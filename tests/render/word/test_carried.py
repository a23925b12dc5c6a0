from __future__ import annotations

from docx import Document

from builder.render.word.carried import carried_text, carrying, forget_elsewhere, part_texts
from builder.render.word.tree import W, elements, separate_runs, words_of

TARGET = carried_text("〔岳3〕", mark="岳3")
LINE = (
    "<w:p><w:r><w:rPr><w:b/></w:rPr>"
    f'<w:t xml:space="preserve">见{TARGET}。</w:t></w:r><w:r><w:t>完</w:t></w:r></w:p>'
)


def test_words_with_a_mark_get_a_run_of_their_own() -> None:
    (line,) = elements(LINE)
    part_texts(line)
    separate_runs(line)
    runs = list(line.iter(f"{W}r"))
    assert [words_of(run) for run in runs] == ["见", "〔岳3〕", "。", "完"]
    assert all(run.find(f"{W}rPr/{W}b") is not None for run in runs[:3])
    assert [text.get("mark") for text in carrying(line)] == ["岳3"]


def test_no_empty_text_stays_around_it() -> None:
    (line,) = elements(LINE.replace("见", "").replace("。", ""))
    part_texts(line)
    separate_runs(line)
    assert [words_of(run) for run in line.iter(f"{W}r")] == ["〔岳3〕", "完"]


def test_signs_of_xml_are_words() -> None:
    printed = carried_text("R&D <5\x0b")
    (line,) = elements(f"<w:p><w:r><w:t>{printed}</w:t></w:r></w:p>")
    assert words_of(line) == "R&D <5\ufffd"


def test_headers_keep_the_words_alone() -> None:
    document = Document()
    header = document.sections[0].header
    header.paragraphs[0]._p.addnext(elements(LINE)[0])  # noqa: SLF001
    forget_elsewhere(document)
    assert words_of(header._element) == "见〔岳3〕。完"  # noqa: SLF001
    assert not list(carrying(header._element))  # noqa: SLF001
