"""Questions on the terminal: the picker, the form, the review, the first-run set-up."""
