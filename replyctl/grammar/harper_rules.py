"""The rules of Harper that are off here: they concern style, or were wrong on support replies more often than right.

Measured by `python -m tests.quality.grammar`.
"""

from __future__ import annotations

OWN = ("AvoidCurses", "CommaFixes", "EllipsisLength", "RepeatedWords", "Spaces", "ToTo")
"""Our own rules repeated-word, punctuation and profanity cover these."""
STYLE = (
    "BoringWords", "ByTheWay", "CaseSensitive", "CondenseAllThe", "Dashes", "DiscourseMarkers", "DoubleClick",
    "Excellent", "ExpandArgument", "ExpandBecause", "ExpandConfiguration", "ExpandThrough", "GoogleNames",
    "HaveTakeALook", "IfIRecallCorrectly", "InOnTheCards", "LongSentences", "NoOxfordComma", "NumericRangeEnDash",
    "OkToOkay", "OrthographicConsistency", "OutOfTheWindow", "OxfordComma", "AsSoonAsPossible",
    "ExpandMemoryShorthands", "NoFrenchSpaces", "Oxymorons", "RedundantThat", "PluralDecades", "PreferSneaked",
    "Regionalisms", "RoadMap", "SendAnEmailTo", "SpelledNumbers", "UseEllipsisCharacter", "UseTitleCase",
    "ForYourInformation", "QuantifierNeedsOf", "UpdatePlaceNames", "BlacklistWhitelist", "DotInitialisms",
    "AppleNames", "CurrencyPlacement", "DoubleCheckHyphen", "ThatWhich",
)  # fmt: skip
"""A matter of taste, or of region."""
WRONG = (
    "AnotherThingComing", "AsFollows", "AsHow", "AsToInterrogative", "CodeInWriteIn", "CompoundNouns", "ConfirmThat",
    "Damages", "DisjointPrefixes", "DoesOrDose", "Everyone", "FarBeIt", "FindOut", "GoMissing", "IfWouldve",
    "ItsPossessive", "MassNouns", "MergeWords", "MissingPreposition", "MissingTo", "NakedEye",
    "OneOfTheSingular", "OpenTheLight", "PhrasalVerbAsCompoundNoun", "QuiteQuiet",
    "RiseTheQuestion", "SentenceCapitalization", "SplitWords", "ThereIsAgreement", "ThereToTheir", "TheyToThem",
    "ThriveOn", "ToTwoToo", "UnclosedQuotes", "ViciousCircle", "WrongNegative",
    "PossessiveYour", "Therein", "WillNonLemma",
    "InterestedIn", "AWhile", "FedUpWith", "GoSoFarAsTo", "PronounKnew", "WayTooAdjective", "YourPredicateAdjective",
    "ThatThan",
)  # fmt: skip
"""Wrong as often as right: "signup", "checkout", "Forgot password", "Are there error logs", a line in small letters."""
OFF = (*OWN, *STYLE, *WRONG)
OFF_KINDS = frozenset({"Style", "Enhancement", "Readability", "Redundancy", "Regionalism"})
"""Kinds of findings that are a matter of taste, whichever rule they come from."""
NOT_BEHIND = {
    "NounVerbConfusion": r"\b(?:you|me|us|him|her|it|them)\s\Z",
    "PronounVerbAgreement": r"\byou\s\Z",
    "PronounInflectionBe": r"\b(?:to|of|for|in|on|at|with|from|by|about|around|near|under|over|behind|like)\s\w+\s\Z",
    "ToAdverb": r"\bas\s\Z",
}
"""What precedes if a rule takes an object for a subject: "we can give you advice", "you guys", "the pipes to it are";
and "as to how"."""
NOT_BEFORE = {
    "MissingDeterminer": r"\s*\w+-",
    "ProgressiveNeedsBe": r"\s(?!\w+ing\b)|\s(?:regarding|concerning|pending|outstanding|existing|remaining|including|following)\b",
}
"""What follows if it takes a compound for a noun ("provide step-by-step help"), or a preposition for a participle."""
PREFIXES = (
    "anti", "auto", "dis", "eco", "hyper", "inter", "mega", "micro", "mid", "mini", "mis", "multi", "non", "out", "over",
    "post", "pre", "re", "semi", "sub", "super", "trans", "ultra", "un", "under",
)  # fmt: skip
"""Prefixes that turn a known word into one that no dictionary lists: "rehung", "unlabelled"."""
