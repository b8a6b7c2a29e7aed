"""What is measured of rhomboid, beside its limit or a peer."""
