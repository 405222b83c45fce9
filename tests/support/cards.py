"""Share cards in both directions of writing."""

from newsbrief.outputs.share_card.card import ShareCard

LIBYA = ShareCard(
    title="US pulls troops from Libya as fighting over Tripoli increases",
    as_of="As of 7 April 2019",
    site="The Briefing Desk",
    parties=(("LNA", 1), ("US", 2), ("UN", 2), ("AFRICOM", 2), ("EU", 2), ("NATO", 2), ("GNA", 3)),
    more="and 3 more",
    direction="ltr",
    language="en-GB",
    draft="",
)


ADABA = ShareCard(
    title="مجلس أضابا يقر بناء جسر جديد بتمويل من NATO",
    as_of="حتى 12 مايو 2021",
    site="مكتب وادي ليسا",
    parties=(("مجلس أضابا", 1), ("NATO", 2)),
    more="و2 غيرها",
    direction="rtl",
    language="ar",
    draft="مسودة",
)


SHKAMIM = ShareCard(
    title="מועצת גבעת שקמים אישרה את שיפוץ מגדל המים במימון NATO",
    as_of="נכון ל־16 במאי 2024",
    site="דסק עמק השקמים",
    parties=(("עיריית גבעת שקמים", 1), ("NATO", 2)),
    more="ועוד 2",
    direction="rtl",
    language="he",
    draft="טיוטה",
)
