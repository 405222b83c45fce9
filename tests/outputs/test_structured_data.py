"""Structured data: valid by schema.org's vocabulary, visible on the page, silent about what is not known."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.model.briefing import Briefing
from newsbrief.model.dates import parse_date
from newsbrief.model.front_matter import Correction, Image, Origin
from newsbrief.model.site import Site, SiteConfig
from newsbrief.outputs.structured_data import describe_briefing
from newsbrief.pages.language.dates import format_date
from support.articles import CORRECTED
from support.findings import check, find
from support.html import FOLDERS, by_id, files_of, links_of, read_html, site_of, text_of
from support.schema_org import PROPERTIES, TYPES, find_faults, list_nodes, list_values, with_ancestors
from support.sites import ARTICLE, FACTS, FRONT, write_briefing
from support.whole import build_in_memory, load_site

BASE_URL = "https://example.org/briefs"
NOWHERE = SiteConfig("A site", "", "", "en")
ON_THE_PAGE = ("name", "alternateName", "headline", "description", "text", "creditText", "sha256")
DATES = ("temporal", "dateModified", "datePublished", "startDate", "endDate")
ADDRESSES = ("url", "contentUrl", "image")
UNSHOWN = {"encodingFormat": {"text/plain"}, "creativeWorkStatus": {"Draft"}}
"""What a document says otherwise than the page, and may."""

EVERY = [(name, briefing.slug) for name in sorted(FOLDERS) for briefing in site_of(name).briefings]
ANYWHERE = pytest.mark.parametrize("base", ["", BASE_URL], ids=["anywhere", "published"])
ALL = pytest.mark.parametrize(("name", "slug"), EVERY, ids=[slug for _, slug in EVERY])


def made(name: str, base: str) -> tuple[Site, dict[str, bytes]]:
    """Return one of the whole sites, and its files."""
    return site_of(name, base), files_of(name, base)


def described(name: str, slug: str, base: str, card: str = "") -> dict[str, Any]:
    site, _ = made(name, base)
    return described_in(site, slug, card)


def described_in(site: Site, slug: str, card: str = "") -> dict[str, Any]:
    return describe(next(each for each in site.briefings if each.slug == slug), site.config, card)


def describe(briefing: Briefing, config: SiteConfig = NOWHERE, card: str = "") -> dict[str, Any]:
    document: dict[str, Any] = json.loads(describe_briefing(briefing, config, card))
    return document


def brief(article: str = ARTICLE, facts: str = FACTS, front: str = FRONT) -> Briefing:
    assert check(article, facts, front) == []
    return assemble_briefing("bridge", "bridge", find(article, facts, front))


def of_type(document: dict[str, Any], type: str) -> list[dict[str, Any]]:
    return [node for node in list_nodes(document) if node.get("@type") == type]


def own_addresses(document: dict[str, Any]) -> list[str]:
    """Return the addresses of the site's own that a document holds: ids, pages and files, not what the editor names."""
    ids = [node["@id"] for node in list_nodes(document) if "@id" in node]
    files = [node["contentUrl"] for node in list_nodes(document) if "contentUrl" in node]
    pages = [document["isPartOf"], document]
    return [*ids, *files, *(node["url"] for node in pages if "url" in node)]


@ALL
@ANYWHERE
def test_types_properties_and_values_are_those_of_schema_org(name: str, slug: str, base: str) -> None:
    document = described(name, slug, base, f"{BASE_URL}/card.png" if base else "")
    assert document["@context"] == "https://schema.org" and document["@type"] == "NewsArticle"
    assert find_faults(document) == []
    assert len(list(list_nodes(document))) > 5


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"@type": "Briefing"}, "there is no type ['Briefing']"),
        ({"@type": "Article", "asOf": "2019"}, "there is no property asOf"),
        ({"@type": "Person", "headline": "A"}, "headline does not stand on ['Person']"),
        ({"@type": "Article", "headline": None}, "headline of ['Article'] is empty"),
        ({"@type": "Article", "citation": []}, "citation of ['Article'] is empty"),
        ({"@type": "Event", "startDate": "Sunday"}, "'Sunday' of startDate is none of ['Date', 'DateTime']"),
        ({"@type": "Event", "startDate": "2019-13"}, "'2019-13' of startDate is none of ['Date', 'DateTime']"),
        ({"@type": "Article", "url": "a b"}, "'a b' of url is none of ['URL']"),
        ({"@type": "Article", "headline": 3}, "3 of headline is neither text nor a node"),
        ({"@type": "Quotation", "creator": "Haftar"}, "'Haftar' of creator is none of ['Organization', 'Person']"),
        ({"@type": "Quotation", "creator": {"@id": "#x"}}, "#x is described nowhere"),
        (
            {"@type": "Quotation", "creator": {"@type": "Country", "name": "A"}},
            "Country under creator is none of ['Organization', 'Person']",
        ),
        (
            {"@type": "Article", "author": {"birthDate": "1950"}},
            "birthDate does not stand on every Organization that author may be",
        ),
        (
            {"@type": "Article", "@id": "#a", "hasPart": [{"@type": "Quotation", "@id": "#a"}]},
            "#a is described twice",
        ),
    ],
)
def test_what_the_vocabulary_does_not_have_would_be_noticed(document: dict[str, Any], fault: str) -> None:
    assert fault in find_faults(document)


def test_the_copy_of_the_vocabulary_holds_together() -> None:
    assert len(TYPES) > 900 and len(PROPERTIES) > 1400
    assert {"Thing", "CreativeWork", "Article"} <= with_ancestors("NewsArticle")
    for name, each in PROPERTIES.items():
        assert each["on"] and each["values"] and {*each["on"], *each["values"]} <= TYPES.keys(), name


@ALL
@ANYWHERE
def test_every_id_is_the_address_of_a_place_on_the_page(name: str, slug: str, base: str) -> None:
    _, files = made(name, base)
    document = described(name, slug, base)
    anchors = {element.get("id") for element in read_html(files[f"{slug}/index.html"]).iter()}
    page = f"{base}/{slug}/" if base else ""
    assert document.get("@id") == (page or None)
    ids = [node["@id"] for node in list_nodes(document["hasPart"] + document["mentions"]) if "@id" in node]
    assert len(ids) == len(set(ids)) > 2
    for id in [*ids, document["isBasedOn"]["@id"]]:
        address, fragment = urldefrag(id)
        assert address == page and fragment in anchors, id


@ALL
@ANYWHERE
def test_addresses_are_whole_where_that_of_the_site_is_known_and_lead_to_its_files(
    name: str, slug: str, base: str
) -> None:
    _, files = made(name, base)
    addresses = own_addresses(described(name, slug, base))
    assert len(addresses) > 5
    for address in addresses:
        path = urldefrag(address)[0]
        if base:
            assert path.startswith(f"{base}/")
            path = path.removeprefix(f"{base}/")
        else:
            path = f"{slug}/{path}"
        assert (f"{path}index.html" if path.endswith("/") or not path else path) in files, address


def visible_text(page: Element) -> str:
    """Return the text that a reader of the page sees."""
    body = page.find("body")
    assert body is not None
    for parent in list(body.iter()):
        for script in [child for child in parent if child.tag in ("script", "style")]:
            parent.remove(script)
    return text_of(body)


def unseen(document: dict[str, Any], raw: bytes, language: str) -> list[str]:
    """Return all in a document that is not on the page: texts, dates as they are written, addresses."""
    page = read_html(raw)
    linked = {urljoin(document.get("@id", ""), address) for _, address in links_of(page)}
    shown, addresses = visible_text(page), linked | {address.removesuffix("index.html") for address in linked}
    missing = []
    for node, name, value in list_values(document):
        fragment = urldefrag(node.get("@id", ""))[1]
        place = text_of(by_id(page, fragment)) if fragment and node["@type"] != "Article" else shown
        if name in ON_THE_PAGE:
            pieces = value.split(" […] ") if name == "text" else [value]
            seen = all(" ".join(piece.split()) in place for piece in pieces)
        elif name in DATES:
            whole = f"{node['startDate']}/{node['endDate']}" if "endDate" in node else value
            seen = " ".join(format_date(parse_date(whole), language).split()) in place
        elif name in ADDRESSES:
            seen = value in addresses
        elif name == "inLanguage":
            seen = value == page.get("lang")
        else:
            seen = value in UNSHOWN[name]
        missing += [] if seen else [f"{name}: {value}"]
    return missing


@ALL
@ANYWHERE
def test_everything_said_is_on_the_page(name: str, slug: str, base: str) -> None:
    site, files = made(name, base)
    language = next(each.front.language for each in site.briefings if each.slug == slug)
    assert unseen(described(name, slug, base), files[f"{slug}/index.html"], language) == []


def test_what_is_not_on_the_page_would_be_noticed() -> None:
    document = described("two-briefings", "footbridge", "")
    document["headline"] = "Another"
    document["mentions"][0]["name"] = "Tom Reed"
    document["temporal"] = "2021-05-13"
    document["citation"][0]["url"] = "https://example.org/"
    page = made("two-briefings", "")[1]["footbridge/index.html"]
    expected = ["headline: Another", "temporal: 2021-05-13", "url: https://example.org/", "name: Tom Reed"]
    assert unseen(document, page, "en-GB") == expected


@ANYWHERE
def test_drafts_and_corrections_are_described_as_the_page_shows_them(site: Path, base: str) -> None:
    (site / "content" / "bridge" / "a b.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    picture = "image: {file: a b.svg, alt: A bridge}\nimage_credit: By hand\n"
    write_briefing(site, front=CORRECTED.replace("corrections:", f"draft: true\n{picture}corrections:"))
    document = described_in(load_site(site, base, drafts=True), "bridge")
    page = build_in_memory(site, base, drafts=True)["bridge/index.html"]
    assert find_faults(document) == []
    assert unseen(document, page, "en") == []
    assert document["creativeWorkStatus"] == "Draft" and "Draft" in visible_text(read_html(page)).split()
    assert document["dateModified"] == "2019-05-02"
    address = f"{base}/bridge/" if base else ""
    assert document["image"] == [{"@type": "ImageObject", "contentUrl": f"{address}a%20b.svg", "creditText": "By hand"}]
    assert document["correction"] == [
        {
            "@type": "CorrectionComment",
            "@id": f"{address}#correction-{number}",
            "text": f"The briefing said: {said} It now says: {says}",
            "datePublished": on,
        }
        for number, said, says, on in (
            (1, "Lena Ortis", "Lena Ortiz", "2019-04-09"),
            (2, "It opens in <March>.", "It opens in May.", "2019-05-02"),
        )
    ]


def test_of_the_article_only_what_it_gives_is_said() -> None:
    article = described("two-briefings", "footbridge", "")["isBasedOn"]
    assert article["author"] == {"name": "Iris Moll"}
    assert article["publisher"] == {"@type": "Organization", "name": "The Adaba Lantern"}
    assert article["url"] == "https://lantern.example.org/footbridge"
    assert article["datePublished"] == "2021-05-12"
    assert described("libya", "libya-2019", "")["isBasedOn"].keys() == {"@type", "@id", "inLanguage", "encoding"}


def test_the_articles_text_is_told_with_its_hash() -> None:
    document = described("libya", "libya-2019", BASE_URL)
    encoding = document["isBasedOn"]["encoding"]
    evidence = json.loads(made("libya", BASE_URL)[1]["libya-2019/evidence.json"])["newsbrief:article"]
    assert (encoding["contentUrl"], encoding["sha256"]) == (evidence["source"], evidence["sha256"])


def test_a_quotation_is_the_articles_words_with_a_sign_where_the_article_speaks_between() -> None:
    said = {each["@id"]: each for each in of_type(described("two-briefings", "footbridge", ""), "Quotation")}
    assert said["#quote-1"]["text"] == (
        "We have waited for this bridge for forty years, […] "
        "My mother used to say, ‘The river is wider than the town,’ and she was right."
    )
    assert said["#quote-4"]["text"].startswith("I shall not stand in its way. But I want")
    assert said["#quote-1"]["creator"] == {"@id": "#party-mayor"}
    assert "creator" not in said["#quote-3"]
    assert all(each["isBasedOn"] == {"@id": "#article"} for each in said.values())


OF_KINDS = 'Ann met Dan at the Bureau, the Office of Cland. Cland said "Yes".'
KINDS = """
actors:
  - {id: a, name: Ann, kind: person, member_of: b, reading: She works there.}
  - {id: b, name: Bureau, kind: government, abbr: Br, aliases: [Office], member_of: c, reading: It is of that state.}
  - {id: c, name: Cland, kind: state}
  - {id: d, name: Dan, kind: person, member_of: a, reading: He is of her staff.}
dates:
  - {date: 2019-04, event: They met., source: {title: S, url: "https://example.org/s"}, actors: [a, d]}
  - {date: 2019/2020-02, event: They talk., source: {title: S, url: "https://example.org/s"}}
quotes:
  - {speaker: c, cue: Cland said, text: Yes}
"""


def test_a_party_is_of_the_type_of_its_kind_and_belongs_to_bodies_only() -> None:
    document = describe(brief(OF_KINDS, KINDS))
    assert find_faults(document) == []
    ann, bureau, cland, dan, *_ = document["mentions"]
    assert ann == {"@type": "Person", "@id": "#party-a", "name": "Ann", "memberOf": {"@id": "#party-b"}}
    assert (bureau["@type"], bureau["memberOf"]) == ("GovernmentOrganization", {"@id": "#party-c"})
    assert (bureau["name"], bureau["alternateName"]) == ("Bureau", "Br")
    assert cland == {"@type": "Organization", "@id": "#party-c", "name": "Cland"}
    assert dan == {"@type": "Person", "@id": "#party-d", "name": "Dan"}


def test_the_labels_of_parties_are_terms_that_lead_to_their_cards() -> None:
    document = describe(brief(OF_KINDS, KINDS))
    (terms,) = of_type(document, "DefinedTermSet")
    assert (terms["@id"], terms["name"]) == ("#who-is-who", "Who is who")
    assert terms["hasDefinedTerm"] == [
        {"@type": "DefinedTerm", "name": "Br", "alternateName": "Bureau", "url": "#party-b"},
        {"@type": "DefinedTerm", "name": "Cland", "url": "#party-c"},
    ]
    libya = of_type(described("libya", "libya-2019", BASE_URL), "DefinedTerm")
    assert [each["name"] for each in libya[:3]] == ["LNA", "GNA", "AFRICOM"]
    assert libya[2]["description"] == "Its head is the Marine Corps general Thomas Waldhauser."


def test_an_event_keeps_the_precision_of_its_date() -> None:
    by_name = {each["name"]: each for each in of_type(describe(brief(OF_KINDS, KINDS)), "Event")}
    assert by_name["They met."]["startDate"] == "2019-04" and "endDate" not in by_name["They met."]
    assert by_name["They met."]["about"] == [{"@id": "#party-a"}, {"@id": "#party-d"}]
    assert (by_name["They talk."]["startDate"], by_name["They talk."]["endDate"]) == ("2019", "2020-02")
    assert "about" not in by_name["They talk."]


def test_a_briefing_of_which_little_is_known_says_little() -> None:
    document = describe(brief("Nothing is said.", ""))
    assert list(document) == [
        "@context",
        "@type",
        "headline",
        "inLanguage",
        "temporal",
        "isPartOf",
        "isBasedOn",
    ]
    assert document["isPartOf"] == {"@type": "WebSite", "name": "A site"}


WORDS = st.text(min_size=1)
MAYBE = st.none() | WORDS
DAYS = st.dates(min_value=date(1, 1, 1))
PICTURES = st.builds(Image, st.just("a.png"), WORDS, MAYBE)
ORIGINS = st.builds(
    Origin, publisher=MAYBE, author=MAYBE, url=st.none() | st.just("https://example.org/"), published=st.none() | DAYS
)


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """Return the footbridge briefing with less in it, and with other words where an editor may write any."""
    known = next(each for each in site_of("two-briefings").briefings if each.slug == "footbridge")
    front = replace(
        known.front,
        title=draw(WORDS),
        standfirst=draw(MAYBE),
        as_of=draw(DAYS),
        as_of_sources=(),
        origin=draw(ORIGINS),
        image=draw(st.none() | PICTURES),
        image_credit=draw(MAYBE),
        draft=draw(st.booleans()),
        corrections=tuple(draw(st.lists(st.builds(Correction, DAYS, WORDS, WORDS), max_size=2))),
    )
    actors = {}
    for id, actor in known.actors.items():
        claims = [replace(claim, text=draw(WORDS)) for claim in actor.about if draw(st.booleans())]
        names = draw(st.lists(WORDS, unique=True, max_size=2))
        actors[id] = replace(actor, name=draw(WORDS), abbr=draw(MAYBE), about=claims, article_names=names)
    quotes = [quote for quote in known.quotes if draw(st.booleans())]
    events = [replace(event, actors=event.actors[: draw(st.integers(0, 2))]) for event in known.events]
    events = events[: draw(st.integers(0, 3))]
    if not quotes and not any(event.actors for event in events) and draw(st.booleans()):
        actors = {}
    return replace(known, front=front, actors=actors, quotes=tuple(quotes), events=tuple(events), key_points=())


@given(briefings(), st.sampled_from(["", BASE_URL]))
def test_whatever_is_known_it_is_valid_and_nothing_is_empty(briefing: Briefing, base: str) -> None:
    script = describe_briefing(briefing, SiteConfig("A site", "", base, "en"))
    assert not set(script) & set("<>&\u2028\u2029")
    document = json.loads(script)
    assert find_faults(document) == []
    front = briefing.front
    given = {"headline": front.title, "description": front.standfirst, "temporal": str(front.as_of)}
    assert {key: document.get(key) for key in given} == given
    known = {"author": front.origin.author, "publisher": front.origin.publisher, "url": front.origin.url}
    assert {key for key, value in known.items() if value} == known.keys() & document["isBasedOn"].keys()
    assert ("dateModified" in document) == bool(front.corrections)
    assert len(of_type(document, "Quotation")) == len(briefing.quotes)
    assert len(document.get("mentions", [])) == len(briefing.actors) + len(briefing.events)


HOSTILE = "</script><script>alert(1)</script><!-- <script> ]]> &lt;/script> \u2028 \u2029 \\u003c"


@ALL
@ANYWHERE
def test_the_page_carries_it(name: str, slug: str, base: str) -> None:
    _, files = made(name, base)
    scripts = [each for each in read_html(files[f"{slug}/index.html"]).iter("script") if not each.get("src")]
    assert [each.get("type") for each in scripts] == ["application/ld+json"]
    card = f"{base}/{slug}/card.png"
    assert json.loads(scripts[0].text or "") == described(name, slug, base, card if base else "")


def test_no_title_ends_the_script() -> None:
    briefing = brief()
    hostile = replace(briefing, front=replace(briefing.front, title=HOSTILE))
    script = describe_briefing(hostile, replace(NOWHERE, title=HOSTILE))
    page = f'<html><head><script type="application/ld+json">{script}</script></head><body><p>after</p></body></html>'
    tree = read_html(page.encode())
    (element,) = tree.iter("script")
    assert json.loads(element.text or "")["headline"] == HOSTILE
    assert [each.tag for each in tree.iter()] == ["html", "head", "script", "body", "p"]


def test_the_same_briefing_gives_the_same_compact_bytes() -> None:
    site, _ = made("libya", "")
    (briefing,) = site.briefings
    script = describe_briefing(briefing, site.config)
    assert script == describe_briefing(briefing, site.config)
    assert script == json.dumps(json.loads(script), ensure_ascii=False, separators=(",", ":"))


def test_the_picture_for_sharing_stands_last_among_the_pictures() -> None:
    card = f"{BASE_URL}/footbridge/card.png"
    document = described("two-briefings", "footbridge", BASE_URL, card)
    header, last = document["image"]
    assert (header["contentUrl"], last) == (f"{BASE_URL}/footbridge/bridge.svg", card)
    assert described("libya", "libya-2019", BASE_URL, card)["image"] == [card]
    assert "image" not in described("libya", "libya-2019", BASE_URL)


SPOKEN = 'Ann and Dan said "Yes". Ann is alleged to have said "No". Dan never said "Never". Ann said: "Maybe".'
SPEAKERS = """
actors:
  - {id: a, name: Ann, kind: person}
  - {id: d, name: Dan, kind: person}
quotes:
  - {speaker: [a, d], cue: Ann and Dan said, text: Yes}
  - {speaker: a, hedge: alleged, cue: Ann is alleged to have said, text: No}
  - {speaker: d, hedge: denied, cue: Dan never said, text: Never, reading: No one heard it.}
  - {speaker: a, cue: Ann said, text: Maybe, reading: She says so.}
"""


def test_words_of_several_have_several_creators_and_hedged_words_none() -> None:
    document = describe(brief(SPOKEN, SPEAKERS))
    assert find_faults(document) == []
    both, alleged, denied, read = of_type(document, "Quotation")
    assert both["creator"] == [{"@id": "#party-a"}, {"@id": "#party-d"}] and "description" not in both
    assert "creator" not in alleged and alleged["description"] == "Alleged to have been said"
    assert "creator" not in denied and denied["description"] == [
        "Denied, or not said",
        "Editor’s reading: No one heard it.",
    ]
    assert read["creator"] == {"@id": "#party-a"}
    assert read["description"] == "Editor’s reading: She says so."


def test_hedges_and_readings_are_described_as_the_page_shows_them(site: Path) -> None:
    write_briefing(site, article=SPOKEN + "\n", facts=SPEAKERS)
    document = described_in(load_site(site), "bridge")
    assert unseen(document, build_in_memory(site)["bridge/index.html"], "en") == []
