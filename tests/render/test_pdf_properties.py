from __future__ import annotations

from builder.render.pdf_properties import with_properties


def styled(rules: str) -> str:
    return f"<style>{rules}</style>"


def test_a_property_of_the_root_stands_where_it_is_used() -> None:
    rules = ":root { --ink: #111; --body: 12pt } p { color: var(--ink); font-size: var( --body ) }"
    assert with_properties(styled(rules)) == styled(
        ":root { --ink: #111; --body: 12pt } p { color: #111; font-size: 12pt }"
    )


def test_what_holds_on_screens_alone_is_left_out() -> None:
    rules = (
        ":root { --body: 12pt } p { font-size: var(--body) }"
        "@media screen { :root { --body: 16px } p { margin: 0 } } td { color: red }"
    )
    assert with_properties(styled(rules)) == styled(
        ":root { --body: 12pt } p { font-size: 12pt } td { color: red }"
    )


def test_a_property_that_is_set_again_somewhere_stays_to_be_looked_up() -> None:
    rules = ":root { --ink: black } .far { --ink: grey } p { color: var(--ink) }"
    assert with_properties(styled(rules)) == styled(rules)


def test_a_property_of_a_part_of_the_page_stays() -> None:
    rules = ".far:root { --a: 1 } .near { --ink: grey } p { color: var(--ink) }"
    assert with_properties(styled(rules)) == styled(rules)


def test_a_fallback_and_an_unknown_name_stay() -> None:
    rules = ":root { --ink: black } p { color: var(--other); margin: var(--ink, 0) }"
    assert with_properties(styled(rules)) == styled(rules)


def test_text_outside_style_sheets_stays() -> None:
    page = styled(":root { --ink: black }") + "<p>var(--ink) @media screen { a }</p>"
    assert with_properties(page) == page
