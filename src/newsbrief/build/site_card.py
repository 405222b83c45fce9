"""The share card of all pages that are no briefing's: drawn once, and kept for as long as it would show the same.

For example:

    shared = add_site_card(shared, sources, stale, drawing, outputs)
"""

from hashlib import sha256

import msgspec
from msgspec.structs import replace

from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.incremental.trace import Trace, read_details
from newsbrief.build.shared_files.make_shared_files import SharedFiles
from newsbrief.disk.staging import Outputs
from newsbrief.model.paths import CARD
from newsbrief.model.site import SiteConfig
from newsbrief.outputs.share_card.plan import plan_site_card

_GROUP = "card"


def add_site_card(
    shared: SharedFiles, config: SiteConfig, stale: StaleReport, last: Trace | None, outputs: Outputs
) -> SharedFiles:
    """Return the shared files with the site's card; there is none where the site's address is not known.

    `last` is the trace of the last build if the same drew its cards.
    """
    if not config.base_url:
        return replace(shared, shown={**shared.shown, _GROUP: {}})
    card = plan_site_card(config)
    sign = sha256(msgspec.json.encode(card)).hexdigest()
    shown = {**shared.shown, _GROUP: {CARD: sign}}
    details = read_details(last.shared) if last else {"shown": {}, "outputs": {}}
    digest = details["outputs"].get(CARD, "") if details["shown"].get(_GROUP) == {CARD: sign} else ""
    if digest and stale.base and not stale.is_shared_lost:
        return replace(shared, kept={**shared.kept, CARD: digest}, shown=shown)
    drawn = outputs.read(CARD) if digest else None
    if drawn is None or sha256(drawn).hexdigest() != digest:
        from newsbrief.outputs.share_card.drawing import draw_card

        drawn = draw_card(card) or draw_card(replace(card, title="Newsbrief", site=""))
        assert drawn
    return replace(shared, files=(*shared.files, outputs.put(CARD, drawn)), shown=shown)
