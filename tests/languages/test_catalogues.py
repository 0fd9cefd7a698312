"""The catalogues are whole: nothing missing or guessed, the same places for values, compiled as they stand."""

from __future__ import annotations

import ast
import gettext
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from docs.catalogues import KEYWORDS, PACKAGE, TRANSLATED, extracted, is_whole, path_of, read
from legrun.wording.languages import LANGUAGES


@pytest.fixture(scope="module")
def template() -> Catalog:
    """Return what the code says, in English."""
    return extracted()


def keys(catalog: Catalog) -> set[object]:
    return {message.id for message in catalog if message.id}


def places(text: str) -> set[tuple[str | None, str | None]]:
    """Return the places for values in a text, each with how its number is written."""
    return {(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None}


def forms(text: object) -> list[str]:
    return [text] if isinstance(text, str) else list(text) if isinstance(text, tuple | list) else []


def test_every_language_but_english_has_a_catalogue() -> None:
    assert sorted(TRANSLATED) == sorted(
        p.parts[-3] for p in PACKAGE.glob("wording/languages/catalogues/*/LC_MESSAGES/*.po")
    )
    assert set(LANGUAGES) == {"en", *TRANSLATED}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_holds_what_the_code_says_and_nothing_else(language: str, template: Catalog) -> None:
    """Run python -m docs.catalogues after a change of a text, and translate what it names."""
    assert keys(read(language)) == keys(template)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_whole(language: str) -> None:
    for message in read(language):
        assert not message.id or is_whole(message), message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_places_of_its_text(language: str) -> None:
    for message in read(language):
        wanted = [places(text) for text in forms(message.id)]
        for told in forms(message.string) if message.id else ():
            assert places(told) in wanted, told


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_about_as_long_as_its_text(language: str) -> None:
    """What is said on a sheet of paper must fit on it."""
    catalog = [message for message in read(language) if message.id]
    english, told = (
        sum(len(forms(text)[0]) for text in texts) for texts in zip(*((m.id, m.string) for m in catalog), strict=True)
    )
    assert told < 1.25 * english
    for message in catalog:
        assert len(forms(message.string)[0]) < 1.6 * len(forms(message.id)[0]) + 20, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_the_catalogue(language: str) -> None:
    catalog = read(language)
    with path_of(language).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert compiled.info()["plural-forms"] == catalog.plural_forms
    for message in catalog:
        one, *many = forms(message.id)
        told = [compiled.ngettext(one, each, count) for each in many for count in (1, 2)] or [compiled.gettext(one)]
        assert not message.id or told == forms(message.string)


def said(path: Path) -> set[str]:
    """Return the texts that a module hands to be said, those within other texts too."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in KEYWORDS and call.args]
    return {str(each.args[0].value) for each in named if isinstance(each.args[0], ast.Constant)}


def test_no_text_is_said_where_the_extraction_does_not_look(template: Catalog) -> None:
    """Texts within an f-string are not extracted by Babel, nor those of pages."""
    known = {form for key in keys(template) for form in forms(key)}
    paths = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "languages"]
    assert len(paths) > 100
    for path in [*paths, *(PACKAGE.parent / "pages").rglob("*.py")]:
        assert said(path) <= known, path
