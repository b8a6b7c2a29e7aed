"""Tests, as a package: Garmin's kit brings one of the same name, which must not come first."""
