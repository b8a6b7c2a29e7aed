"""What was found, told: in the terminal, on a page, on the video itself."""
