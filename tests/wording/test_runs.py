from __future__ import annotations

from builder.language import Language
from builder.model import Mark, Run
from builder.wording import runs
from builder.wording.runs import cited, filled, in_a_row, traced


def test_words_around_marks_are_one_run() -> None:
    value = cited("岳阳县32.86 μg/m³", ["岳22", "岳23"])
    assert filled("{first}最低，共{count}家。", first=value, count=2) == (
        Run("岳阳县32.86 μg/m³"),
        Run("〔岳22〕", "岳22"),
        Run("〔岳23〕", "岳23"),
        Run("最低，共2家。"),
    )


def test_words_and_marks_know_their_facts() -> None:
    marks = [Mark("岳22", ["yue:1"]), Mark("岳22", ["yue:9"]), Mark("岳23", ["yue:40"])]
    assert cited("32.86", marks) == (
        Run("32.86", facts=("yue:1", "yue:9", "yue:40")),
        Run("〔岳22〕", "岳22", facts=("yue:1", "yue:9")),
        Run("〔岳23〕", "岳23", facts=("yue:40",)),
    )


def test_words_know_their_facts_where_no_mark_is_printed() -> None:
    figure = traced("32.86", [Mark("岳22", ["yue:1"])])
    assert filled("为{figure}。", figure=figure) == (
        Run("为"),
        Run("32.86", facts=("yue:1",)),
        Run("。"),
    )


def test_items_in_a_row_keep_their_marks() -> None:
    row = in_a_row([cited("甲市", ["甲1"]), "乙市", cited("丙市", [])], "、")
    assert row == (Run("甲市"), Run("〔甲1〕", "甲1"), Run("、乙市、丙市"))


def test_brackets_of_a_quote_are_no_mark() -> None:
    said = filled("{words}", words="湘环发〔2024〕3号")
    assert (said, runs.marks(said)) == ((Run("湘环发〔2024〕3号"),), ())


def test_a_sentence_begins_with_a_capital_and_has_no_gap_of_an_empty_field() -> None:
    said = filled("{bureau} {scope} {value}", bureau=cited("jia", ["甲1"]), scope="", value="3")
    assert runs.sentence(said, Language("en")) == (Run("Jia"), Run("〔甲1〕", "甲1"), Run(" 3"))


def test_marks_in_their_order_each_once() -> None:
    said = filled("{a}{b}{a}", a=cited("甲", ["甲2"]), b=cited("乙", ["乙1"]))
    assert runs.marks(said) == ("甲2", "乙1")
