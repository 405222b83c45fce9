"""Family names: what an index has first, in whichever language the name is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.pages.lists.family_names import guess_sort, skip_article, split_name

INDEX = {
    "Khalifa Haftar": "Haftar, Khalifa",
    "Madonna": "Madonna",
    "Jean-Luc Mélenchon": "Mélenchon, Jean-Luc",
    "Daniel Day-Lewis": "Day-Lewis, Daniel",
    "Владимир Зорин": "Зорин, Владимир",
    # Small words before the family name do not count; those in capitals belong to it.
    "Ursula von der Leyen": "Leyen, Ursula von der",
    "Charles de Gaulle": "Gaulle, Charles de",
    "Luiz Inácio Lula da Silva": "Silva, Luiz Inácio Lula da",
    "Robert De Niro": "De Niro, Robert",
    "Marine Le Pen": "Le Pen, Marine",
    "Dick Van Dyke": "Van Dyke, Dick",
    # What stands behind it.
    "Martin Luther King Jr.": "King, Martin Luther Jr.",
    "Robert Downey, Jr.": "Downey, Robert Jr.",
    "Paul van der Valk III": "Valk, Paul van der III",
    "Jr.": "Jr.",
    # Arabic names in Latin letters, and in their own.
    "Abdel Fattah al-Sisi": "al-Sisi, Abdel Fattah",
    "Ahmed Al Maktoum": "Al Maktoum, Ahmed",
    "Al Gore": "Gore, Al",
    "Gamal Abdel Nasser": "Abdel Nasser, Gamal",
    "Osama bin Laden": "bin Laden, Osama",
    "Abu Bakr al-Baghdadi": "al-Baghdadi, Abu Bakr",
    "خليفة حفتر": "حفتر, خليفة",
    "عبد الفتاح السيسي": "السيسي, عبد الفتاح",
    "محمد بن سلمان": "بن سلمان, محمد",
    # The family name stands first.
    "习近平": "习近平",
    "安倍 晋三": "安倍 晋三",
    "안철수": "안철수",
    "Xi Jinping": "Xi Jinping",
    "Ban Ki-moon": "Ban Ki-moon",
    "Kim Jong-un": "Kim Jong-un",
    "Lee Jae Myung": "Lee Jae Myung",
    "Nguyễn Phú Trọng": "Nguyễn Phú Trọng",
    "Kim Wilde": "Wilde, Kim",
    "Lee Harper": "Harper, Lee",
    "Jung Chang": "Chang, Jung",
    # Those who go by another name.
    "Pope Francis": "Francis, Pope",
    "King Charles III": "Charles III, King",
    "Charles III": "Charles III",
    "Haftar, Khalifa": "Haftar, Khalifa",
}


@pytest.mark.parametrize("name", INDEX)
def test_an_index_has_a_name_under_its_family_name(name: str) -> None:
    assert guess_sort(name) == INDEX[name]


@given(st.text(max_size=30))
def test_the_parts_of_a_name_are_the_name(name: str) -> None:
    assert "".join(split_name(name)) == name
    assert split_name(name).family or not name.strip()
    assert guess_sort(name).strip() or not name.strip(" ,")


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("al-Sisi, Abdel Fattah", "Sisi, Abdel Fattah"),
        ("Al Maktoum, Ahmed", "Maktoum, Ahmed"),
        ("السيسي, عبد الفتاح", "سيسي, عبد الفتاح"),
        ("Alder, Ann", "Alder, Ann"),
        ("Albert", "Albert"),
        ("ال", "ال"),
    ],
)
def test_the_arabic_article_does_not_count_for_the_order(name: str, counts: str) -> None:
    assert skip_article(name) == counts
