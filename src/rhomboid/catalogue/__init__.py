"""What an exercise is: one TOML file each, what such a file may say, and its reader."""
