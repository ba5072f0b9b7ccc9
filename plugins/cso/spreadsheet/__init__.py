"""A profile as a workbook for people without an account, and the mailed-back workbook as changes of the profile."""
