"""Other ways of counting, written anew from their descriptions, to run beside ours."""
