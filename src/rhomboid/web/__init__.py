"""The live coach in a browser: pages, a socket for joints, and nothing from elsewhere."""
