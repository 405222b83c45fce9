"""The evidence of a briefing as a W3C Web Annotation collection.

https://www.w3.org/TR/annotation-model/ — targets point into the canonical text, which is published beside it.
"""

from collections.abc import Sequence

import msgspec

from newsbrief.model.briefing import Briefing, Quote, Relation
from newsbrief.model.paths import ARTICLE_TEXT, EVIDENCE, absolute_url
from newsbrief.model.section_entry import SectionEntry
from newsbrief.model.site import SiteConfig
from newsbrief.pages.language.interface import read_interface
from newsbrief.pages.ties import Annotation, find_annotations, party_id

_CONTEXT = 32
"""How many characters before and after the words a selector carries."""

_MOTIVATIONS = {
    "quote": "highlighting",
    "cue": "identifying",
    "not-speech": "classifying",
    "cite": "linking",
    "when": "identifying",
    "mention": "tagging",
}
_CLASSES = {
    kind: {"type": "TextualBody", "purpose": "classifying", "value": name}
    for kind, name in {
        "quote": "quotation",
        "cue": "cue",
        "not-speech": "not speech",
        "cite": "cite",
        "when": "date",
        "mention": "mention",
    }.items()
}
"""What readers of the file call each kind of tie."""


def evidence_json(briefing: Briefing, config: SiteConfig, annotations: Sequence[Annotation] | None = None) -> bytes:
    """Return the annotation collection of a briefing as UTF-8 JSON. Addresses are relative where the site's is unknown.

    Each annotation has a TextQuoteSelector and a TextPositionSelector, which counts code points of `article.txt`.
    `annotations` are those of the briefing, where they have been found already.
    """
    base = absolute_url(config, f"{briefing.slug}/")
    text, say = briefing.document.text, read_interface(briefing.front.language)
    if annotations is None:
        annotations = find_annotations(briefing)
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{base}{EVIDENCE}",
        "type": "AnnotationCollection",
        "label": f"{say('evidence-title')}{say('colon')}{briefing.front.title}",
        "total": len(annotations),
        "first": {
            "id": f"{base}{EVIDENCE}#page-1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_annotation(each, text, base) for each in annotations],
        },
        "newsbrief:article": {
            "source": f"{base}{ARTICLE_TEXT}",
            "sha256": briefing.document.digest,
            "characters": len(text),
        },
        "newsbrief:checked": {name: getattr(briefing.tally, name) for name in briefing.tally.__struct_fields__},
    }
    return msgspec.json.encode(collection) + b"\n"


def _annotation(each: Annotation, text: str, base: str) -> dict[str, object]:
    start, end = each.span
    return {
        "id": f"{base}{EVIDENCE}#{each.id}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS[each.kind],
        "body": (
            _CLASSES[each.kind],
            {"type": "TextualBody", "purpose": "describing", "value": each.datetime or each.label},
            {"type": "SpecificResource", "purpose": "linking", "source": f"{base}index.html#{each.target}"},
        ),
        "target": {
            "source": f"{base}{ARTICLE_TEXT}",
            "selector": (
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _CONTEXT) : start],
                    "suffix": text[end : end + _CONTEXT],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ),
        },
        **_notes(each.rests_on, base),
    }


def _notes(entry: SectionEntry | None, base: str) -> dict[str, object]:
    """Return what must be known of an entry before its words are used: only what there is to be known."""
    speakers = entry.speakers if isinstance(entry, Quote) else ()
    notes = {
        "newsbrief:speakers": [f"{base}index.html#{party_id(speaker)}" for speaker in speakers],
        "newsbrief:hedge": entry.hedge if isinstance(entry, Quote | Relation) else None,
        "newsbrief:reading": entry.reading if entry else None,
    }
    return {name: value for name, value in notes.items() if value}
