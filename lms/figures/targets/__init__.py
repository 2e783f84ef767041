"""What was to be reached, and how strong units are: declared, never counted.

Targets and declared strengths stand beside the figures and in none of them. A change withdraws
the entry and adds another, so that both can be read as they stood on any past day.
"""
