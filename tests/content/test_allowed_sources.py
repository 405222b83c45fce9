"""The hosts that a site allows beside its own, and the policy that pages have then."""

import pytest

from newsbrief.content.allowed_sources import read_allowed
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.content_policy import allows, parse_policy, write_policy

PLAIN = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " base-uri 'none'; form-action 'none'"
)


def policy_of(text: str) -> str:
    yaml = parse_yaml(SourceFile("content/site.yaml", text))
    allowed, problems = read_allowed(yaml, yaml.values.get("csp"))
    assert problems == []
    return write_policy(allowed)


def test_without_settings_pages_ask_no_other_host() -> None:
    assert write_policy(()) == PLAIN == policy_of("csp:\n")


def test_a_host_alone_is_one_for_analytics() -> None:
    host = "https://stats.example.org"
    assert policy_of("csp: Stats.example.org\n") == policy_of(f"csp: [{host}]\n")
    assert policy_of(f"csp: {host}\n") == PLAIN.replace("script-src 'self'", f"script-src 'self' {host}").replace(
        "img-src 'self'", f"img-src 'self' {host}"
    ).replace("connect-src 'self'", f"connect-src 'self' {host}")


def test_a_directive_has_its_own_hosts() -> None:
    text = (
        "csp: {frame-src: https://video.example.org/embed/, media-src: self, form-action: https://list.example.org}\n"
    )
    assert policy_of(text) == PLAIN.replace("form-action 'none'", "form-action https://list.example.org").replace(
        "base-uri", "media-src 'self'; frame-src 'self' https://video.example.org/embed/; base-uri"
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("csp: '*'", "1:6: '*' cannot be allowed: it would allow every host; name those that the site needs"),
        (
            "csp: http://a.example",
            "1:6: 'http://a.example' cannot be allowed: a page that came over https loads nothing",
        ),
        ("csp: \"'unsafe-inline'\"", "1:6: \"'unsafe-inline'\" cannot be allowed: it would let any text"),
        ("csp: {img-src: 'data:'}", "1:16: 'data:' cannot be allowed: put the picture or the font into static/"),
        ("csp: {script: https://a.example}", "1:7: 'script' is no directive by which a site may allow hosts"),
        ("csp: {default-src: https://a.example}", "1:7: 'default-src' is no directive by which a site may allow"),
        ("csp: [https://a.example, 'b.example; script-src *']", "1:26: 'b.example; script-src *' cannot be allowed"),
        ("csp: localhost", "1:6: 'localhost' cannot be allowed"),
        ("csp: 5", "1:6: 5 cannot be allowed"),
        ("csp: []", "1:6: there are 0 hosts here"),
    ],
)
def test_what_would_open_the_pages_to_anybody_is_refused(text: str, fault: str) -> None:
    yaml = parse_yaml(SourceFile("content/site.yaml", f"{text}\n"))
    allowed, problems = read_allowed(yaml, yaml.values["csp"])
    (problem,) = problems
    assert f"{problem.line}:{problem.column}: {problem.message}".startswith(fault)
    assert problem.hint and "'" not in "".join(host for _, hosts in allowed for host in hosts)


@pytest.mark.parametrize(
    ("directive", "address", "is_allowed"),
    [
        ("script-src", "assets/a.js", True),
        ("script-src", "https://a.example/a.js", True),
        ("script-src", "https://b.a.example/a.js", False),
        ("script-src", "https://x.c.example/a.js", True),
        ("script-src", "https://c.example/a.js", False),
        ("script-src", "https://d.example/js/a.js", True),
        ("script-src", "https://d.example/other/a.js", False),
        ("img-src", "https://a.example/a.png", False),
        ("img-src", "data:image/png;base64,AA", False),
        ("frame-src", "https://a.example/", False),
        ("form-action", "assets/", False),
    ],
)
def test_a_policy_lets_in_what_browsers_would(directive: str, address: str, is_allowed: bool) -> None:
    policy = parse_policy(
        write_policy((("script-src", ("https://a.example", "https://*.c.example", "https://d.example/js/")),))
    )
    assert allows(policy, directive, address) is is_allowed
