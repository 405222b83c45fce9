"""The rules. Each is a function that takes the findings of one briefing and returns what breaks it.

Nothing here raises on content and nothing prints: a rule states in its name what must hold.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

from newsbrief.attribution import PRONOUNS, attributes_to, find_pronoun
from newsbrief.dates import DateRange, judge_date, parse_date, read_worded_date
from newsbrief.errors import Problem
from newsbrief.evidence import Missing, uncovered
from newsbrief.facts import (
    UNATTRIBUTED,
    ActorEntry,
    DateEntry,
    NotSpeechEntry,
    QuoteEntry,
    RelationEntry,
    suggest,
)
from newsbrief.findings import Findings, are_near, names_of
from newsbrief.folding import fold_words
from newsbrief.model import Passage, Span
from newsbrief.yamlfile import Path

Rule = Callable[[Findings], list[Problem]]


def check_briefing(findings: Findings) -> list[Problem]:
    """Return everything that is wrong with one briefing, in the order of its files."""
    problems = [*findings.facts.problems, *(problem for rule in RULES for problem in rule(findings))]
    return sorted(set(problems))


def ids_are_given_once(findings: Findings) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for path, actor in findings.facts.of(ActorEntry):
        if actor.id in seen or actor.id == UNATTRIBUTED:
            message = f"the id {actor.id!r} is taken" if actor.id in seen else f"{UNATTRIBUTED!r} cannot be an id"
            problems.append(findings.problem((*path, "id"), message, "choose another one"))
        seen.add(actor.id)
    return problems


def ids_are_known(findings: Findings) -> list[Problem]:
    problems = []
    for path, id in _references(findings):
        if id not in findings.known_ids:
            hint = suggest(id, findings.known_ids)
            problems.append(findings.problem(path, f"no actor has the id {id!r}", hint))
    return problems


def actors_stand_in_order(findings: Findings) -> list[Problem]:
    """No actor belongs to itself, not even by way of others, and none is related to itself."""
    problems = []
    for path, actor in findings.facts.of(ActorEntry):
        above, seen = actor.member_of, {actor.id}
        while above is not None and above in findings.actors and above not in seen:
            seen.add(above)
            above = findings.actors[above].member_of
        if above == actor.id:
            problems.append(
                findings.problem(
                    (*path, "member_of"), f"{actor.id!r} is a member of itself", "mend the chain of member_of"
                )
            )
    for path, relation in findings.facts.of(RelationEntry):
        if relation.subject == relation.object:
            problems.append(
                findings.problem((*path, "to"), f"{relation.object!r} is related to itself", "name two actors")
            )
    return problems


def names_are_not_shared(findings: Findings) -> list[Problem]:
    owners: dict[str, str] = {}
    problems = []
    for path, actor in findings.facts.of(ActorEntry):
        for name in names_of(actor):
            owner = owners.setdefault(fold_words(name), actor.id)
            if owner != actor.id:
                message = f"the name {name!r} is {owner!r}'s already"
                problems.append(
                    findings.problem(_name_path(path, actor, name), message, "a name may lead to one actor only")
                )
    return problems


def parties_are_in_the_article(findings: Findings) -> list[Problem]:
    named = {place.actor for place in findings.name_places}
    problems = []
    for path, actor in findings.facts.of(ActorEntry):
        place = (*path, "name")
        if actor.background and actor.id in named:
            hint = "leave out `background: true`"
            problems.append(findings.problem((*path, "background"), f"{actor.name} is named in the article", hint))
        elif actor.background and not any(claim.source for claim in actor.about):
            hint = "add to `about` a sentence with its `source`"
            problems.append(findings.problem(place, f"{actor.name} is background without an outside source", hint))
        elif not actor.background and actor.id not in named:
            problems.append(
                findings.problem(place, f"the article names {actor.name} nowhere", _name_hint(findings, actor))
            )
    return problems


def claims_have_grounds(findings: Findings) -> list[Problem]:
    hint = "add `cite` with words of the article, or `source` with a title and a url"
    problems = [
        findings.problem((*path, "text"), "this sentence rests on nothing", hint)
        for path, claim in findings.facts.claims()
        if claim.cite is None and claim.source is None
    ]
    for path, entry in findings.facts.of(DateEntry):
        if entry.cite is None and entry.source is None:
            problems.append(findings.problem((*path, "event"), "this event rests on nothing", hint))
        elif entry.when is None and entry.source is None:
            hint_when = "add `when` with the article's words for the date, or a `source` for it"
            problems.append(findings.problem((*path, "date"), "nothing says how this date is known", hint_when))
    return problems


def words_are_in_the_article(findings: Findings) -> list[Problem]:
    return [_explain_missing(findings, path, missing) for path, missing in findings.missing.items()]


def parts_keep_their_order(findings: Findings) -> list[Problem]:
    problems = []
    for path, _ in findings.facts.of(QuoteEntry):
        spans = findings.spans((*path, "text"))
        for number, (before, after) in enumerate(pairwise(spans)):
            if after.start < before.end:
                message = "this part stands before the one above it in the article"
                hint = "give the parts in the order in which they stand, none inside another"
                problems.append(findings.problem((*path, "text", number + 1), message, hint))
    return problems


def quotations_are_in_quotation_marks(findings: Findings) -> list[Problem]:
    problems = []
    for path, entry in [*findings.facts.of(QuoteEntry), *findings.facts.of(NotSpeechEntry)]:
        for at, span in findings.found.items():
            if at[:3] != (*path, "text") or findings.passage_around(span):
                continue
            if isinstance(entry, QuoteEntry) and _in_block_quotation(findings, span):
                continue
            crossed = [passage for passage in findings.passages if passage.outer.meets(span)]
            message = (
                "these words run across quotation marks" if crossed else "these words do not stand in quotation marks"
            )
            hint = (
                "give each stretch between two marks as a part of its own"
                if crossed
                else "only the article's quotation marks make a quotation"
            )
            problems.append(findings.problem(at, message, hint))
    return problems


def quotations_are_given_once(findings: Findings) -> list[Problem]:
    taken: list[tuple[Path, Span, Passage | None]] = []
    problems = []
    for path, _ in [*findings.facts.of(QuoteEntry), *findings.facts.of(NotSpeechEntry)]:
        mine = [(path, span, findings.passage_around(span)) for span in findings.spans((*path, "text"))]
        for other, span, passage in taken:
            for _, part, around in mine:
                if span.meets(part) and passage == around and other != path:
                    line = findings.facts.file.places[other][0]
                    message = f"these words are accounted for on line {line} already"
                    problems.append(findings.problem((*path, "text"), message, "keep one of the two entries"))
        taken += mine
    return problems


def quotation_marks_are_paired(findings: Findings) -> list[Problem]:
    problems = []
    for mark in findings.evidence.marks.unpaired:
        message = "this quotation mark is never closed" if mark.opens else "this quotation mark closes nothing"
        hint = "see whether the text was copied whole; a quotation of several paragraphs opens each of them anew"
        problems.append(findings.article.problem_at(mark.offset, message, hint))
    return problems


def quotation_marks_are_accounted_for(findings: Findings) -> list[Problem]:
    if _has_unread_quotations(findings):
        return []
    spans = _accounted_for(findings)
    problems = []
    for passage in findings.passages:
        gaps = [gap for inner in passage.inner for gap in uncovered(spans, inner, findings.evidence.text)]
        outer_is_told = any(
            other.depth < passage.depth and other.outer.holds(passage.outer) for other in findings.passages
        )
        if gaps and not outer_is_told:
            problems.append(_unaccounted(findings, passage, gaps))
    return problems


def cues_name_the_speaker(findings: Findings) -> list[Problem]:
    problems = []
    for path, quote in findings.facts.of(QuoteEntry):
        if quote.speaker == UNATTRIBUTED:
            if quote.cue is not None:
                hint = "name the speaker, or leave the cue out"
                problems.append(findings.problem((*path, "cue"), "an unattributed quotation has no cue", hint))
        elif quote.cue is None:
            hint = "add `cue` with the article's words that say so, or write `speaker: unattributed`"
            problems.append(findings.problem((*path, "speaker"), "nothing says that this is the speaker", hint))
        elif (cue := findings.found.get((*path, "cue"))) and quote.speaker in findings.actors:
            problems += _judge_cue(findings, path, quote.speaker, cue)
    return problems


def speakers_are_those_of_the_article(findings: Findings) -> list[Problem]:
    """Where the article names a speaker right beside the marks, the fact sheet names the same one."""
    problems = []
    for path, quote in findings.facts.of(QuoteEntry):
        for span in findings.spans((*path, "text")):
            passage = findings.passage_around(span)
            told = passage and attributes_to(
                findings.evidence, passage, findings.name_places, findings.article.front.language
            )
            if told and told.actor != quote.speaker and not _belong_together(findings, told.actor, quote.speaker):
                words = findings.evidence.words(told.span)
                message = f"right words, other speaker: the article attributes them to {told.actor!r}"
                hint = f"the article says “{words}” ({findings.article.line_of(told.span.start)})"
                problems.append(findings.problem((*path, "speaker"), message, hint))
                break
    return problems


def dates_are_dates(findings: Findings) -> list[Problem]:
    problems = []
    for path, entry in findings.facts.of(DateEntry):
        try:
            parse_date(str(entry.date))
        except ValueError as error:
            hint = "write it as 2019-04-07, 2019-04 or 2019; a range as 2019-04-04/2019-04-07"
            problems.append(findings.problem((*path, "date"), f"{str(entry.date)!r} is not a date: {error}", hint))
    return problems


def dates_agree_with_their_words(findings: Findings) -> list[Problem]:
    front = findings.article.front
    problems = []
    for path, entry in findings.facts.of(DateEntry):
        span = findings.found.get((*path, "when"))
        given = as_date(entry)
        if span is None or given is None:
            continue
        words = findings.evidence.words(span)
        _, fault = judge_date(read_worded_date(words, front.language), given, front.as_of, entry.source is not None)
        if fault:
            hint = (
                f"the article says “{words}” ({findings.article.line_of(span.start)}); mend `date`, `when` or `as_of`"
            )
            if "only" in fault:
                hint += ", or name a `source` for the date"
            problems.append(findings.problem((*path, "date"), f"date and words disagree: {fault}", hint))
    return problems


RULES: tuple[Rule, ...] = (
    ids_are_given_once,
    ids_are_known,
    actors_stand_in_order,
    names_are_not_shared,
    parties_are_in_the_article,
    claims_have_grounds,
    words_are_in_the_article,
    parts_keep_their_order,
    quotations_are_in_quotation_marks,
    quotations_are_given_once,
    quotation_marks_are_paired,
    quotation_marks_are_accounted_for,
    cues_name_the_speaker,
    speakers_are_those_of_the_article,
    dates_are_dates,
    dates_agree_with_their_words,
)


def as_date(entry: DateEntry) -> DateRange | None:
    """Return the entry's date, or None where it is none."""
    try:
        return parse_date(str(entry.date))
    except ValueError:
        return None


def _references(findings: Findings) -> Iterable[tuple[Path, str]]:
    for path, actor in findings.facts.of(ActorEntry):
        if actor.member_of is not None:
            yield (*path, "member_of"), actor.member_of
    for path, entry in findings.facts.of(DateEntry):
        for number, id in enumerate(entry.actors):
            yield (*path, "actors", number), id
    for path, quote in findings.facts.of(QuoteEntry):
        if quote.speaker != UNATTRIBUTED:
            yield (*path, "speaker"), quote.speaker
    for path, relation in findings.facts.of(RelationEntry):
        yield (*path, "from"), relation.subject
        yield (*path, "to"), relation.object


def _name_path(path: Path, actor: ActorEntry, name: str) -> Path:
    if name in actor.aliases:
        return (*path, "aliases", actor.aliases.index(name))
    return (*path, "abbr" if name == actor.abbr else "name")


def _name_hint(findings: Findings, actor: ActorEntry) -> str:
    for name in names_of(actor):
        missing = findings.evidence.explain_absence(name)
        if missing.reason == "case" and missing.places:
            words = findings.evidence.words(missing.places[0])
            return f"the article has, in other case: “{words}” ({findings.article.line_of(missing.places[0].start)})"
    return "add to `aliases` the name that the article uses, or mark it `background: true` with an outside source"


def _belong_together(findings: Findings, one: str, other: str) -> bool:
    """Say whether one of two actors is a member of the other: a spokesman speaks for his party."""
    actors = findings.actors
    return (one in actors and actors[one].member_of == other) or (other in actors and actors[other].member_of == one)


def _in_block_quotation(findings: Findings, span: Span) -> bool:
    return any(block.holds(span) for block in findings.article.document.block_quotations)


def _accounted_for(findings: Findings) -> list[Span]:
    """Return all words that an entry accounts for, and those that an entry with a fault plainly means."""
    spans = [span for at, span in findings.found.items() if at[0] in ("quotes", "not_speech") and "text" in at]
    for at, missing in findings.missing.items():
        if at[0] in ("quotes", "not_speech") and "text" in at:
            meant = [findings.passage_around(place) for place in missing.places]
            spans += [passage.outer for passage in meant if passage]
    return spans


def _has_unread_quotations(findings: Findings) -> bool:
    """Say whether entries that would account for passages could not be read; the passages are then nobody's fault."""
    values = findings.facts.file.values
    read = {path for path in findings.facts.entries if path[0] in ("quotes", "not_speech")}
    given = [values.get(key) for key in ("quotes", "not_speech")]
    return bool(findings.facts.file.problems) or len(read) < sum(
        len(entries) for entries in given if isinstance(entries, list)
    )


def _unaccounted(findings: Findings, passage: Passage, gaps: list[Span]) -> Problem:
    whole = sum(inner.end - inner.start for inner in passage.inner) == sum(gap.end - gap.start for gap in gaps)
    words = " ".join(findings.evidence.words(gap).strip() for gap in gaps)
    what = "these quotation marks are" if whole else f"“{_shorten(words)}”, inside these quotation marks, is"
    line = f"- {{speaker: {UNATTRIBUTED}, text: {_as_yaml(words)}}}"
    hint = f"name the speaker, or add to `quotes` of {findings.facts.file.file.path}:\n{line}\nor list the words under `not_speech`"
    return findings.article.problem_at(passage.outer.start, f"{what} not accounted for", hint)


def _as_yaml(words: str) -> str:
    return "'" + words.replace("'", "''").replace("\n", " ") + "'"


def _judge_cue(findings: Findings, path: Path, speaker: str, cue: Span) -> list[Problem]:
    evidence, at = findings.evidence, (*path, "cue")
    quoted = findings.spans((*path, "text"))
    if quoted and not are_near(evidence, cue, quoted):
        hint = f"it stands at {findings.article.line_of(cue.start)}, the quotation at {findings.article.line_of(quoted[0].start)}"
        return [findings.problem(at, "the cue is not beside its quotation", hint)]
    outside = [
        place for place in findings.name_places if cue.holds(place.span) and not findings.passage_around(place.span)
    ]
    named = [place.actor for place in outside]
    if speaker in named:
        return []
    if findings.passage_around(cue):
        hint = "a cue is what the article says of the speaker, not what is quoted"
        return [findings.problem(at, "the cue stands inside quotation marks", hint)]
    if named:
        message = f"right words, other speaker: the cue names {named[0]!r}, not {speaker!r}"
        return [
            findings.problem(
                at,
                message,
                f"the article says “{evidence.words(cue)}” ({findings.article.line_of(cue.start)})",
            )
        ]
    if find_pronoun(evidence.words(cue), findings.article.front.language):
        return []
    language = findings.article.front.language.split("-")[0]
    pronoun = ", by name or by a pronoun" if language in PRONOUNS else " by name"
    hint = f"take in the words that name {speaker!r}{pronoun}, or add the article's name for the speaker to `aliases`"
    return [findings.problem(at, "the cue does not name the speaker", hint)]


_NOUNS = {"text": "quotation", "cue": "cue", "when": "date's wording", "cite": "cited passage"}


def _explain_missing(findings: Findings, path: Path, missing: Missing) -> Problem:
    """Tell apart the ways in which words can fail to be in an article."""
    noun = next(_NOUNS[step] for step in reversed(path) if isinstance(step, str) and step in _NOUNS)
    if noun == "quotation" and path[0] == "not_speech":
        noun = "wording"
    places = [
        f"“{_shorten(findings.evidence.words(span))}” ({findings.article.line_of(span.start)})"
        for span in missing.places[:5]
    ]
    if missing.reason == "repeated":
        return findings.problem(
            path, f"the {noun} occurs {len(missing.places)} times", _tell_apart(findings, path, missing)
        )
    message, hint = {
        "absent": (
            f"{noun} is not in the article",
            f"the nearest words there are: {places[0]}" if places else "copy the words from the article",
        ),
        "case": (f"{noun} is not in the article", f"the article has, in other case: {' '.join(places)}"),
        "punctuation": (
            f"{noun} is not in the article",
            f"the article has, with other punctuation or case: {' '.join(places)}",
        ),
        "part of a word": (f"{noun} cuts a word in two", f"the article has {' '.join(places)}"),
        "apart": (
            f"{noun} is not in the article in one piece",
            f"its parts stand apart; list them: {', '.join(places)}",
        ),
        "elsewhere": (f"{noun} is in the article, but not there", f"it stands at {', '.join(places)}"),
        "empty": (f"{noun} is empty", "copy the words from the article"),
    }[missing.reason]
    if message.startswith(noun) and missing.reason == "elsewhere" and noun == "date's wording":
        hint += "; it is looked for inside the words cited, then in the paragraphs beside them"
    return findings.problem(path, message, hint)


def _tell_apart(findings: Findings, path: Path, missing: Missing) -> str:
    """Return a selector for the first of several places, and where they all are."""
    text, span = findings.evidence.text, missing.places[0]
    lines = ", ".join(findings.article.line_of(place.start) for place in missing.places[:5])
    paragraph = findings.article.document.paragraphs[findings.evidence.paragraph_of(span.start)]
    exact = _as_yaml(findings.evidence.words(span))
    for count in range(1, 7):
        prefix = " ".join(text[paragraph.start : span.start].split()[-count:])
        suffix = " ".join(text[span.end : paragraph.end].split()[:count])
        for key, words in (("prefix", prefix), ("suffix", suffix)):
            places = findings.evidence.occurrences(text[span.start : span.end], **{key: words}) if words else ()
            if len(places) == 1:
                return f"at {lines}; say which, for the first: {{exact: {exact}, {key}: {_as_yaml(words)}}}"
    return f"at {lines}; say which with `prefix` or `suffix`, the words right before or after it"


def _shorten(words: str, most: int = 90) -> str:
    """Return at most `most` characters, cut between words."""
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"
