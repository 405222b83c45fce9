"""Speech: the reader of attributions. Words of a language are tables in `lexicons/`; the mechanism is the code here."""
