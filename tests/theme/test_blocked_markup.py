"""Markup of a site's own templates that the policy of its pages would block, reported at template and line."""

from pathlib import Path

import pytest

from newsbrief.model.content_policy import write_policy
from newsbrief.theme.blocked_markup import find_blocked
from support.sites import write_template

STATS = (("script-src", ("https://stats.example.org",)), ("img-src", ("https://stats.example.org",)))


def blocked(tmp_path: Path, text: str, name: str = "home.html") -> list[str]:
    write_template(tmp_path, name, text)
    found = find_blocked(tmp_path / "templates", write_policy(STATS))
    return [f"{each.path}:{each.line}: {each.message}" for each in found]


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ('<script src="https://a.example/x.js"></script>', "a script from https://a.example/x.js"),
        ('<script src="//a.example/x.js" async></script>', "a script from //a.example/x.js"),
        ("<script>\nvar x = '<b>';\n</script>", "a script within a page"),
        ('<script type="module">import "x";</script>', "a script within a page"),
        ("<style>p { color: red }</style>", "a style sheet within a page"),
        ('<p style="color: red">x</p>', "a `style` attribute"),
        ('<p onclick="go()">x</p>', "`onclick`"),
        ('<a href="javascript:go()">x</a>', "a link that runs a script"),
        ('<img src="https://a.example/x.png" alt="">', "a picture from https://a.example/x.png"),
        ('<img srcset="https://a.example/x.png 2x" alt="">', "a picture from https://a.example/x.png"),
        ('<img src="data:image/png;base64,AA" alt="">', "a picture"),
        ('<link href="https://a.example/x.css" rel="stylesheet">', "a style sheet from https://a.example/x.css"),
        ('<link rel="icon" href="https://a.example/x.png">', "a picture from https://a.example/x.png"),
        ('<iframe src="https://a.example/"></iframe>', "a frame from https://a.example/"),
        ("<video src=\"{{ asset('a.mp4') }}\"></video>", "sound or film"),
        ('<form action="https://a.example/subscribe" method="post"></form>', "a form that is sent from"),
    ],
)
def test_what_would_be_blocked_is_named_with_its_line(tmp_path: Path, markup: str, what: str) -> None:
    text = (
        '{% extends "theme/home.html" %}\n{# <script>x</script> #}\n{% block head %}\n' + markup + "\n{% endblock %}\n"
    )
    (found,) = blocked(tmp_path, text)
    assert found.startswith(f"templates/home.html:4: {what}") and found.endswith(
        "is blocked by the policy of the pages"
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<script src=\"{{ asset('x.js') }}\" defer></script>",
        '<script src="https://stats.example.org/x.js"></script>',
        '<script src="{{ config.base_url }}/x.js"></script>',
        '<script src="https://{{ page.path }}.example/x.js"></script>',
        '<script type="application/ld+json">{"a": "{{ config.title }}"}</script>',
        '<script type="text/template"><p style="x"></script>',
        "<script></script>",
        '<img src="https://stats.example.org/pixel.gif" alt="">',
        '<a href="https://a.example/">x</a>',
        '<link rel="preconnect" href="https://a.example">',
        '<link rel="canonical" href="https://a.example/">',
        "{% if a > b %}<p>x</p>{% endif %}",
        "<p{% if a %} class=\"b\"{% endif %} data-style='x'>x</p>",
        '<form><input type="search"></form>',
        "{# <style>p {}</style> #}",
        '<p title="a <script> of his">x</p>',
    ],
)
def test_what_browsers_let_in_is_no_problem(tmp_path: Path, markup: str) -> None:
    assert blocked(tmp_path, f"<div>\n{markup}\n</div>\n") == []


def test_a_base_template_with_a_policy_of_its_own_is_judged_by_that(tmp_path: Path) -> None:
    policy = "script-src https://a.example; style-src 'unsafe-inline'"
    text = f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>p {{}}</style>'
    text += '<script src="https://a.example/x.js"></script><script src="https://b.example/x.js"></script>'
    assert blocked(tmp_path, text, "base.html") == [
        "templates/base.html:1: a script from https://b.example/x.js is blocked by the policy of the pages"
    ]


def test_a_base_template_without_a_policy_blocks_nothing(tmp_path: Path) -> None:
    assert blocked(tmp_path, "<html><style>p {}</style><script>x</script></html>", "base.html") == []


def test_the_remedy_says_what_to_write(tmp_path: Path) -> None:
    write_template(tmp_path, "home.html", '<script src="https://a.example/x.js"></script>')
    (problem,) = find_blocked(tmp_path / "templates", write_policy(()))
    assert problem.hint.startswith(
        "allow it in content/site.yaml: `csp: {script-src: https://a.example}`; or put it into"
    )
    assert problem.excerpt == '<script src="https://a.example/x.js"></script>'
