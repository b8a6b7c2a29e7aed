"""A certificate is for this machine alone, and its key for this user alone."""

import ipaddress
import ssl
import stat

from cryptography import x509

from rhomboid.web.pairing import Door, address_on_network, fingerprint, make_certificate, tls


def test_the_certificate_names_this_machine_and_can_be_spoken_with(tmp_path):
    chain, key = make_certificate(tmp_path / "private", ("192.168.7.7", "localhost"))

    read = x509.load_pem_x509_certificate(chain.read_bytes())
    names = read.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert names.get_values_for_type(x509.IPAddress) == [ipaddress.ip_address("192.168.7.7")]
    assert (read.not_valid_after_utc - read.not_valid_before_utc).days <= 8
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert tls(chain, key).minimum_version == ssl.TLSVersion.TLSv1_2
    assert len(fingerprint(chain).split(":")) == 8


def test_each_run_has_a_certificate_and_a_token_of_its_own(tmp_path):
    one, _ = make_certificate(tmp_path / "a", ("localhost",))
    other, _ = make_certificate(tmp_path / "b", ("localhost",))
    assert fingerprint(one) != fingerprint(other)
    assert Door().token != Door().token


def test_a_token_opens_once_and_looking_at_it_spends_nothing():
    door = Door()
    token = door.token
    assert not door.open("")
    assert door.fits(token)
    assert door.open(token)
    assert not door.fits(token)
    assert not door.open(token)
    assert not door.open("")


def test_the_address_on_the_network_is_an_address():
    ipaddress.ip_address(address_on_network())
