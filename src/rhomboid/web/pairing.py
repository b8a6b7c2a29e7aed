"""How a phone on the same network is let in, and nobody else.

A certificate is made on the spot, for this machine and this run alone. The code
on the screen holds a token that opens the door once; after that the phone has a
cookie, and the token is worth nothing.
"""

import hmac
import ipaddress
import secrets
import socket
import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_VALID = timedelta(days=7)
_SKEW = timedelta(hours=1)
"""How far two machines' clocks may be apart."""


@dataclass(slots=True, eq=False)
class Door:
    """The one-time token, and what whoever used it holds from then on.

    Attributes
    ----------
    secret
        What the cookie holds.
    """

    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    _token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def token(self) -> str:
        """What opens the door once; empty when it was used."""
        return self._token

    def fits(self, token: str) -> bool:
        """Return whether a token would open the door."""
        return bool(self._token) and hmac.compare_digest(token.encode(), self._token.encode())

    def open(self, token: str) -> bool:
        """Return whether a token opens the door; it does so once."""
        if not self.fits(token):
            return False
        self._token = ""
        return True


def address_on_network() -> str:
    """Return the address under which others on the network see this machine.

    Nothing is sent: a datagram socket is only asked which way it would go. Where
    there is no network, it is this machine's own.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # TEST-NET-1 (RFC 5737): nobody's address.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def make_certificate(folder: Path, hosts: tuple[str, ...]) -> tuple[Path, Path]:
    """Write a certificate and its key; return where they are.

    Parameters
    ----------
    folder
        Only the user may look into it.
    hosts
        Names and addresses that it is for.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "rhomboid on this network")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([_alternative(host) for host in hosts])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SKEW)
        .not_valid_after(now + _VALID)
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    folder.mkdir(parents=True, exist_ok=True)
    chain, secret = folder / "certificate.pem", folder / "key.pem"
    chain.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    secret.touch(mode=0o600)
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return chain, secret


def fingerprint(certificate: Path) -> str:
    """Return the first bytes of a certificate's sha256, as a browser shows them."""
    digest = x509.load_pem_x509_certificate(certificate.read_bytes()).fingerprint(hashes.SHA256())
    return ":".join(f"{byte:02X}" for byte in digest[:8])


def tls(certificate: Path, key: Path) -> ssl.SSLContext:
    """Return how to speak with a certificate: TLS 1.2 or newer."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(certificate, key)
    return context


def _alternative(host: str) -> x509.GeneralName:
    """Return a name or an address as a certificate holds it."""
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
