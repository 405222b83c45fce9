"""What a sentence says otherwise than the words cited, by tables of words of which the one rules out the other."""
