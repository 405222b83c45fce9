"""The footer of a site: short Markdown, made safe as articles are, with links from the root of the site."""

import pytest

from newsbrief.content.footer import read_footers
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.site import SiteConfig
from newsbrief.pages.page import Page
from newsbrief.pages.site_footer import FooterWriter


def shown(text: str, path: str = "bridge/index.html", language: str = "en", base_url: str = "") -> str:
    """Return the footer of a page, given the settings of an English site, which must be without a problem."""
    yaml = parse_yaml(SourceFile("content/site.yaml", text))
    footers, problems = read_footers(yaml, yaml.values["footer"], "en-GB")
    assert problems == []
    config = SiteConfig("T", "", base_url, "en-GB", footers=footers)
    return str(FooterWriter(config).write(Page(path, "page.html", language, {})))


def faults(text: str) -> list[str]:
    yaml = parse_yaml(SourceFile("content/site.yaml", text))
    return [f"{each.line}:{each.column}: {each.message}" for each in read_footers(yaml, yaml.values["footer"], "en")[1]]


def test_markdown_is_shown_and_html_in_it_is_text() -> None:
    assert shown("footer: 'By **us**, <b>not</b> <script>x</script> them.'\n", language="en-GB") == (
        "<div><p>By <strong>us</strong>, &lt;b&gt;not&lt;/b&gt; &lt;script&gt;x&lt;/script&gt; them.</p></div>"
    )


@pytest.mark.parametrize(
    ("path", "base_url", "address"),
    [
        ("index.html", "", "about/index.html#us"),
        ("bridge/index.html", "", "../about/index.html#us"),
        ("glossary/party/un/1/index.html", "", "../../../../about/index.html#us"),
        ("404.html", "https://a.example/news", "/news/about/index.html#us"),
    ],
)
def test_links_lead_from_each_page_to_the_same_place(path: str, base_url: str, address: str) -> None:
    assert f'<a href="{address}"' in shown("footer: '[About](about/#us)'\n", path, base_url=base_url)


def test_whole_addresses_stay_as_they_are() -> None:
    footer = shown("footer: '[a](https://a.example/x?y=1&z=2) [b](mailto:b@a.example)'\n")
    assert 'href="https://a.example/x?y=1&amp;z=2"' in footer and 'href="mailto:b@a.example"' in footer


def test_a_page_has_the_footer_of_its_language_and_says_where_it_is_in_another() -> None:
    text = "footer: {en: Made here., ar: صنع هنا.}\n"
    assert shown(text, language="ar").startswith('<div lang="ar" dir="auto">') is False
    assert "صنع هنا" in shown(text, language="ar-EG") and "Made here" in shown(text, language="de")
    assert shown(text, language="de").startswith('<div lang="en" dir="auto">')


def test_a_site_without_a_footer_shows_nothing() -> None:
    assert FooterWriter(SiteConfig("T", "", "", "en")).write(Page("index.html", "home.html", "en", {})) == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("footer: ''", "1:9: there is no text"),
        ("footer: [a]", "1:9: there is no text"),
        ("footer: {ar: صنع}", "1:9: there is no footer in the language of the site"),
        ("footer: {en: A., xq7: B.}", "1:23: unknown language 'xq7'"),
        ("footer: |\n  # Heading\n", "1:9: a footer cannot have <h2>"),
        ("footer: '![map](map.png)'", "1:9: a footer cannot have <img>"),
        ("footer: '[x](javascript:alert(1))'", "1:9: the address ‘javascript:alert(1)’ is not allowed"),
        ("footer: '[x](/about/)'", "1:9: the address ‘/about/’ is not one from the root of the site"),
        (f"footer: {'word ' * 500}", "1:9: this is too long for a footer: 2,499 letters"),
    ],
)
def test_every_fault_of_a_footer_has_its_place(text: str, fault: str) -> None:
    assert faults(f"{text}\n") == [fault]
