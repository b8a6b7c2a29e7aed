"""A whole archive of clips: judged on many cores, kept as Parquet, gone on with at any time."""
