"""Numbers as people read them: percent, durations, sizes. One place, so that every page agrees."""

import math

MINUS = "\N{MINUS SIGN}"


def percent(share: float, digits: int = 0) -> str:
    """A share (0-1) as `72 %`; a dash where there is no number."""
    if not math.isfinite(share):
        return "–"
    return f"{share * 100:.{digits}f} %"


def number(value: float, digits: int = 2) -> str:
    """A plain number with a real minus sign, never `-0.00`."""
    if not math.isfinite(value):
        return "–" if math.isnan(value) else ("∞" if value > 0 else MINUS + "∞")
    text = f"{abs(value):,.{digits}f}"
    negative = value < 0 and any(digit in "123456789" for digit in text)
    return MINUS + text if negative else text


def duration(seconds: float) -> str:
    """Seconds as a clock reads them: `0:07`, `1:57`, `2:03:10`."""
    if not math.isfinite(seconds):
        return "–"
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


def file_size(size_bytes: float) -> str:
    """Bytes as `209 MB` or `0.9 GB`, in powers of 1000 as file managers do."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size_bytes >= factor * (0.8 if unit == "GB" else 1):
            value = size_bytes / factor
            return f"{value:.1f} {unit}" if value < 10 else f"{value:.0f} {unit}"
    return f"{size_bytes:.0f} B"
