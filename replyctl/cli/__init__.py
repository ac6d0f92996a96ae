"""What the user types; decides nothing about text."""
