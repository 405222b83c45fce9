"""The English words that state a relation, kind by kind.

`verbs_of()["backed"]` are the senses of a form. A `<` after words says that they name the two in the other order: who
works for a firm is employed by it. Words after a verb's first are its particles.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from newsbrief.reading.actors.lexicon import list_words

VERBS: Mapping[str, str] = {
    "backs supports": "back|support|endorse|recognise|recognize|fund|finance|bankroll|sponsor|champion|favour"
    "|favor|side with"
    "|stand by|stand behind|stand with|ally with|aid|assist|subsidise|subsidize|help",
    "arms backs": "arm|equip|rearm|supply|send weapons to|send arms to|sell arms to|sell weapons to|ship arms to"
    "|ship weapons to"
    "|deliver weapons to|deliver arms to|provide arms to|provide weapons to|give weapons to",
    "supports": "defend|protect",
    "backs arms": "provide money to|give money to|train",
    "leads": "lead|head|command|chair|run|govern|rule|direct|captain|preside over|manage|coach|oversee|edit|control"
    "|serve under<|answer to<|report to<",
    "part-of": "belong to|join|include<|comprise<|form part of|be part of",
    "owns": "own|buy|acquire|purchase|take over|belong to<|be owner of|hold|retain",
    "part-of employs leads": "leave|quit|resign from|withdraw from|secede from|pull out of",
    "employs": "employ|hire|recruit|appoint|work for<|work at<",
    "succeeds": "succeed|replace|take over from|supplant|make way for<|hand over to<",
    "fights": "clash with|battle with|battle against|fight with|fight against|struggle against|war with"
    "|war against|fight|attack|battle|bomb|shell|raid|strike|invade|assault|ambush|besiege|bombard|fire on|storm"
    "|combat",
    "resists": "resist|defy|rebuff|reject|refuse|rebel against|hold out against|spurn|thwart",
    "opposes": "oppose|resist|reject|object to|protest against|vote against|campaign against|come out against|contest"
    "|speak out against|denounce|condemn",
    "criticises opposes": "criticise|criticize|condemn|denounce|rebuke|blast|slam|lambast|deplore|chide|berate"
    "|scold|attack"
    "|hit out at|lash out at|deride|decry|fault|take aim at|take a shot at|take a veiled shot at"
    "|take a thinly veiled shot at|take a swipe at|take a jab at|take a dig at|poke fun at|make fun of",
    "accuses criticises": "accuse|blame|charge|denounce",
    "arrests": "arrest|detain|apprehend|jail|imprison|seize|capture|take into custody",
    "sues": "sue|take to court|litigate against",
    "sanctions": "sanction|blacklist|penalise|penalize",
    "calls-on": "call on|call upon|urge|appeal to|ask|implore|press|beg|exhort|demand of|plead with",
    "agrees-with": "agree with|settle with|side with|reach agreement with|strike a deal with|sign with",
    "merges-with": "merge with|combine with|fuse with|unite with|join forces with",
    "meets talks-to": "meet|meet with|receive|host|visit",
    "talks-to": "talk to|talk with|speak to|speak with|negotiate with|confer with|consult|telephone|phone|discuss with",
    "neutral": "stay neutral towards",
}

MUTUAL_VERBS: Mapping[str, str] = {
    "meets talks-to": "meet",
    "agrees-with": "agree",
    "merges-with": "merge|combine",
    "talks-to": "talk|negotiate|speak",
    "fights": "clash|battle|fight",
}
"""Verbs of two that act together: `Aske and Vane met`."""

NOUNS: Mapping[str, str] = {
    "backs supports": "support for|backing for|backing to|support to|aid to|aid for|endorsement of|recognition of"
    "|favour of|favor of|behind",
    "arms backs": "arms to|weapons to|weapons for|arms for|weapons with|arms with",
    "opposes": "opposition to|opposed to|hostile to|critical of",
    "criticises": "criticism of|critical of|attack on|rebuke of|rebuke to",
    "resists": "resistance to|defiance of|revolt against|rebellion against|uprising against",
    "fights": "war on|war against|war with|battle against|battle with|fight against|fight with"
    "|attack on|attacks on|assault on|raid on|raids on|raid against|strike on|strikes on|strikes against"
    "|offensive against"
    "|clashes with|battles with|fire on|siege to|fire at",
    "accuses": "accusation against|accusations against|charges against|complaint against",
    "sues": "lawsuit against|suit against|action against|case against|proceedings against|claim against"
    "|complaint against",
    "sanctions": "sanctions on|sanctions against|embargo on|embargo against|sanction on|penalties on|ban on",
    "agrees-with": "agreement with|deal with|pact with|accord with|treaty with|truce with|contract with"
    "|ceasefire with|settlement with"
    "|terms with|compromise with",
    "merges-with": "merger with|union with|fusion with",
    "meets talks-to": "meeting with|talks with|summit with|meetings with",
    "talks-to": "talks with|negotiations with|dialogue with|discussions with|conversation with|contact with"
    "|contacts with|touch with",
    "neutral": "neutral towards|neutral toward|neutral to|neutral on|neutral between|neutrality towards|neutral in",
    "part-of": "part of|belongs to",
    "leads": "charge of|command of|control of|helm of",
    "owns": "takeover of|purchase of|stake in|shares in|shares of|shareholding in|holding in",
    "employs": "job at<|jobs at<",
    "succeeds": "over from",
    "calls-on": "appeal to|plea to",
    "arrests": "arrest of|detention of|capture of",
}
"""Nouns and other words with the preposition before the party: `held talks with Marland`, `is part of the Front`."""

BETWEEN: Mapping[str, str] = {
    "fights": "war|battle|fighting|clash|clashes|battles|fights|fight|conflict",
    "talks-to": "talks|negotiations|dialogue|discussions",
    "meets talks-to": "meeting|summit|talks|meetings",
    "agrees-with": "agreement|deal|pact|accord|treaty|truce|ceasefire|contract|settlement",
    "merges-with": "merger|union",
}
"""Nouns of two: `talks between Sorland and Marland`, `the Sorland and Marland merger`."""

GIVEN: Mapping[str, str] = {
    "backs supports": "support|backing|aid|funding|money|endorsement|recognition|help|assistance|blessing",
    "arms backs": "arms|weapons|ammunition|drones|rifles",
    "criticises": "criticism|rebuke",
    "accuses": "accusations|charges",
    "sanctions": "sanctions|embargo",
}
"""Nouns of a thing that somebody gets from another: `has the support of Sorland`, `won backing from Sorland`."""

ROLES: Mapping[str, str] = {
    "leads": "commander|leader|head|chief|president|premier|chancellor|chairman|chairwoman|chair|chairperson"
    "|director|boss|captain"
    "|governor|mayor|ruler|coach|editor|manager|secretary-general|prime minister|chief executive"
    "|general secretary|king|queen"
    "|editor-in-chief|commander-in-chief|chief minister|ceo|dean|rector|headmaster|headmistress|principal|warlord"
    "|emir|sultan"
    "|chief constable|director-general|director general|secretary general|supreme leader|managing director"
    "|skipper|speaker",
    "part-of": "member|wing|branch|unit|arm|division|faction|chapter|subsidiary|department|agency|minister"
    "|senator|deputy|spokesman"
    "|spokeswoman|spokesperson|officer|soldier|lawmaker|mp|colonel|lieutenant|fighter|player|midfielder|striker"
    "|goalkeeper|councillor|judge|justice|magistrate|prosecutor|physicist|biologist|chemist|economist|historian"
    "|scientist|professor|researcher|lecturer|engineer|analyst|surgeon",
    "owns": "owner|proprietor|parent|parent company|subsidiary<",
    "succeeds": "successor|predecessor<",
    "employs": "employer|employee<|employees<|engineer<|reporter<|lawyer<|adviser<|worker<|correspondent<"
    "|spokesman<|spokeswoman<"
    "|spokesperson<|journalist<|teacher<|professor<|scientist<|researcher<|nurse<|driver<|analyst<|columnist<"
    "|lecturer<|clerk<|physicist<|biologist<|chemist<|economist<|historian<|surgeon<",
    "backs supports": "ally|allies|supporter|supporters|backer|backers",
    "opposes": "opponent|opponents|foe|enemy|rival",
    "criticises opposes": "critic|critics",
}
"""Offices, whose holder stands before or after: `Vane, commander of the Navy`, `the Navy’s commander, Vane`."""

BLAME = list_words(
    "ridiculous absurd shameful disgraceful stupid reckless irresponsible nonsense unacceptable cowardly outrageous"
    " pathetic foolish naive hypocritical unfair scandalous dangerous disastrous wrong illegal incompetent corrupt"
    " disgrace disaster mistake lie liar lies failure sham farce joke scandal shame outrage hypocrite coward insult"
    " madness folly blunder"
)
"""Words by which what somebody is called is criticism: `calls Aske’s plan “absurd”`."""

BY_TELEPHONE = ("by telephone", "by phone", "on the phone", "over the phone", "over the telephone", "in a call",
                "in a phone call", "in a telephone call", "by video link")  # fmt: skip
"""Words after the one who is told something that say that the two talked."""

UNDER: Mapping[str, str] = {"leads": "under"}
"""Prepositions between the party and who acts: `the government under Vane`."""

_IRREGULAR = {
    **{
        "lead": "led",
        "leave": "left",
        "quit": "quit",
        "fight": "fought",
        "meet": "met",
        "buy": "bought",
        "strike": "struck",
        "hold": "held",
        "send": "sent",
    },
    **{"sell": "sold", "stand": "stood", "bring": "brought", "shoot": "shot", "hit": "hit", "lay": "laid"},
}
_WITH_N = {
    **{"take": ("took", "taken"), "speak": ("spoke", "spoken"), "run": ("ran", "run"), "give": ("gave", "given")},
    **{"come": ("came", "come"), "be": ("was", "been"), "make": ("made", "made"), "oversee": ("oversaw", "overseen")},
    **{"withdraw": ("withdrew", "withdrawn")},
    **{"withstand": ("withstood", "withstood"), "beg": ("begged", "begged"), "refer": ("referred", "referred")},
    **{"ship": ("shipped", "shipped"), "rebel": ("rebelled", "rebelled"), "confer": ("conferred", "conferred")},
    **{"slam": ("slammed", "slammed"), "combat": ("combatted", "combatted"), "rebut": ("rebutted", "rebutted")},
}
_VOWELS = "aeiou"


class Sense(Struct, frozen=True):
    """One reading of a word: the kinds that it states, if in the other order, and what must follow."""

    kinds: frozenset[str]
    is_swapped: bool
    particles: tuple[str, ...] = ()


class Verb(Struct, frozen=True):
    """A sense of a form of a verb: `is_participle` if it may be passive, `is_finite` if it may be active."""

    sense: Sense
    is_participle: bool
    is_finite: bool
    is_gerund: bool


def forms_of(lemma: str) -> tuple[str, str, str, str, str]:
    """Return the base, the third person, the past, the participle and the -ing form of an English verb."""
    ending = lemma.endswith(("s", "sh", "ch", "x", "z", "o"))
    third = lemma[:-1] + "ies" if _ends_in_y(lemma) else lemma + ("es" if ending else "s")
    if lemma in _WITH_N:
        past, participle = _WITH_N[lemma]
    else:
        regular = lemma + "d" if lemma.endswith("e") else (lemma[:-1] + "ied" if _ends_in_y(lemma) else lemma + "ed")
        past = participle = _IRREGULAR.get(lemma, regular)
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "be")) else lemma
    doubled = stem + stem[-1] if past.endswith(stem[-1] * 2 + "ed") or lemma in ("run", "hit") else stem
    return lemma, third, past, participle, doubled + "ing"


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in _VOWELS


HOLDING = frozenset(form for lemma in ("hold", "retain") for form in forms_of(lemma))
"""Verbs that state ownership only of a share: `holds 51 percent of Brandt`."""

ENDING = frozenset(
    form for lemma in ("leave", "quit", "resign", "withdraw", "secede", "pull") for form in forms_of(lemma)
)
"""Verbs that end what they state."""


def _senses(table: Mapping[str, str]) -> Iterator[tuple[str, Sense]]:
    """Yield the first word of each entry of a table, with its sense."""
    for kinds, entries in table.items():
        for entry in entries.split("|"):
            first, *particles = entry.rstrip("<").split()
            yield first, Sense(frozenset(kinds.split()), entry.endswith("<"), tuple(particles))


@cache
def verbs_of() -> Mapping[str, tuple[Verb, ...]]:
    """Return the senses of each form of the verbs."""
    found: dict[str, list[Verb]] = {}
    for lemma, sense in _senses(VERBS):
        base, third, past, participle, gerund = forms_of(lemma)
        for form in dict.fromkeys((base, third, past, participle, gerund)):
            is_finite = form in (base, third, past)
            verb = Verb(sense, form == participle, is_finite, form == gerund)
            found.setdefault(form, []).append(verb)
    # Of two senses the one with more words is meant: "talk to" and not "talk".
    return {form: tuple(sorted(verbs, key=lambda verb: -len(verb.sense.particles))) for form, verbs in found.items()}


@cache
def mutual_verbs_of() -> Mapping[str, tuple[Sense, ...]]:
    """Return the senses of each form of the verbs of two that act together."""
    return _by_word((form, sense) for lemma, sense in _senses(MUTUAL_VERBS) for form in set(forms_of(lemma)))


@cache
def phrases_of(table: str) -> Mapping[str, tuple[Sense, ...]]:
    """Return the senses in a table of this module, by their first words."""
    return _by_word(_senses(globals()[table]))


def _by_word(pairs: Iterator[tuple[str, Sense]]) -> Mapping[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = {}
    for word, sense in pairs:
        found.setdefault(word, []).append(sense)
    return {word: tuple(sorted(each, key=lambda sense: -len(sense.particles))) for word, each in found.items()}
