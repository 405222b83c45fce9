"""The sentences of the invented articles, and what the editor writes about them.

Each sentence comes in several wordings, one of which is drawn. In braces stands what is filled in; brackets enclose the
words that facts cite, angle brackets those that name a speaker, and curly quotation marks what is quoted.
"""

PLAN = (
    ("closing", "traffic"),
    ("founding", "repair", "market"),
    ("mayor", "detour"),
    ("warning", "engineer"),
    ("leader", "strike"),
    ("promise", "minister"),
    ("letter",),
    ("notice",),
    ("survey", "report"),
    ("demand", "members"),
    ("talks", "terms"),
    ("ferries", "outlook"),
)
"""The paragraphs of an article, each with the names of its sentences."""

SENTENCES = {
    "closing": (
        "[{on_day}, the {council} closed the {works} at {town} after inspectors found {tens} cracks in its {parts}].",
        "[{on_day}, the {council} shut the {works} on the {river} without notice, because {tens} of its {parts} had "
        "worked loose].",
        "[{on_day}, the {works} at {town} was closed by order of the {council}], {tens} days before its next "
        "inspection was due.",
    ),
    "traffic": (
        "About {hundreds} {vehicles} a day use it to bring {goods} from {region} to the warehouses on the {river}, "
        "and the nearest other crossing lies {tens} kilometres upstream.",
        "It is the only way for {goods} from {region} to reach the coast, and on a working day {hundreds} {vehicles} "
        "wait in line for it, some of them for {few} hours.",
        "Most of the {goods} that {land} sells abroad passes over it, in {hundreds} {vehicles} a day, and the "
        "warehouses of {region} hold enough for {tens} days.",
    ),
    "founding": (
        "[The {works} was built {in_year} by the {council_name}] to replace a ferry that had sunk {few} times.",
        "[The {council_name} had the {works} put up {in_year}], when {town} had fewer than {hundreds} houses.",
        "[The {council_name} took over the {works} {in_year}] from a merchant of {region} who had gone bankrupt.",
    ),
    "repair": (
        "[Its {parts} were last renewed {in_month}, at a cost of {hundreds} thousand {coins}].",
        "[A storm damaged its {parts} {in_month}, and {tens} of them were replaced].",
        "[The last new {parts} were fitted {in_month}, {tens} of them by hand].",
    ),
    "market": (
        "The evening market beside it was {mood}, and {tens} stalls sold bread and lamps to people who had come to "
        "look.",
        "The inn at its southern end was {mood}, with {tens} drivers from {region} asking for a bed.",
        "The square at its foot was {mood}, and a band of {tens} children from {region} practised for the summer fair.",
    ),
    "mayor": (
        "“{said_mayor},” <[Mayor {mayor}, who leads the {council}], said> from the steps of the town hall.",
        "“{said_mayor},” <[Mayor {mayor}, who has led the {council} for {few} years], said> before a crowd of "
        "{hundreds}.",
        "“{said_mayor},” <[Mayor {mayor}, the head of the {council}], told a crowd> on the quay.",
    ),
    "detour": (
        "Until the {parts} are mended, {vehicles} are to take the old road through {region}, which is {tens} "
        "kilometres longer and has {few} steep bends.",
        "For the time being {vehicles} under {few} tonnes may use the towpath along the {river}, one at a time and by "
        "daylight, while all others have to go round by {region}.",
        "A detour of {tens} kilometres through {region} has been marked with white stones, and {tens} wardens in "
        "yellow coats show drivers the way at night.",
    ),
    "warning": (
        "The {board} looks after the river for {few} states. [The {abbr} had warned the {council} {on_date} that the "
        "{works} should carry no more than {tens} tonnes].",
        "The {board}, a body of {few} states, keeps the records of the river. [The {abbr} had written {on_date} that "
        "it counted {tens} faults in the {works}].",
        "The {board} sends divers to every pier on the river. [The {abbr} had asked the {council} {on_date} to let no "
        "more than {tens} {vehicles} an hour pass].",
    ),
    "engineer": (
        "[<Chief Engineer {engineer} of the {abbr}] said>: “{said_engineer}.”",
        "[<Chief Engineer {engineer}, who inspects such works for the {abbr}], said> in {region}: “{said_engineer}.”",
        "[<Chief Engineer {engineer}, the most senior inspector of the {abbr}], wrote>: “{said_engineer}.”",
    ),
    "leader": (
        "“{said_leader},” <[{leader}, who leads the {union_name}], told a meeting> of {hundreds} members in a barn.",
        "“{said_leader},” <[{leader}, the head of the {union_name}], said> beside a fire of broken crates.",
        "“{said_leader},” <[{leader}, the president of the {union_name}], told reporters> at the gate.",
    ),
    "strike": (
        "[Members of the {union} stopped work {yesterday}], and {tens} loads of {goods} were left where they stood.",
        "[The {union} walked out of the warehouses {yesterday}], and {tens} {vehicles} full of {goods} turned back.",
        "[The {union} called its members out {yesterday}]; in {region}, {hundreds} of them marched to the water.",
    ),
    "promise": (
        "[The Republic of {land} supports the {council}], and has promised it {hundreds} thousand {coins}.",
        "[The Republic of {land} stands behind the {council} in this], and lends it {tens} surveyors.",
        "[The Republic of {land} is helping the {council} with the repair], and has sent {tens} masons.",
    ),
    "minister": (
        "“{said_minister},” <[Minister {minister}, who answers for roads in {land}], said, adding> “{added_minister}.”",
        "“{said_minister},” <[Minister {minister}, in charge of waterways in {land}], said, adding> "
        "“{added_minister}.”",
        "“{said_minister},” <[Minister {minister}, who oversees public works in {land}], said, adding> "
        "“{added_minister}.”",
    ),
    "letter": (
        "{mayor_short} spent the night at the {works} with {few} clerks. <{pronoun} wrote in a letter to the people "
        "of {town}>: “{wrote_mayor}.”",
        "{mayor_short} had gone to {region} and come back with {few} plans. <{pronoun} explained to the shopkeepers "
        "of {town}>: “{wrote_mayor}.”",
        "{mayor_short} read out {tens} letters from people in {region}. <{pronoun} answered the oldest of them>: "
        "“{wrote_mayor}.”",
    ),
    "notice": (
        "A board nailed to the railings bore the words “{said_notice}.” It was gone by noon, and {few} more had taken "
        "its place.",
        "Somebody had painted on a wall by the {river} the words “{said_notice}.” Rain washed off {few} of the "
        "letters.",
        "On a sheet hung from a window in {town} stood the words “{said_notice}.” It was {few} metres long.",
    ),
    "survey": (
        "[A survey held {from_to} had found {hundreds} {vehicles} a day that were heavier than allowed].",
        "[Between {hundreds} and a thousand {vehicles} a day were counted {from_to}, when the {abbr} held a survey].",
        "[The {abbr} listened to the {parts} {from_to}, and heard {tens} of them creak].",
    ),
    "report": (
        "“{said_report},” <{engineer_last} concluded> in the report, which has {hundreds} pages and {tens} drawings "
        "and was printed in {region}.",
        "“{said_report},” <{engineer_last} noted> at its end, below a drawing of {tens} {parts} with a number on each "
        "of them, and a map of {region}.",
        "“{said_report},” <{engineer_last} warned> in its last line, after {hundreds} pages about the currents of the "
        "{river} near {region}.",
    ),
    "demand": (
        "<In a message to the {abbr}, {leader_last} wrote>: “{wrote_leader}.”",
        "<In a speech that lasted {few} hours, {leader_last} said>: “{wrote_leader}.”",
        "<On a leaflet handed out in {region}, {leader_last} wrote>: “{wrote_leader}.”",
    ),
    "members": (
        "The union has {hundreds} members in {town} and {tens} in {region}, most of whom own a single horse and are "
        "paid by the load, in {coins} or in {goods}.",
        "Of its {hundreds} members, {tens} live in {region}; they are paid by the day, and a day without {goods} to "
        "move is a day without bread.",
        "It was founded by {tens} workers of {region}, has {hundreds} members now, and owns a reading room and a boat "
        "for {few} rowers on the {river}.",
    ),
    "talks": (
        "[The {union} will meet the {council} in {few} days], in a school in {region}.",
        "[The {union} hopes to negotiate with the {council} in {few} days], on a boat on the {river}.",
        "[The {union} has agreed to talk with the {council}] as soon as {few} lamps are lit on the {works}.",
    ),
    "terms": (
        "On the table lie a wage of {tens} {coins} a day while the closure lasts, a share in the tolls for {few} "
        "years, and a place on the committee that chooses the new {parts}.",
        "They will speak of {few} things, among them who pays for {tens} lost days, who guards the {goods} at night, "
        "and who may cross first when the {works} opens.",
        "Among the {few} questions are the pay for {tens} days of waiting, the toll for empty {vehicles}, and the "
        "name of the yard that is to make the new {parts}.",
    ),
    "ferries": (
        "Two old ferries have been brought from {region} in the meantime, each of which holds {few} {vehicles} and "
        "takes {tens} minutes for the passage.",
        "A rope ferry that had lain in {region} for {tens} years is being caulked, and is to carry {few} {vehicles} "
        "at a time.",
        "Rafts made of {hundreds} empty barrels from {region} carry the lightest {goods}, and {few} of them have come "
        "apart already.",
    ),
    "outlook": (
        "No day has been named for the opening, and the first of {tens} new {parts} has yet to be cast.",
        "Whether {tens} new {parts} can be cast before the river freezes is not known.",
        "The foundry in {region} says that it can make {few} new {parts} a week, if the {goods} it needs can reach it.",
    ),
}

SAID = {
    "said_mayor": (
        "We have put off this repair for {few} years, and I would rather lose {tens} days of trade than one life",
        "Nobody in {town} will go hungry over {tens} bad {parts}, and nobody will drive over them either",
        "I have walked over it {hundreds} times, and I did not sleep after I saw what lies beneath",
    ),
    "said_engineer": (
        "A structure does not tell you when it has had enough. We measured {tens} of the {parts}, and {few} moved "
        "under a hand",
        "If you load it with {tens} tonnes it will hold, and if you load it with one more it will not. We cannot say "
        "that more plainly",
        "We found {tens} {parts} that were thinner than a coin. The {river} has taken the rest",
    ),
    "said_leader": (
        "They counted the {parts} and forgot to count us, and there are {hundreds} of us",
        "My members did not break it, and they will not pay for it with {tens} days of wages",
        "We moved {hundreds} loads a week over that wreck, and nobody asked whether we were afraid",
    ),
    "said_minister": (
        "The state can pay for {tens} of the {parts}, and it will",
        "We shall have {few} teams at work before the month is out",
        "A town that asks for help in time deserves {few} times the help",
    ),
    "added_minister": (
        "because a country that cannot move its {goods} cannot call itself one for {tens} more years",
        "and whoever tells you that it could be done in {few} days has never mended so much as a fence",
        "but I want every one of the {hundreds} {coins} accounted for, on paper and before winter",
    ),
    "wrote_mayor": (
        "I ask you for {tens} days of patience, and for the loan of every horse that can be spared",
        "The money is there for {few} of the {parts}, and for the others I shall go from door to door",
        "You taught me to swim in the {river} when I was {few}, and I have not forgotten how cold it is",
    ),
    "said_notice": (
        "Built to last, closed for {few} winters",
        "Whoever crosses here owes us {tens} {coins}",
        "{few} years of tolls, and not one new plank",
    ),
    "said_report": (
        "It would be cheaper to begin anew than to mend {tens} of the {parts} every year",
        "Another {tens} heavy {vehicles} a day, and nothing would be left to close",
        "The faults were known {few} years ago, and they have grown by {tens} since",
    ),
    "wrote_leader": (
        "Give us {few} lamps, a roof and a fair toll, and we shall carry the {goods} on our backs if need be",
        "We want {tens} {coins} a day, from the first day and not from the day on which it suits the clerks",
        "We have mended our own carts for {tens} years, so let us mend this, too, and pay us what you would pay others",
    ),
}
"""What people say in the articles, by the name under which a sentence quotes it."""

TITLES = (
    "{town} closes its {works} on the {river}",
    "The {works} at {town} is shut, and {goods} piles up in {region}",
    "{council} closes the {works}; {union} goes on strike",
)
STANDFIRSTS = (
    "The {council} has closed the {works} over faults in its {parts}. The {union} is on strike, and {land} offers "
    "help.",
    "Faults in its {parts} have closed the {works} at {town}. The {board} had warned of them, and talks are to follow.",
)
CONTEXTS = {
    "mayor": "On the closing of the {works}.",
    "engineer": "On the state of the {parts}.",
    "leader": "On what the closing means for the {union}.",
    "minister": "On the help of {land}.",
    "letter": "To people in {town}.",
    "notice": "Words seen near the {works}.",
    "report": "From the report on the {works}.",
    "demand": "On what the {union} asks for.",
}
KEY_POINTS = {
    "closing": "The {council} closed the {works} at {town}.",
    "strike": "Members of the {union} stopped work.",
    "talks": "The {union} and the {council} are to talk.",
}
EVENTS = {
    "closing": "The {works} at {town} is closed.",
    "founding": "The {council_name} comes to own the {works}.",
    "repair": "The {parts} of the {works} are renewed or mended.",
    "warning": "The {board} writes to {town} about the {works}.",
    "survey": "A survey of the {works} is held.",
    "strike": "Members of the {union} stop work.",
}
ABOUT = {
    "founding": "The town’s council; the {works} has been its own since then.",
    "mayor": "The head of the {council}.",
    "warning": "A body that looks after the {river}; it had warned of faults.",
    "engineer": "An engineer of the {board}.",
    "strike": "A union of workers in {town}, which stopped work over the closing.",
    "leader": "The head of the {union_name}.",
    "promise": "A state that sides with the {council}.",
    "minister": "A minister of {land}.",
}
