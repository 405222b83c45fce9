import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.markdown import read_markdown
from newsbrief.evidence.names import find_names
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Document, Span
from newsbrief.reading.attribution import attributes_to, find_pronoun

NAMES = {
    "Tom Reed": "reed",
    "Reed": "reed",
    "Lena Ortiz": "ortiz",
    "Mayor Lena Ortiz": "ortiz",
    "General Waldhauser": "waldhauser",
    "Waldhauser": "waldhauser",
    "U.N.": "un",
}
PIECES = st.lists(
    st.sampled_from(
        [
            *NAMES,
            "said",
            "told",
            "says",
            "the",
            "Mr.",
            "quickly",
            "“We go,”",
            "“Go.”",
            '"No"',
            ",",
            ":",
            "that",
            "he",
            "\n\n",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


def attribute(article: str, language: str = "en", number: int = 0) -> tuple[str, str] | None:
    evidence = Evidence(read_markdown(article))
    passage = evidence.marks.passages[number]
    found = attributes_to(evidence, passage, find_names(evidence, NAMES), language)
    return (found.actor, evidence.words(found.span)) if found else None


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("“We go,” General Waldhauser said.", ("waldhauser", "General Waldhauser said")),
        ("“We go,” General Waldhauser said, adding: “Now.”", ("waldhauser", "General Waldhauser said")),
        ("“We go,” Mr. Reed said.", ("reed", "Reed said")),
        ("“We go,” the Democrat Tom Reed said.", ("reed", "Tom Reed said")),
        ("“We go,” Reed quickly added.", ("reed", "Reed quickly added")),
        ("“We go” — Reed said.", ("reed", "Reed said")),
        ("“We go,” said Tom Reed.", ("reed", "said Tom Reed")),
        ("“We go,” said Mayor Lena Ortiz in a letter.", ("ortiz", "said Mayor Lena Ortiz")),
        ("“We go,” warned the Mr. Reed.", ("reed", "warned the Mr. Reed")),
        ("“Why?” asked Reed.", ("reed", "asked Reed")),
        ("“We go!” Reed said.", ("reed", "Reed said")),
        ("“We go,” the U.N. said.", ("un", "U.N. said")),
    ],
)
def test_words_right_after_a_quotation_name_its_speaker(article: str, expected: tuple[str, str]):
    assert attribute(article) == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ("Reed said: “We go.”", ("reed", "Reed said")),
        ("Reed said, “We go.”", ("reed", "Reed said")),
        ("Reed said that “we go” soon.", ("reed", "Reed said that")),
        ("On Sunday, Lena Ortiz bluntly replied: “We go.”", ("ortiz", "Lena Ortiz bluntly replied")),
        ("Ortiz met Tom Reed, and Reed said: “We go.”", ("reed", "Reed said")),
        ("In a letter, said Mr. Reed: “We go.”", ("reed", "said Mr. Reed")),
    ],
)
def test_words_right_before_a_quotation_name_its_speaker(article: str, expected: tuple[str, str]):
    assert attribute(article) == expected


@pytest.mark.parametrize(
    "article",
    [
        "“We go,” he said.",
        "“We go,” said a friend of Tom Reed.",
        "“We go,” Reed’s aide said.",
        "“We go,” Reed's lawyers said.",
        "“We go,” Reed laughed.",
        "“We go,” said the council. Reed said no.",
        "“We go.” Reed said no more.",
        "“We go,” they wrote to Reed.",
        "Reed left. “We go,” it read.",
        "Reed said no. “We go,” it read.",
        "Reed never said “we go” to them.",
        "Reed did not say “we go” to them.",
        "“We go,” said nobody.",
        "“We go.”\n\nReed said: no.",
        "Reed said:\n\n“We go.”",
        "“We go,” reed said.",
        "Reedy said: “We go.”",
    ],
)
def test_no_speaker_is_read_where_the_words_do_not_plainly_name_one(article: str):
    assert attribute(article) is None


def test_each_of_two_quotations_has_its_own_speaker():
    article = "“We go,” Reed said. Lena Ortiz replied: “We stay.”"
    assert attribute(article) == ("reed", "Reed said")
    assert attribute(article, number=1) == ("ortiz", "Lena Ortiz replied")


def test_a_quotation_of_several_paragraphs_has_its_speaker_at_its_end():
    assert attribute("“We go.\n\n“And soon,” Reed said.") == ("reed", "Reed said")


def test_a_quotation_of_several_paragraphs_has_its_speaker_at_its_beginning():
    assert attribute("Reed said: “We go.\n\n“And soon.”\n\nOrtiz laughed.") == ("reed", "Reed said")


def test_words_in_emphasis_name_the_speaker_too():
    assert attribute("“We go,” *Reed* **said**.") == ("reed", "Reed said")


@pytest.mark.parametrize("language", ["de", "fr", "ar", "ja"])
def test_a_language_that_is_not_known_is_not_read(language: str):
    assert attribute("“We go,” Reed said.", language) is None


@pytest.mark.parametrize("language", ["en-GB", "en-US"])
def test_forms_of_english_are_english(language: str):
    assert attribute("“We go,” Reed said.", language) == ("reed", "Reed said")
    assert find_pronoun("she said", language) == "she"


@pytest.mark.parametrize(
    ("words", "language", "pronoun"),
    [
        ("he said, adding", "en", "he"),
        ("She replied", "en", "She"),
        ("Haftar said", "en", None),
        ("theirs, hers, there", "en", None),
        ("sagte er", "de", "er"),
        ("dit-il", "fr", "il"),
        ("dijo ella", "es", "ella"),
        ("قال هو", "ar", "هو"),
        ("he said", "ja", None),
        ("", "en", None),
    ],
)
def test_a_pronoun_is_found_as_it_is_written(words: str, language: str, pronoun: str | None):
    assert find_pronoun(words, language) == pronoun


@given(PIECES)
def test_a_speaker_who_is_read_is_named_beside_the_quotation(text: str):
    starts = [0, *(at + 2 for at in range(len(text)) if text.startswith("\n\n", at))]
    spans = tuple(Span(start, len(text[start:].split("\n\n")[0]) + start) for start in starts)
    evidence = Evidence(Document((), text, spans))
    names = find_names(evidence, NAMES)
    for passage in evidence.marks.passages:
        found = attributes_to(evidence, passage, names, "en")
        if found is None:
            continue
        assert not found.span.meets(passage.outer)
        assert any(place.actor == found.actor and found.span.holds(place.span) for place in names)
        between = text[found.span.end : passage.outer.start] or text[passage.outer.end : found.span.start]
        assert "\n\n" not in between


@pytest.mark.parametrize(
    "article",
    [
        "Tom Reed told Lena Ortiz: “You are late.”",
        "Tom Reed asked Mayor Lena Ortiz, “Why?”",
        "“We go,” said Lena Ortiz’s spokesman.",
        "“We go,” said Lena Ortiz's rival Tom Reed.",
        "“We go,” said Lena Ortiz spokesman Ali.",
    ],
)
def test_no_speaker_is_read_who_is_spoken_to_or_only_spoken_for(article):
    assert attribute(article) in (None, ("reed", "Tom Reed told"), ("reed", "Tom Reed asked"))


@pytest.mark.parametrize("words", ["said Bob Hill, who had left", "a spokesman said as it rained", "it"])
def test_a_pronoun_that_stands_for_something_else_names_no_speaker(words: str):
    assert find_pronoun(words, "en") is None


@pytest.mark.parametrize("words, pronoun", [("it said", "it"), ("He remarked", "He"), ("who told reporters", "who")])
def test_a_pronoun_before_a_reporting_verb_names_the_speaker(words: str, pronoun: str):
    assert find_pronoun(words, "en-GB") == pronoun
