"""Points on the earth as they are written: ``POINT(130.64 42.42)``, the well-known text of GeoSPARQL, WGS 84.

Longitude stands first there. People and tables write latitude first: 42.42, 130.64.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.text.terms import br

#: The property that gives a point, and the type of its values.
COORDINATES = br("coordinates")
POINT = br("Point")
_NUMBER = r"[+-]?(?:0|[1-9]\d{0,2})(?:\.\d+)?"
_WKT = re.compile(rf"POINT ?\(({_NUMBER}) ({_NUMBER})\)", re.A)
_PAIR = re.compile(rf"({_NUMBER})°?\s*,\s*({_NUMBER})°?", re.A)


class Spot(NamedTuple):
    """A point in degrees."""

    latitude: float
    longitude: float


def parse_point(text: str) -> Spot:
    """A point from its well-known text. Raises ValueError, which says what is wrong."""
    found = _WKT.fullmatch(text)
    if not found:
        raise ValueError("a point is written POINT(longitude latitude), such as POINT(130.64 42.42)")
    return _checked(float(found[2]), float(found[1]))


def write_point(latitude: str, longitude: str) -> str:
    """The well-known text of a point, digit by digit as given. Raises ValueError."""
    if not re.fullmatch(_NUMBER, latitude, re.A) or not re.fullmatch(_NUMBER, longitude, re.A):
        raise ValueError("latitude and longitude are numbers of degrees, such as 42.42 and 130.64")
    _checked(float(latitude), float(longitude))
    return f"POINT({longitude.removeprefix('+')} {latitude.removeprefix('+')})"


def read_point(text: str) -> str:
    """The well-known text of a point that people wrote: that itself, or latitude, longitude. Raises ValueError."""
    found = _PAIR.fullmatch(text.strip())
    if found:
        return write_point(*found.groups())
    parse_point(text.strip())
    return text.strip()


def _checked(latitude: float, longitude: float) -> Spot:
    if not -90 <= latitude <= 90:
        raise ValueError(f"{latitude:g} is no latitude: it lies between -90 and 90")
    if not -180 <= longitude <= 180:
        raise ValueError(f"{longitude:g} is no longitude: it lies between -180 and 180")
    return Spot(latitude, longitude)
