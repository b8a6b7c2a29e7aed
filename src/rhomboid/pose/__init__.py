"""Where the joints are: from a video to a track of one person's joints."""
