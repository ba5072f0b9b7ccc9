"""What a proposed change means to the public, and who may say yes to it.

The rules, schemas and owners that judge a change are those of the code that runs, never those of the change: run it
from the branch that the change is proposed to.
"""
