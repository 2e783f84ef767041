"""Check characters of ISO 7064, hybrid systems: one for digits, one for letters and digits.

Any single wrong character is noticed, and nearly any two neighbours swapped.
"""

DIGITS = "0123456789"
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check_character(text: str, alphabet: str) -> str:
    """Return the character that ``text`` is to be followed by.

    Of digits it is that of the system mod 11,10, of letters and digits that of mod 37,36. Signs
    that are not in ``alphabet`` are left out.
    """
    modulus = len(alphabet)
    product = modulus
    for sign in text:
        if sign in alphabet:
            total = (product + alphabet.index(sign)) % modulus or modulus
            product = total * 2 % (modulus + 1)
    return alphabet[(1 - product) % modulus]
