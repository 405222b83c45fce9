"""The share cards of a build: one that would show the same as the last one is kept, the others are drawn.

For example:

    sign, card = draw_or_keep_card(briefing, config, CardRecord(), outputs)
"""

from hashlib import sha256

import msgspec

from newsbrief.build.incremental.fingerprint import fingerprint_drawing
from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.incremental.trace import Trace, read_details
from newsbrief.disk.staging import Outputs
from newsbrief.model.briefing import Briefing
from newsbrief.model.paths import card_path
from newsbrief.model.site import SiteConfig
from newsbrief.outputs.share_card.card import CardRecord
from newsbrief.outputs.share_card.plan import plan_card


def find_last_cards(stale: StaleReport) -> tuple[str, Trace | None]:
    """Return the digest of what draws share cards, and the trace of the last build if the same drew its cards."""
    last = read_details(stale.trace.shared)["card"] if stale.trace else ""
    drawing = last if stale.base else fingerprint_drawing()
    return drawing, stale.trace if last == drawing else None


def recall_card(name: str, slug: str, trace: Trace | None) -> CardRecord:
    """Return the record of the card that a build drew for the briefing in the folder `name`, at the address `slug`."""
    entry = trace.briefings.get(name) if trace else None
    if entry is None or entry.slug != slug:
        return CardRecord()
    details = read_details(entry)
    return CardRecord(details["card"], details["outputs"].get(card_path(slug), ""))


def draw_or_keep_card(
    briefing: Briefing, config: SiteConfig, last: CardRecord, outputs: Outputs
) -> tuple[str, bytes | None]:
    """Return the sign of what a briefing's card shows, and the card: the `last` one where it shows the same.

    The card is None where it cannot be drawn, and where the site's address is not known: nothing could link to it then.
    """
    if not config.base_url:
        return "", None
    card = plan_card(briefing, config)
    sign = sha256(msgspec.json.encode(card)).hexdigest()
    if sign == last.sign:
        if not last.digest:
            return sign, None
        drawn = outputs.read(card_path(briefing.slug))
        if drawn and sha256(drawn).hexdigest() == last.digest:
            return sign, drawn
    # Few builds draw anything; the others need none of what drawing takes.
    from newsbrief.outputs.share_card.drawing import draw_card

    return sign, draw_card(card)
