"""Pages made to take for ever are refused; how HTML is cut into tags decides what one is."""

import time

import pytest

from peacetalks_cli.read.bombs import is_bomb

NAMED = " ".join(f"a{n}" for n in range(3_000))
VALUED = " ".join(f'a{n}="x > y"' for n in range(3_000))
WORDS = "Wort " * 30_000

BOMBS = {
    "attributes": f"<p {NAMED}>",
    "values": f"<p {VALUED}>",
    "no end": f"<p {NAMED}",
    "no space between": "<p " + 'a="x"' * 3_000 + ">",
    "slashes": "<p " + "a/" * 3_000 + ">",
    "an end in quotes before": f'<p a=">" {NAMED}>',
    "a quote in a comment": f'<!-- <p a=" --> <p {NAMED}>',
    "a quote in a script": f"<script>'<p a=\"'</script><p {NAMED}>",
    "a quote in the title": f"<title><p a='</title><p {NAMED}>",
    "a quote in a name": f'<p a" {NAMED}>',
    "a quote without a name": f'<p ="{NAMED}">',
    "of a script": f"<SCRIPT {NAMED}></SCRIPT>",
    "tags": "<p>" * 70_000,
    "ends of tags": "</p>" * 70_000,
}
PAGES = {
    "prose": f"<p>{WORDS}</p>",
    "prose with signs": f"<p>{'a < b, <3 und „x“ > 5 ' * 10_000}</p>",
    "data in an attribute": f"<div data-page='{WORDS}'>",
    "a picture": f'<img src="data:image/png;base64,{"A/b+" * 100_000}">',
    "a script": f'<script>if (a<b) {{ c = "{WORDS}" }}</script>',
    "a comment": f"<!-- <p {NAMED}> -->",
    "a tag in a value": f'<p title="<p {NAMED}>">',
    "many small tags": '<p class="a" id=b>Wort</p>' * 20_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb(name: str) -> None:
    assert is_bomb(f"<html><body>{BOMBS[name]}<p>Text.</p></body></html>")


@pytest.mark.parametrize("name", PAGES)
def test_no_bomb(name: str) -> None:
    assert not is_bomb(f"<html><body>{PAGES[name]}<p>Text.</p></body></html>")


@pytest.mark.parametrize(
    "unit",
    [
        "<a b='",
        "<a ",
        "<!--",
        "<!-- --",
        "<script>",
        "<script ",
        "<title>",
        "x",
        " ",
        "=",
        " =",
        "a= ",
        "/",
        "'",
        '="',
        "<",
    ],
)
def test_to_tell_takes_no_time(unit: str) -> None:
    page = "<p " + unit * (1_000_000 // len(unit))
    begin = time.process_time()
    is_bomb(page)
    assert time.process_time() - begin < 3
