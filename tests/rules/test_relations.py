"""Relations: how sure the article is of what a fact sheet states of two parties."""

import pytest

from support.findings import messages


@pytest.mark.parametrize(
    ("article", "is_stated"),
    [
        ("“Nobody asked whether we were afraid,” Jon Aske, who leads the Miners Union, told a crowd.", True),
        ('"They said no, if I may say so," Jon Aske, the head of the Miners Union, said.', True),
        ("“Go home,” she said, and alleged that Jon Aske leads the Miners Union.", False),
        ("“Some say that Jon Aske leads the Miners Union,” she wrote.", False),
    ],
)
def test_words_in_quotation_marks_hedge_nothing_outside_them(article: str, is_stated: bool) -> None:
    facts = """\
actors:
  - {id: aske, name: Jon Aske, kind: person}
  - {id: union, name: Miners Union, kind: group}
relations:
  - {from: aske, to: union, kind: leads, cite: CITE}
"""
    cite = article[article.index("Jon Aske") : article.index("Miners Union") + len("Miners Union")]
    said = messages(article, facts.replace("CITE", f'"{cite}"'))
    assert any("does not state this as a fact" in each for each in said) is not is_stated
