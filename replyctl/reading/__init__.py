"""What a reader understands of a cut text: questions and answers, times and dates, apologies, steps, links."""
