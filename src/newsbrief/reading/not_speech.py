"""Words in quotation marks that are nobody's speech: titles, nicknames, terms, mottos and words set apart.

`why_no_speech(text, passage, "en")` of `the film “Night Ferry”` is `title`.
"""

import re
from collections.abc import Mapping

from newsbrief.model.document import Passage
from newsbrief.model.kinds import NotSpeechReason
from newsbrief.model.languages import primary_language

_NEAR = 60
_FEW, _SHORT = 8, 5
_OTHER = re.compile(r"(?<=\w )[\"“‘«„][^\"“”«»„‘’\n]{1,40}[\"”’»“],? (?:or|and|oder|und|ou|et|o|y|e) $")
_APPOSED = re.compile(r",? (?:a|an|the|his|her|their|its) ((?:[^\W\d_][\w’'-]* ){0,4}[^\W\d_][\w’'-]*)")
_NEXT = re.compile(r" ([^\W\d_][\w’'-]*)")
_SAYINGS = frozenset({"report", "paper", "article", "essay", "column", "piece", "sign", "classic"})
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def _list(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORDS: Mapping[str, Mapping[NotSpeechReason, str]] = {
    "en": {
        "title": (
            "book novel film movie song album single play poem series show programme program documentary article essay"
            " report paper magazine newspaper painting musical opera ballet hit memoir biography autobiography thriller"
            " comedy drama sitcom podcast column exhibition sculpture track entitled titled headlined sequel episode"
            " anthem ballad soundtrack game video sketch bestseller classic trilogy symphony ode hymn piece biopic"
            " satire romcom blockbuster miniseries spin-off prequel remake adaptation franchise"
        ),
        "nickname": "dubbed nicknamed",
        "motto": "motto slogan chant banner chants slogans placard placards sign signs hashtag tagline reading",
        "term": (
            "term word phrase expression known labelled labeled termed called codenamed code-named"
            " concept label category definition so-called abbreviation acronym"
        ),
        "scare": "so-called supposed alleged self-styled would-be purported self-proclaimed",
    },
    "de": {
        "title": "buch roman film lied album stück serie sendung artikel zeitschrift zeitung gemälde oper titel",
        "motto": "motto slogan parole",
        "term": "begriff wort ausdruck genannt namens",
        "scare": "sogenannte sogenannten sogenannter angebliche angeblichen",
    },
    "fr": {
        "title": "livre roman film chanson album pièce série émission article journal tableau intitulé intitulée",
        "motto": "slogan devise",
        "term": "terme mot expression surnommé dit baptisé",
        "scare": "soi-disant prétendu prétendue",
    },
    "es": {
        "title": "libro novela película canción álbum obra serie programa artículo cuadro titulado titulada",
        "motto": "lema consigna",
        "term": "término palabra expresión apodado llamado denominado",
        "scare": "supuesto supuesta llamado llamada autodenominado",
    },
    "it": {
        "title": "libro romanzo film canzone album opera serie programma articolo quadro intitolato",
        "motto": "motto slogan",
        "term": "termine parola espressione detto chiamato",
        "scare": "cosiddetto cosiddetta presunto presunta",
    },
}
_OF: Mapping[str, Mapping[str, NotSpeechReason]] = {
    language: {word: why for why, words in reasons.items() for word in words.split()}
    for language, reasons in _WORDS.items()
}
_SPEAKING = _list("he she they we i it who er sie wir il elle ils elles él ella lui lei")
_BETWEEN = _list("as was is the a an by of in to on her his their its my our word words and also")


def why_no_speech(text: str, passage: Passage, language: str) -> NotSpeechReason | None:
    """Return why words in marks are no speech, as the words before them show; None where nothing does."""
    if len(passage.inner) > 1:
        return None
    words = text[passage.inner[0].start : passage.inner[0].end].strip()
    count = len(words.split())
    if not count or count > _FEW:
        return None
    reasons = _OF.get(primary_language(language), {})
    before = text[max(0, passage.outer.start - _NEAR) : passage.outer.start]
    # What stands beside other words in marks is what these are: “dubbed ‘A’ or ‘B’”.
    before = _OTHER.sub("", before)
    if _is_nickname(text, passage, before):
        return "nickname"
    nearest = _WORD.findall(before.rpartition(".")[2] if not before.rstrip().endswith(".") else "")[-4:]
    ends_in_sign = before.rstrip().endswith((",", ":", ";"))
    for number, word in enumerate(reversed(nearest)):
        why = reasons.get(word.lower())
        if why == "title" and (not _is_in_title_case(words) or (ends_in_sign and number == 0)):
            why = None
        if why == "term" and number + 1 < len(nearest) and nearest[-number - 2].lower() in _SPEAKING:
            # “What he called ‘an honest mistake’” is his word.
            return None
        if why is not None and (not words.endswith((",", "!", "?", ".")) or why == "motto"):
            return why
        if why == "title" and number == 0 and words.endswith((",", ".")) and len(words.split()) <= _SHORT:
            # “In the biopic ‘Trudy.’”: the sign is that of the sentence.
            return why
        if word.lower() not in _BETWEEN:
            break
    after = text[passage.outer.end : passage.outer.end + _NEAR]
    is_explained = _is_in_title_case(words) and _explains(after, words, reasons)
    return "title" if is_explained or _is_name_of_work(words, before) else None


def _explains(after: str, words: str, reasons: Mapping[str, NotSpeechReason]) -> bool:
    """Say whether what follows says that words are a title: `“Trudy,” a biopic`, `the “Trudy” soundtrack`."""
    is_apart = words.endswith(",") or after.startswith(",")
    match = (_APPOSED if is_apart else _NEXT).match(after)
    found = [word.lower() for word in _WORD.findall(match[1])] if match else []
    return any(reasons.get(word) == "title" and word not in _SAYINGS for word in found)


def _is_nickname(text: str, passage: Passage, before: str) -> bool:
    """Say whether the words stand between the names of a person: Mohamed “Hemedti” Dagalo."""
    after = text[passage.outer.end : passage.outer.end + 20]
    return bool(re.search(r"[A-ZÀ-Þ][\w’'.-]+ $", before) and re.match(r" [A-ZÀ-Þ][\w’'-]+", after)) and (
        text[passage.inner[0].start].isupper() and text[passage.inner[0].end - 1] not in ",.!?"
    )


def _is_in_title_case(words: str) -> bool:
    longer = [word for word in _WORD.findall(words) if len(word) > 3] or _WORD.findall(words)
    return longer[0][0].isupper() if longer else any(char.isdigit() for char in words)


def _is_name_of_work(words: str, before: str) -> bool:
    """Say whether every longer word has a capital, as titles have them, and no verb or sign leads to the words."""
    longer = [word for word in _WORD.findall(words) if len(word) > 3]
    is_title = len(longer) > 1 and all(word[0].isupper() for word in longer) and words[-1:] not in ",.!?;"
    return is_title and not before.rstrip().endswith((",", ":"))
