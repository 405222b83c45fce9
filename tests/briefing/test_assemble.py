"""The briefing: ids become actors, selectors become slices of the article, counts are counted."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.model.briefing import Briefing
from newsbrief.model.document import Span
from newsbrief.model.front_matter import Source
from support.findings import check, find, write_front
from support.sites import ARTICLE, FACTS, FRONT


def brief(article: str, facts: str, front: str = FRONT) -> Briefing:
    assert check(article, facts, front) == []
    return assemble_briefing("bridge", "bridge", find(article, facts, front))


def parts(briefing: Briefing) -> list[list[str]]:
    return [[briefing.words(part) for part in quote.parts] for quote in briefing.quotes]


def unattributed(*texts: str) -> str:
    return "quotes:\n" + "".join(f"  - {{speaker: unattributed, text: {text}}}\n" for text in texts)


def test_a_whole_briefing_is_assembled() -> None:
    briefing = brief(ARTICLE, FACTS)
    assert list(briefing.actors) == ["ortiz", "reed"]
    assert parts(briefing) == [["The bridge will open in May,"], ["late and costly"]]
    assert [quote.speakers for quote in briefing.quotes] == [("ortiz",), ("reed",)]
    assert [str(event.date) for event in briefing.events] == ["2017"]
    assert (briefing.slug, briefing.folder, briefing.front.title) == ("bridge", "bridge", "A title")


def test_a_briefing_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        brief(ARTICLE, FACTS).slug = "other"  # type: ignore[misc]


def test_a_quotation_is_printed_in_the_article_s_typography_not_the_fact_sheet_s() -> None:
    briefing = brief("She said: “It’s late — very late…” Then she left.", unattributed('"It\'s late - very late..."'))
    assert parts(briefing) == [["It’s late — very late…"]]


def test_marks_copied_along_with_the_words_are_no_part_of_the_quotation() -> None:
    assert parts(brief('She said "one two" there.', unattributed("'\"one two\"'"))) == [["one two"]]


def test_quotations_come_in_the_order_of_the_article() -> None:
    briefing = brief('"One," "two" and "three".', unattributed("three", '"One,"', "two"))
    assert parts(briefing) == [["One,"], ["two"], ["three"]]
    assert [quote.id for quote in briefing.quotes] == ["quote-1", "quote-2", "quote-3"]


def test_a_quotation_of_two_parts_stays_one_quotation() -> None:
    briefing = brief('"One two," she said, "three four."', unattributed('["One two,", three four.]'))
    assert parts(briefing) == [["One two,", "three four."]]
    assert (briefing.tally.quotations, briefing.tally.passages) == (1, 2)


def test_a_quotation_of_several_paragraphs_has_a_part_for_each_without_the_marks() -> None:
    briefing = brief('"One two.\n\n"Three four.\n\n"Five," she said.', unattributed('"One two. Three four. Five,"'))
    assert parts(briefing) == [["One two.", "Three four.", "Five,"]]
    assert briefing.tally.passages == 1


def test_a_part_of_a_quotation_of_several_paragraphs_is_cut_where_the_paragraphs_are() -> None:
    article = '"One two.\n\n"Three four," she said.'
    briefing = brief(article, "quotes: [{speaker: unattributed, text: [One, two. Three, 'four,']}]\n")
    assert parts(briefing) == [["One", "two.", "Three", "four,"]]


@pytest.mark.parametrize(
    "article, text, fragment",
    [
        ('She said: "It is late."', "It is late.", False),
        ('"It is late," she said.', '"It is late,"', False),
        ('She called it "late and costly" there.', "late and costly", True),
        ('She said that "It is late."', "It is late.", True),
        ('She left. "It is late", she said.', "It is late", True),
        ('She asked, "Is it late?"', "Is it late?", False),
        ('Done. "is it late?" she asked.', "is it late?", True),
    ],
)
def test_a_fragment_is_what_is_no_whole_sentence(article: str, text: str, fragment: bool) -> None:
    (quote,) = brief(article, unattributed(text)).quotes
    assert quote.is_fragment is fragment


@pytest.mark.parametrize(
    ("language", "article", "text", "fragment"),
    [
        ("de", "Sie ging. „Es ist spät“, sagte sie.", "Es ist spät", False),
        ("fr", "Elle partit. « Il est tard », dit-elle.", "Il est tard", False),
        ("es", "«Llueve mucho», dijo ella.", "Llueve mucho", False),
        ("es", "«El río», dijo ella, «baja lleno».", "[El río, baja lleno]", False),
        ("pt", "“Chove muito”, disse ela.", "Chove muito", False),
        ("ru", "«Мост нужен», — сказала она.", "Мост нужен", False),
        ("ru", "Она сказала: «Мост нужен».", "Мост нужен", False),
        ("ru", "«Мост, — сказала она, — нужен».", "[Мост, нужен]", False),
        ("de", "Sie nannte es „spät und teuer“, dann ging sie.", "spät und teuer", True),
        ("de", "„Millionengrab“, so nennt sie es.", "Millionengrab", True),
        ("es", "Dijo que «Lugo», su ciudad, es fría.", "Lugo", True),
        ("es", "«llueve mucho», dijo ella.", "llueve mucho", True),
        ("ru", "Она назвала мост «Старой доской», как все.", "Старой доской", True),
        ("ru", "По её словам, мост «нужен», и это всё.", "нужен", True),
    ],
)
def test_a_comma_behind_the_mark_ends_a_whole_sentence_outside_english(
    language: str, article: str, text: str, fragment: bool
) -> None:
    findings = find(f"{article}\n", unattributed(text), write_front(lang=language))
    (quote,) = assemble_briefing("x", "x", findings).quotes
    assert quote.is_fragment is fragment


def test_an_unattributed_quotation_has_no_speaker_and_no_cue() -> None:
    (quote,) = brief('"It is late," came the answer.', unattributed('"It is late,"')).quotes
    assert (quote.speakers, quote.cue) == ((), None)


def test_a_cue_by_pronoun_is_told_from_a_cue_by_name() -> None:
    facts = """\
actors:
  - {id: ortiz, name: Lena Ortiz, kind: person}
quotes:
  - {speaker: ortiz, cue: Lena Ortiz said, text: 'One,'}
  - {speaker: ortiz, cue: She said, text: Two.}
"""
    briefing = brief('Lena Ortiz said "One," and sat down. She said: "Two."', facts)
    cues = [quote.cue for quote in briefing.quotes if quote.cue]
    assert [(briefing.words(cue.span), cue.pronoun) for cue in cues] == [("Lena Ortiz said", None), ("She said", "She")]
    assert briefing.tally.by_pronoun == 1


def test_a_cue_that_names_its_speaker_needs_no_pronoun() -> None:
    facts = "actors:\n  - {id: ortiz, name: Lena Ortiz, kind: person}\n"
    facts += "quotes:\n  - {speaker: ortiz, cue: 'Lena Ortiz, who had come', text: One.}\n"
    (quote,) = brief('Lena Ortiz, who had come, said: "One."', facts).quotes
    assert quote.cue is not None
    assert quote.cue.pronoun is None


def test_an_actor_carries_the_names_that_the_article_uses_in_order_of_first_use() -> None:
    facts = """\
actors:
  - {id: un, name: United Nations, abbr: UN, kind: international-body, aliases: [the world body]}
  - {id: envoy, name: Envoy of the United Nations, kind: person}
"""
    briefing = brief("The UN met. The Envoy of the United Nations left the world body; the UN’s hall closed.", facts)
    un = briefing.actors["un"]
    assert (un.label, un.name) == ("UN", "United Nations")
    assert un.article_names == ("UN", "the world body")
    assert [(mention.id, briefing.words(mention.span)) for mention in un.mentions] == [
        ("mention-un-1", "UN"),
        ("mention-un-2", "the world body"),
        ("mention-un-3", "UN"),
    ]
    assert briefing.actors["envoy"].article_names == ("Envoy of the United Nations",)


def test_a_name_that_runs_over_a_line_end_is_one_name() -> None:
    briefing = brief("Lena\nOrtiz came. Lena  \nOrtiz left.", "actors:\n  - {id: a, name: Lena Ortiz, kind: person}\n")
    assert briefing.actors["a"].article_names == ("Lena Ortiz",)
    assert len(briefing.actors["a"].mentions) == 2


def test_a_background_actor_has_no_names_in_the_article() -> None:
    source = "{title: The town, url: https://example.org/}"
    facts = f"actors:\n  - {{id: a, name: A, kind: state, background: true, about: [{{text: B., source: {source}}}]}}\n"
    actor = brief("The bridge closed.", facts).actors["a"]
    assert (actor.is_background, actor.article_names, actor.mentions) == (True, (), ())
    assert actor.about[0].is_background
    assert actor.about[0].sources == (Source("The town", "https://example.org/"),)


def test_events_come_in_the_order_of_their_dates() -> None:
    facts = """\
dates:
  - {date: 2019-04-05, when: Friday, event: C., cite: on Friday}
  - {date: 2017, when: in 2017, event: A., cite: in 2017}
  - {date: 2018-03, when: in March 2018, event: B., cite: in March 2018}
  - {date: 2019-04-05, when: Friday, event: D., cite: on Friday}
"""
    briefing = brief("It rained in 2017, in March 2018 and on Friday.", facts)
    assert [event.event.text for event in briefing.events] == ["A.", "B.", "C.", "D."]
    assert [event.id for event in briefing.events] == ["date-1", "date-2", "date-3", "date-4"]


@pytest.mark.parametrize(
    "date, when, agreement",
    [
        ("2017", "in 2017", "stated"),
        ("2017-03-05", "5 March 2017", "stated"),
        ("2019-04-05", "Friday", "counted"),
        ("2019-04-06", "yesterday", "counted"),
        ("2019-04-01", "1 April", "counted"),
        ("2019-03", "some weeks ago", "read"),
    ],
)
def test_a_date_says_how_it_is_known(date: str, when: str, agreement: str) -> None:
    reading = ", reading: The town says so." if agreement == "read" else ""
    facts = f"dates:\n  - {{date: {date}, when: {when}, event: A., cite: It rained{reading}}}\n"
    (event,) = brief(f"It rained {when}.", facts).events
    assert event.when is not None
    assert (event.agreement, event.basis) == (agreement, "reading" if reading else "words")


def test_a_date_from_an_outside_source_alone_has_no_words_and_no_agreement() -> None:
    facts = "dates:\n  - {date: 2017, event: A., source: {title: B, url: https://example.org/}}\n"
    (event,) = brief("It rained.", facts).events
    assert (event.when, event.agreement, event.event.is_background) == (None, None, True)


def test_the_words_of_a_date_are_those_beside_what_is_cited() -> None:
    facts = """\
dates:
  - {date: 2019-04-07, when: On Sunday, event: A., cite: it rained}
  - {date: 2019-04-07, when: On Sunday, event: B., cite: it snowed}
"""
    briefing = brief("On Sunday it rained.\n\nOn Sunday it snowed.", facts)
    starts = [event.when.start for event in briefing.events if event.when]
    assert starts == [0, briefing.document.text.index("On Sunday it snowed")]


def test_an_actor_named_twice_at_an_event_takes_part_once() -> None:
    facts = """\
actors:
  - {id: a, name: Ortiz, kind: person}
dates:
  - {date: 2017, when: in 2017, event: A., cite: Ortiz came, actors: [a, a]}
"""
    assert brief("Ortiz came in 2017.", facts).events[0].actors == ("a",)


def test_claims_have_ids_of_their_own() -> None:
    facts = """\
key_points:
  - {text: One., cite: Ortiz}
  - {text: Later., cite: [Ortiz, came]}
actors:
  - {id: a, name: Ortiz, kind: person, about: [{text: Again., cite: came}, {text: Often., cite: came}]}
relations:
  - {from: a, to: b, kind: backs, cite: Ortiz backed Reed}
"""
    facts = facts.replace("to: b", "to: c").replace("relations", "  - {id: c, name: Reed, kind: person}\nrelations")
    briefing = brief("Ortiz backed Reed and came.", facts)
    assert [claim.id for claim in briefing.key_points] == ["key-point-1", "key-point-2"]
    assert [claim.id for claim in briefing.actors["a"].about] == ["about-a-1", "about-a-2"]
    assert [briefing.words(span) for span in briefing.key_points[1].cites] == ["Ortiz", "came"]
    (relation,) = briefing.relations
    assert (relation.id, relation.subject, relation.object, relation.kind) == ("relation-1", "a", "c", "backs")


def test_the_tally_counts_what_is_there() -> None:
    facts = """\
key_points:
  - {text: One., cite: [Ortiz came, in 2017]}
  - {text: Later., source: [{title: A, url: https://a.org/}, {title: B, url: https://b.org/}]}
actors:
  - {id: ortiz, name: Ortiz, kind: person, about: [{text: Again., cite: Ortiz came}]}
  - {id: reed, name: Reed, kind: person}
dates:
  - {date: 2017, when: in 2017, event: Four., cite: Ortiz came, source: {title: A again, url: https://a.org/}}
quotes:
  - {speaker: ortiz, cue: Ortiz said, text: 'one,'}
  - {speaker: unattributed, text: two}
relations:
  - {from: ortiz, to: reed, kind: backs, cite: Ortiz backed Reed}
not_speech:
  - {text: Three, why: title}
"""
    tally = brief(
        'Ortiz came in 2017. "one," Ortiz said. A sign read "two" in "Three". Ortiz backed Reed.', facts
    ).tally
    counted = {name: number for name, number in msgspec.structs.asdict(tally).items() if number}
    assert counted == {
        "passages": 3,
        "quotations": 2,
        "unattributed": 1,
        "not_speech": 1,
        "dates": 1,
        "sentences": 3,
        "sentences_sourced": 1,
        "relations": 1,
        "parties": 2,
        "cites": 5,
        "mentions": 4,
        "sources": 2,
    }


def test_words_that_are_no_speech_keep_their_reason() -> None:
    briefing = brief('They sang "The Bridge".', "not_speech:\n  - {text: The Bridge, why: title}\n")
    (entry,) = briefing.not_speech
    assert (entry.id, briefing.words(entry.span), entry.why) == ("not-speech-1", "The Bridge", "title")


def test_words_are_sliced_out_of_the_article() -> None:
    briefing = brief("One 😀 two.", "")
    assert briefing.words(Span(4, 5)) == "😀"


SENTENCES = st.lists(
    st.sampled_from(["One’s", "two", "“three”", "four…", "—", "cafe\u0301", "😀", "five,", "*six*"]),
    min_size=1,
    max_size=8,
)


@given(SENTENCES, st.lists(SENTENCES, min_size=1, max_size=4))
def test_every_printed_quotation_is_a_slice_of_the_article(before: list[str], quoted: list[list[str]]) -> None:
    """Whatever stands in «…» is quoted, in the sheet with plain typography, on the page with the article's own."""
    texts = [" ".join([f"Nr {number}", *words]) for number, words in enumerate(quoted)]
    article = " ".join(before) + "\n\n" + "\n\n".join(f"«{text}» she said." for text in texts)
    plain = [text.replace("’", "'").replace("…", "...").replace("—", "-").replace("*", "") for text in texts]
    entries = "".join(f"  - speaker: unattributed\n    text: >-\n      {text}\n" for text in plain)
    findings = find(article, "quotes:\n" + entries)
    briefing = assemble_briefing("x", "x", findings)
    printed = [briefing.words(part) for quote in briefing.quotes for part in quote.parts]
    assert printed == [text.replace("*", "") for text in texts]
    assert all(words in briefing.document.text for words in printed)


def test_a_sentence_whose_full_stop_stands_behind_the_mark_is_whole() -> None:
    article = "Er sagte: „Die Brücke kommt“. Das sei „ein Wunder“, sagte er.\n"
    facts = """
        quotes:
          - {speaker: unattributed, text: Die Brücke kommt}
          - {speaker: unattributed, text: ein Wunder}
    """
    findings = find(article, facts)
    quotes = assemble_briefing("x", "x", findings).quotes
    assert [quote.is_fragment for quote in quotes] == [False, True]


def test_a_name_in_several_cases_is_one_name_of_the_article() -> None:
    article = "Работает «Речстрой». Директор «Речстроя» Вера Лунина пришла. Лунину спросили.\n"
    facts = """\
actors:
  - {id: firm, name: Речстрой, kind: company}
  - {id: lunina, name: Вера Лунина, kind: person, aliases: [Лунина]}
  - {id: works, name: Завод, kind: company}
not_speech:
  - {text: Речстрой, why: title}
  - {text: Речстроя, why: title}
"""
    actors = assemble_briefing("x", "x", find(article, facts, write_front(lang="ru"))).actors
    assert actors["firm"].article_names == ("Речстрой",)
    assert actors["lunina"].article_names == ("Вера Лунина", "Лунину")
    assert actors["works"].article_names == ()
