"""Knowledge of German: text in, value or None out. No spaCy."""
