"""Pictures of figures, drawn on the server as SVG: bars, columns over time, tiles of regions.

Widths are per cent and heights are pixels, so that words keep their size on any screen; colours
are classes of the style sheet, so that dark and black and white come by themselves.
"""
