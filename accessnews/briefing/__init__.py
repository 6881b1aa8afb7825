"""Briefings: many stories told as one programme, which goes the way of a story from then on.

``programme`` says what is asked for, ``excerpt`` how much of a story can be told without half a thought, ``fitting``
how much of each fits a length, ``composition`` makes one article of them.
"""
