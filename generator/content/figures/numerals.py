"""Numerals in Chinese characters: what they are worth (二十八 is 28). Characters in, an integer out."""

DIGITS = {
    digit: value
    for value, digits in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for digit in digits
}
TENS = {"十": 10, "百": 100, "千": 1000}
GREAT = {"万": 10**4, "亿": 10**8}


def value_of(numeral: str) -> int | None:
    """Return the value of a numeral such as 二十八 or 三千万, or of digits in a row (二〇二〇); None for anything else."""
    if numeral and all(char in DIGITS for char in numeral):
        return int("".join(str(DIGITS[char]) for char in numeral))
    return _by_places(numeral) if numeral else None


def _by_places(numeral: str) -> int | None:
    total = section = digit = 0
    for char in numeral:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in TENS:
            section += (digit or 1) * TENS[char]
            digit = 0
        elif char == "亿":
            total, section, digit = (total + section + digit) * GREAT[char], 0, 0
        elif char == "万":
            total, section, digit = total + (section + digit) * GREAT[char], 0, 0
        else:
            return None
    return total + section + digit
