"""The people and bodies that an article names, from its words alone; nothing of a fact sheet is needed.

`read_actors(document, "en-GB")` lists them in the order in which they are first named.
"""

from msgspec import Struct

from newsbrief.model.document import Document
from newsbrief.reading.actors.abbreviations import find_pairs
from newsbrief.reading.actors.article_words import read_article_words
from newsbrief.reading.actors.caseless import is_caseless, read_caseless
from newsbrief.reading.actors.classify import Classifier
from newsbrief.reading.actors.join import Joiner
from newsbrief.reading.actors.joined_names import JoinedNames
from newsbrief.reading.actors.lexicon import read_words
from newsbrief.reading.actors.mentions import NameMention
from newsbrief.reading.actors.runs import read_runs
from newsbrief.reading.datelines import without_dateline
from newsbrief.reading.page_lines import is_of_page


class ArticleActor(Struct, frozen=True):
    """One whom an article names: `name` as a glossary has it, and the `names` that the article uses.

    `kind` is a fact sheet's. `certainty` is `sure` where a title, a word such as “Ministry” or the name itself shows
    that it is an actor, `likely` where only words beside it do, `perhaps` where hardly anything does.
    `is_guess` says that nothing plainly shows the kind.
    """

    name: str
    abbr: str | None
    kind: str
    names: tuple[str, ...]
    mentions: tuple[NameMention, ...]
    certainty: str
    is_guess: bool = False

    @property
    def is_person(self) -> bool:
        return self.kind == "person"


def read_actors(document: Document, language: str) -> tuple[ArticleActor, ...]:
    """Return the people, bodies and states that an article names."""
    words = read_words(language)
    paragraphs = without_dateline(document.text, document.paragraphs, language)
    paragraphs = tuple(each for each in paragraphs if not is_of_page(document.text[each.start : each.end], language))
    article = read_article_words(document.text, paragraphs, words)
    classifier = Classifier(article, words, language)
    mentions = [mention for run in read_runs(article, words) for mention in classifier.sort(run)]
    if is_caseless(words):
        mentions += read_caseless(document.text, paragraphs, words, language)
    pairs = find_pairs(document.text, mentions, words)
    return tuple(_finish(actor) for actor in Joiner(document.text, pairs, words, language).join(mentions))


def _finish(actor: JoinedNames) -> ArticleActor:
    certainty = actor.certainty
    if actor.kind == "state" and not any(
        mention.beside.acts and not mention.beside.is_placed for mention in actor.mentions
    ):
        certainty = "perhaps"
    names = tuple(dict.fromkeys(actor.names))
    name = next((each for each in names if not each.isupper()), actor.name)
    is_shouted = actor.kind == "person" and actor.name.isupper()
    name = (name if not name.isupper() else name.title()) if is_shouted else actor.name
    return ArticleActor(name, actor.abbr, actor.kind, names, tuple(actor.mentions), certainty, actor.is_guess)
