"""What a numeral says in German: whether it is a figure, its unit, noun and topic, how exact it is."""
