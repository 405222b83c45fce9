"""The hosts under whose names a preview answers.

>>> is_expected_host("localhost:8000", "127.0.0.1"), is_expected_host("elsewhere.example", "127.0.0.1")
(True, False)
"""

import ipaddress
from urllib.parse import urlsplit


def is_expected_host(header: str, *served: str) -> bool:
    """Say whether a request with this Host header may be answered by a server on the hosts `served`.

    Others are refused: a foreign page could otherwise let its own name point to this machine, and read what only this
    machine may (DNS rebinding). Where all addresses are served, each of them is allowed as a name.
    """
    try:
        name = urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return False
    if name and (name == "localhost" or name.endswith(".localhost") or name in map(str.lower, served)):
        return True
    address = _as_address(name)
    return address is not None and (address.is_loopback or any(map(is_wildcard, served)))


def is_loopback(address: str) -> bool:
    """Say whether only this machine can reach an IP address."""
    known = _as_address(address)
    return known is not None and known.is_loopback


def is_wildcard(address: str) -> bool:
    """Say whether an IP address means all those of this machine."""
    known = _as_address(address)
    return known is not None and known.is_unspecified


def _as_address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None
