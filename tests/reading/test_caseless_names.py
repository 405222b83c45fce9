"""The people of Arabic articles, which have no capitals: by given names, offices and verbs of saying."""

import pytest

from newsbrief.content.plain_markdown import read_plain
from newsbrief.reading.actors.reader import read_actors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال أحمد سالم إن الهدنة صامدة.", ["أحمد سالم"]),
        ("أعلن وزير الصحة أحمد سالم أن المستشفى سيفتح.", ["أحمد سالم"]),
        ("التقى وزير الخارجية سامح شكري نظيره سيرغي لافروف في القاهرة.", ["سامح شكري", "سيرغي لافروف"]),
        ("ورحب الأمين العام للأمم المتحدة أنطونيو غوتيريش بالاتفاق.", ["أنطونيو غوتيريش"]),
        ("قال ولي العهد محمد بن سلمان إن الوضع خطير.", ["محمد بن سلمان"]),
        ("وقالت مريم الحسن، وهي طبيبة: لا.", ["مريم الحسن"]),
        ("أعلن أحمد سالم الحرب على الفقر.", ["أحمد سالم"]),
        ("قال الوزير إن المدرسة مفتوحة.", []),
        ("وصل كريم في الصباح.", []),
        ("أحمد في البيت.", []),
    ],
)
def test_people_are_found_by_given_names(text: str, names: list[str]) -> None:
    assert [actor.name for actor in read_actors(read_plain(text), "ar")] == names


def test_last_name_after_a_verb_of_saying_is_the_same_person() -> None:
    (actor,) = read_actors(read_plain("قال أحمد سالم إنه باق. وأضاف سالم: لا."), "ar")
    assert actor.names == ("أحمد سالم", "سالم")
