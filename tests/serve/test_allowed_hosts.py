"""Which names of a host the preview answers to."""

from newsbrief.serve.allowed_hosts import is_expected_host, is_loopback


def test_name_that_was_given_is_answered() -> None:
    assert is_expected_host("My-Box:8000", "my-box", "192.168.1.7") and is_expected_host(
        "192.168.1.7", "my-box", "192.168.1.7"
    )
    assert is_expected_host("192.168.1.7:8000", "0.0.0.0") and is_expected_host("[fe80::1]", "::")
    assert not is_expected_host("evil.example", "0.0.0.0") and not is_expected_host("0.0.0.0", "127.0.0.1")


def test_only_this_machine_is_reached_by_loopback() -> None:
    assert is_loopback("127.0.0.1") and is_loopback("::1") and not is_loopback("0.0.0.0") and not is_loopback("")
