"""Language tags as people, locales and files write them."""

import pytest

from accessnews.text.langtag import canonical, direction, primary, region


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("EN", "en"),
        ("pt-br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("de_AT.UTF-8", "de-AT"),
        (" es-419 ", "es-419"),
        ("English", ""),
        ("", ""),
        ("en-" + "a-" * 20 + "a", ""),
    ],
)
def test_a_tag_is_written_as_bcp_47_does(written: str, tag: str) -> None:
    assert canonical(written) == tag


@pytest.mark.parametrize(
    ("tag", "language", "country"),
    [
        ("en", "en", ""),
        ("EN-GB", "en", "gb"),
        ("fr_CH", "fr", "ch"),
        ("es-419", "es", "419"),
        ("sr-Latn-RS", "sr", "rs"),
        ("es-Latn", "es", ""),
        ("", "", ""),
    ],
)
def test_a_subtag_is_known_by_its_form(tag: str, language: str, country: str) -> None:
    assert (primary(tag), region(tag)) == (language, country)


@pytest.mark.parametrize(
    ("tag", "written"),
    [("ar", "rtl"), ("en-GB", "ltr"), ("az-Arab", "rtl"), ("he-Latn", "ltr"), ("ur-PK", "rtl"), ("", "ltr")],
)
def test_the_script_decides_the_direction_else_the_language(tag: str, written: str) -> None:
    assert direction(tag) == written
