"""The English words that stand around those of a relation: what may be passed over, and what takes it back."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = _words("is are was were be been being am 's 're gets got get isn't aren't wasn't weren't")
AUXILIARIES = BE | _words("has have had having do does did hasn't haven't hadn't don't doesn't didn't")
DETERMINERS = _words(
    "the a an its their his her this that these those some any both all each every our my your several two three"
    " many most whole"
)
PRONOUNS = _words("it he she they we i you who it's")
ADVERBS = _words(
    "also already now still again often long soon since then today yesterday tomorrow just even only further here"
    " there now too"
    " together twice once more far instead meanwhile thus ever always both jointly later earlier ago alone well"
    " almost all each"
    " first hard daily currently"
)
TIME = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october"
    " november december last this next year week month day years weeks months days night morning afternoon"
    " evening early late"
    " mid spring summer autumn winter"
)
PREPOSITIONS = _words(
    "of in on at by for with from to into over against about under above between among through without within"
    " across behind beyond"
    " near after before during since until towards toward upon as than like amid despite because off out via per"
    " around along"
    " inside outside beside besides"
)
CONJUNCTIONS = _words(
    "and or but while because although though when where if whether unless so yet nor that which who whom whose"
)
LIGHT = _words(
    "hold holds held holding have has had having reach reaches reached reaching sign signs signed signing impose"
    " imposes imposed"
    " imposing file files filed filing launch launches launched launching bring brings brought take takes took"
    " taken taking give"
    " gives gave given giving express expresses expressed expressing voice voices voiced make makes made making"
    " wage wages waged"
    " waging declare declares declared lead leads led stage stages staged open opens opened opening start starts"
    " started starting"
    " carry carries carried strike strikes struck striking conclude concludes concluded join joins joined remain"
    " remains remained"
    " remaining stay stays stayed staying stand stands stood become becomes became send sends sent sending"
    " provide provides"
    " provided providing pledge pledges pledged announce announces announced mount mounts mounted come comes came"
    " begin begins"
    " began keep keeps kept show shows showed form forms formed put puts lay lays laid open opened throw threw"
    " win won resume"
    " resumes resumed supply supplies supplied sell sells sold ship ships shipped deliver delivers delivered"
    " offer offers offered"
    " conduct conducts conducted hold continue continues continued enter entered fire fires fired lodge lodged"
    " been being agreed agree agrees"
    " dealt"
)
GETTING = _words(
    "has have had enjoy enjoys enjoyed get gets got won win wins receive receives received receiving gain gains"
    " gained with"
    " secure secured accept accepts accepted draw drew attract attracted faces face faced suffer suffered under earned"
)
SERVING = _words(
    "named appointed elected chosen made as became become becomes remains remained called serving acting new the"
)
CATENATIVE = _words(
    "continue continues continued continuing begin begins began begun start starts started keep keeps kept go"
    " goes went help helps"
    " helped manage managed come comes came on to been being"
)
METONYMS = _words(
    "government army forces force troops soldiers fighters navy military police president minister ministry"
    " officials authorities"
    " leaders leadership leader envoys envoy delegation diplomats parliament lawmakers board bosses management"
    " executives lawyers"
    " spokesman spokeswoman representatives members ambassador generals officers commanders warplanes jets ships"
    " warships planes"
    " attempts attempt efforts effort decision decisions plan plans proposal proposals policy policies offer bid"
    " positions bases"
    " units campaign cause claim claims stance candidacy rule advance offensive position demands demand call"
    " calls handling side"
    " representative negotiators delegates rebels militia militias artillery air prime foreign defence defense"
    " interior chief"
    " headquarters offices prosecutors detectives agents guards administration cabinet council men warning tolls"
    " tariffs use"
)
"""Nouns that stand for the party to which they belong: `Envoys of Sorland`, `the Navy’s ships`."""

SHARES = _words(
    "percent cent % half third quarter fifth tenth thirds majority minority stake stakes share shares stock part all"
    " most rest control whole remainder"
)
"""Nouns for a part of what is owned: `80 percent of Brandt`, `a stake in Brandt`."""

NEGATIONS = _words(
    "not never neither nor cannot refuse refuses refused refusing decline declines declined fail fails failed hardly"
    " isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't"
    " without avoid avoids"
    " avoided nobody none no refusal reluctant unwilling nobody"
)
DENIALS = _words(
    "deny denies denied denying denial denials reject rejects rejected dispute disputes disputed refute refuted"
)
ALLEGATIONS = _words(
    "accused accuse accuses accusing accusation accusations alleged alleges allege alleging allegedly allegation"
    " allegations suspected"
    " suspect suspects suspicion suspicions reportedly purportedly supposedly apparently rumoured rumored rumours"
    " rumors rumour rumor"
    " believed thought reported reports report reputedly seemingly seems seem appears appear appeared understood"
    " claimed claims claim"
    " claiming considered deemed seen ostensibly unconfirmed presumed presumably perhaps possibly probably likely"
    " may might could"
    " if whether unless maybe blamed charge charged charges unproven conspiracy insinuated hinted suggests suggested"
)
SAYING = _words(
    "said says say saying told tells stated states wrote writes according argued argues insisted insists"
    " maintained maintains added"
    " claimed claims thinks think believe believes"
)
PLANS = _words(
    "will would shall should must plan plans planned planning want wants wanted hope hopes hoped intend intends"
    " intended vow vows"
    " vowed promise promises promised pledge pledges pledged prepare prepares prepared preparing threaten"
    " threatens threatened"
    " consider considers considering aim aims aimed offer offers offered expect expects expected ready set due"
    " going about poised"
    " decided decides decide agreed agree agrees decision urged urges urge asked asks ask wish wishes wished seek"
    " seeks sought"
    " willing determined bound proposed proposes propose 'll 'd won't wouldn't plans ordered likely mulls eager"
    " keen able free"
    " incoming designate nominee candidate future prospective would-be president-elect"
)
PASTS = _words(
    "used formerly once former ex previously until till ceased stopped quit ended stop stops ends ex-commander"
    " ex-leader ex-head"
    " ex-president ex-chief longer erstwhile one-time onetime initially originally"
)
AT_FIRST = _words("initially originally")
"""Words before a whole sentence that say that it is so no longer."""

PAST_VERBS = _words(
    "broke fell grew rose went began came left took won lost led said made found became held kept got gave saw"
    " knew thought sent built"
    " spoke met ran sat stood fought spent paid put cut hit set let read shut hurt cost drew flew threw sank lay"
    " sought taught caught"
    " brought bought sold told felt dealt meant slept wept swore wrote drove rode chose froze stole woke bore"
    " tore wore shook ate"
)
"""Irregular forms, by which a verb is known after a name."""

DEPUTIES = _words(
    "deputy vice assistant aide adviser advisor acting-deputy wife husband brother sister son daughter friend spokesman"
)

ADJECTIVES = _words(
    "ally rival neighbouring neighboring former new general president admiral captain minister judge"
    " mayor senator leader prime veteran fellow foreign defence defense chief commander spokesman"
    " provisional national regional own main armed private company firm group government army state"
    " newspaper broadcaster party bank union club maker giant retailer airline"
)
"""Words that may stand between names that “and” joins."""
