"""Text as XML may hold it."""

from newsbrief.outputs.xml_text import mend_text


def test_exactly_the_characters_that_xml_forbids_are_replaced() -> None:
    kept = "\t\n\r ~\x7f\x80\x9f\u200f\u2028\ud7ff\ue000\ufdd0\ufffd\U00010000\U0001fffe\U0010ffff"
    assert mend_text(kept) == kept
    assert mend_text("\x00\x08\x0b\x0c\x0e\x1f\ud800\udfff\ufffe\uffff") == "\ufffd" * 10
