"""Templates: nothing in the content is taken for HTML, nothing undefined is passed over."""

from pathlib import Path
from posixpath import join, normpath

import pytest

from newsbrief.model.problems import ConfigError
from support.html import read_html, text_of
from support.sites import FACTS, FRONT_WITH_A_GAP, write_briefing, write_template
from support.whole import build_in_memory

NASTY = "<script>alert(1)</script> 6'1\"><img src=x onerror=alert(2)> & {{ 7777 * 7777 }}"
WRITTEN = NASTY.replace("<", "&lt;")
"""The same as it is written in Markdown. Feet and inches are no quotation marks."""


def test_nothing_an_editor_writes_is_taken_for_html(site: Path) -> None:
    quoted = "'" + NASTY.replace("'", "''") + "'"
    article = "Lena Ortiz spoke. " + WRITTEN + ' "The bridge opens," Lena Ortiz said.\n'
    front = f"---\ntitle: {quoted}\nstandfirst: {quoted}\nas_of: 2019-04-07\nimage_credit: {quoted}\n"
    front += f"source: {{publisher: {quoted}, author: {quoted}, note: {quoted}}}\n"
    front += f'as_of_source: {{title: {quoted}, url: "https://example.org/?a=1&b=<c>"}}\n'
    front += f"image: {{file: a.svg, alt: {quoted}, credit: {quoted}}}\n---\n\n"
    facts = f"""\
actors: [{{id: ortiz, name: Lena Ortiz, abbr: {quoted}, side: {quoted}, kind: person,
           about: [{{text: {quoted}, source: {{title: {quoted}, url: "https://example.org/x"}}}}]}}]
key_points: [{{text: {quoted}, cite: Lena Ortiz spoke, reading: {quoted}}}]
dates: [{{date: 2019, event: {quoted}, source: {{title: {quoted}, url: "https://example.org/y"}}}}]
quotes: [{{speaker: ortiz, cue: Lena Ortiz said, text: "The bridge opens,", context: {quoted}, reading: {quoted}}}]
"""
    folder = write_briefing(site, article=article, facts=facts, front=front)
    (folder / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (site / "content" / "page.md").write_text(f"---\ntitle: {quoted}\n---\n\n{WRITTEN}\n")
    (site / "content" / "site.yaml").write_text(f"title: {quoted}\ntagline: {quoted}\n")

    files = build_in_memory(site)
    pages = {path: read_html(raw) for path, raw in files.items() if path.endswith(".html")}
    assert len(pages) == 6
    for path, page in pages.items():
        scripts = [each.get("src") or each.get("type") for each in page.iter("script")]
        assert all(each == "application/ld+json" or normpath(join(path, "..", each)) in files for each in scripts), path
        assert len(scripts) == {"bridge/index.html": 2, "bridge/embed/index.html": 1}.get(path, 0), path
        assert not [each for each in page.iter() for key in each.attrib if key.startswith("on")], path
        assert [each.get("src") for each in page.iter("img")] in ([], ["a.svg"]), path
        assert NASTY in "".join(page.itertext()), path
        assert "60481729" not in "".join(page.itertext()), path
    briefing = pages["bridge/index.html"]
    assert [text_of(heading) for heading in briefing.iter("h1")] == [NASTY]
    assert [each.get("alt") for each in briefing.iter("img")] == [NASTY]
    descriptions = [meta.get("content") for meta in briefing.iter("meta") if meta.get("name") == "description"]
    assert descriptions == [NASTY]


def test_a_sites_template_comes_before_the_themes(site: Path) -> None:
    before = build_in_memory(site)
    write_template(site, "404.html", '{% extends "base.html" %}\n{% block main %}<h1>Lost & found</h1>{% endblock %}')
    after = build_in_memory(site)
    assert "Lost & found" in after["404.html"].decode()
    assert {path for path in after if after[path] != before[path]} == {"404.html"}


def test_a_sites_component_is_used_by_the_themes_pages(site: Path) -> None:
    write_template(
        site, "components/quotation.html", "{% macro quotation() %}<b>[{{ varargs|length }}]</b>{% endmacro %}"
    )
    assert b"<b>[2]</b>" in build_in_memory(site)["bridge/index.html"]


def test_a_sites_template_may_call_in_every_way_that_jinja_has(site: Path) -> None:
    text = """\
{% extends "base.html" %}
{% macro box(kind, class="plain") %}<b class="{{ class }}">{{ kind }}{{ caller() }}</b>{% endmacro %}
{% block title %}Own: {{ super() }}{% endblock %}
{% block main %}
{% call box("<", **{"class": "big"}) %}{{ say("skip") }}{% endcall %}
{% call box(*["x"]) %}{% endcall %}
{% for each in [["a", [["b", []]]]] recursive %}{{ each[0] }}{{ loop(each[1]) if each[1] }}{% endfor %}
{{ self.title() }} {{ "a-b".split("-")|join(", ") }} {{ dict(class="kept")["class"] }} {{ joiner("|")() }}
{% endblock %}
"""
    write_template(site, "404.html", text)
    page = build_in_memory(site)["404.html"].decode()
    for shown in ("<title>Own: Test site</title>", '<b class="big">&lt;Skip', '<b class="plain">x</b>'):
        assert shown in page
    assert "abOwn: Test site a, b kept \n" in page


def test_a_component_of_a_site_may_still_ask_for_the_context(site: Path) -> None:
    write_briefing(site, front=FRONT_WITH_A_GAP)
    write_template(site, "components/gap.html", "{% macro gap(gap, briefing) %}[{{ briefing.slug }}]{% endmacro %}")
    text = """{% from "components/gap.html" import gap with context %}{{ gap(1, {"slug": page.path}) }}"""
    write_template(site, "404.html", text)
    files = build_in_memory(site)
    assert files["404.html"] == b"[404.html]"
    assert b"<li>[bridge]</li>" in files["bridge/index.html"]


def test_dates_are_written_in_the_language_of_the_page(site: Path) -> None:
    front = "---\ntitle: Titel\nas_of: 2019-04-07\nlang: de\n---\n\n"
    write_briefing(site, article="Am Sonntag kam Lena Ortiz.\n", facts="", front=front)
    shown = text_of(read_html(build_in_memory(site)["bridge/index.html"]))
    assert "7. April 2019" in shown


def test_pages_end_with_a_line_end_and_hold_no_carriage_return(site: Path) -> None:
    for path in (site / "content").rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    windows = build_in_memory(site)
    write_briefing(site, facts=FACTS)
    (site / "content" / "site.yaml").write_text("title: Test site\n")
    assert windows == build_in_memory(site)
    pages = [raw for path, raw in windows.items() if path.endswith(".html")]
    assert all(raw.endswith(b"</html>\n") and b"\r" not in raw for raw in pages)


def test_a_sites_template_keeps_what_it_does_not_change_of_the_themes(site: Path) -> None:
    before = build_in_memory(site)
    head = '<meta name="theme-color" content="#005a3c">'
    write_template(
        site,
        "base.html",
        f'{{% extends "theme/base.html" %}}{{% block end_of_head %}}{head}\n{{% endblock %}}'
        '{% block footer %}<p class="imprint">{{ config.title }} & sons</p>\n{{ super() }}{% endblock %}',
    )
    write_template(
        site,
        "briefing.html",
        '{% extends "theme/briefing.html" %}'
        "{% block timeline %}<p>Before</p>\n{{ super() }}<p>After</p>\n{% endblock %}",
    )
    after = build_in_memory(site)
    for path in [path for path in before if path.endswith("index.html") and "embed" not in path]:
        page = after[path].decode()
        imprint = '<p class="imprint">Test site & sons</p>\n'
        assert page.count(head) == page.count(imprint) == 1, path
        page = (
            page.replace(f"{head}\n", "")
            .replace(imprint, "")
            .replace("<p>Before</p>\n", "")
            .replace("<p>After</p>\n", "")
        )
        assert page.split() == before[path].decode().split(), path
    briefing = after["bridge/index.html"].decode()
    assert briefing.index("<p>Before</p>") < briefing.index("<p>After</p>") < briefing.index('id="article"')


@pytest.mark.parametrize("name", ["theme/nowhere.html", "theme/../base.html", "theme/.hidden"])
def test_under_the_themes_name_there_are_its_templates_alone(site: Path, name: str) -> None:
    write_template(site, "theme/nowhere.html", "Own.")
    write_template(site, "404.html", f'{{% include "{name}" %}}')
    with pytest.raises(ConfigError, match="there is no template"):
        build_in_memory(site)
