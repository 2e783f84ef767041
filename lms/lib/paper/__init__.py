"""What a printed page is made of: typefaces, fitted text, the cloth border, QR codes.

Lengths are millimetres from the top left corner, as one measures a sheet with a ruler.
"""
