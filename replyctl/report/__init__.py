"""Problems as text, one file a format; each draft's report stands alone, so that a run can print as it goes."""
