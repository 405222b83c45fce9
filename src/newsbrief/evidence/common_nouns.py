"""Descriptions of many: words that are nobody's name.

`describes_many("the minister")` is True, `describes_many("the world body")` is not.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLES = _words("the a an le la les l' un une der die das el los las il lo i gli o os as de het een")
_MANY = _words(
    "minister ministers army armies official officials government governments president police troops soldiers forces"
    " fighters rebels militants gunmen insurgents spokesman spokeswoman spokesperson leader leaders general"
    " generals ministry"
    " party parties company companies firm firms group groups court courts judge judges man men woman women"
    " people residents"
    " protesters lawyers lawyer experts expert sources source critics voters workers state states country"
    " countries city town"
    " region opposition lawmakers parliament agency authorities authority military navy commander commanders"
    " officer officers"
    " diplomat diplomats prime doctor doctors witness witnesses senator senators journalist journalists"
    " reporter reporters"
    " newspaper university organisation organization movement alliance"
    " ministre ministres armée gouvernement président entreprise groupe parti"
    " ministro ministra ministros ejército gobierno presidente presidenta policía empresa partido esercito"
    " governo polizia"
    " azienda partito exército polícia regering minister politie leger bedrijf"
)


def describes_many(alias: str) -> bool:
    """Say whether an alias in small letters has only words that are said of many."""
    words = [word for word in alias.lower().split() if word not in _ARTICLES]
    return bool(words) and all(word in _MANY for word in words)
