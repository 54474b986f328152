"""Who says what in a German sentence: the cues, and the phrases that name a source."""
