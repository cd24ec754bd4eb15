"""An equal-area plane for the sample's country, and polygons on it.

A polygon here is an open ring of (x, y) in metres, counter-clockwise. The plane is Lambert's
azimuthal equal-area projection of the WGS 84 ellipsoid (Snyder 1987, chapter 24): areas are
those on the ellipsoid, and over the country geodesics of a few km are straight to a millimetre,
so that parts cut from a polygon still fit it in degrees.
"""

import math

EQUATOR = 6378137.0
FLATTENING = 1 / 298.257223563
E2 = FLATTENING * (2 - FLATTENING)
E = math.sqrt(E2)
CENTRE_LONGITUDE, CENTRE_LATITUDE = -132.4, 40.3


def _authalic_q(latitude):
    """Return Snyder's q of a latitude in radians (equation 3-12)."""
    s = math.sin(latitude)
    return (1 - E2) * (s / (1 - E2 * s * s) + math.atanh(E * s) / E)


POLE_Q = _authalic_q(math.pi / 2)
RADIUS = EQUATOR * math.sqrt(POLE_Q / 2)
_LATITUDE = math.radians(CENTRE_LATITUDE)
SIN_CENTRE = _authalic_q(_LATITUDE) / POLE_Q
COS_CENTRE = math.sqrt(1 - SIN_CENTRE ** 2)
SQUEEZE = EQUATOR * math.cos(_LATITUDE) / (
    math.sqrt(1 - E2 * math.sin(_LATITUDE) ** 2) * RADIUS * COS_CENTRE)


def to_plane(longitude, latitude):
    """Project degrees to metres."""
    east = math.radians(longitude - CENTRE_LONGITUDE)
    sin_beta = _authalic_q(math.radians(latitude)) / POLE_Q
    cos_beta = math.sqrt(1 - sin_beta ** 2)
    scale = RADIUS * math.sqrt(2 / (1 + SIN_CENTRE * sin_beta + COS_CENTRE * cos_beta * math.cos(east)))
    north = COS_CENTRE * sin_beta - SIN_CENTRE * cos_beta * math.cos(east)
    return scale * SQUEEZE * cos_beta * math.sin(east), scale / SQUEEZE * north


def to_degrees(point):
    """Return (longitude, latitude) in degrees of a point of the plane."""
    x, y = point[0] / SQUEEZE, point[1] * SQUEEZE
    reach = math.hypot(x, y) or 1e-9
    angle = 2 * math.asin(reach / (2 * RADIUS))
    sin_beta = math.cos(angle) * SIN_CENTRE + y * math.sin(angle) * COS_CENTRE / reach
    east = math.atan2(x * math.sin(angle), reach * COS_CENTRE * math.cos(angle) - y * SIN_CENTRE * math.sin(angle))
    return CENTRE_LONGITUDE + math.degrees(east), math.degrees(_latitude_of_q(sin_beta * POLE_Q))


def _latitude_of_q(q):
    """Return the latitude in radians of Snyder's q, by Newton's method."""
    latitude = math.asin(q / 2)
    for _ in range(4):
        s = math.sin(latitude)
        slope = 2 * (1 - E2) * math.cos(latitude) / (1 - E2 * s * s) ** 2
        latitude += (q - _authalic_q(latitude)) / slope
    return latitude


def area(ring):
    """Return the signed area of a ring in m2, positive if counter-clockwise."""
    x0, y0 = ring[0]
    pairs = zip(ring, ring[1:] + ring[:1])
    return sum((xa - x0) * (yb - y0) - (xb - x0) * (ya - y0) for (xa, ya), (xb, yb) in pairs) / 2


def centre(ring):
    """Return the centroid of a ring."""
    x0, y0 = ring[0]
    sx = sy = doubled = 0.0
    for (xa, ya), (xb, yb) in zip(ring, ring[1:] + ring[:1]):
        cross = (xa - x0) * (yb - y0) - (xb - x0) * (ya - y0)
        sx += (xa + xb - 2 * x0) * cross
        sy += (ya + yb - 2 * y0) * cross
        doubled += cross
    return x0 + sx / (3 * doubled), y0 + sy / (3 * doubled)


def scaled(ring, factor, about=None):
    """Return the ring scaled about a point, by default its centroid."""
    cx, cy = about or centre(ring)
    return [(cx + factor * (x - cx), cy + factor * (y - cy)) for x, y in ring]


def shifted(ring, dx, dy):
    """Return the ring moved by metres east and north."""
    return [(x + dx, y + dy) for x, y in ring]


def contains(ring, point):
    """Tell whether a point lies inside a ring (even-odd rule)."""
    px, py = point
    inside = False
    xa, ya = ring[-1]
    for xb, yb in ring:
        if (ya > py) != (yb > py) and px < xa + (py - ya) * (xb - xa) / (yb - ya):
            inside = not inside
        xa, ya = xb, yb
    return inside


def clip(ring, normal, offset):
    """Return the part of a ring where normal . point <= offset (Sutherland-Hodgman)."""
    nx, ny = normal
    kept = []
    xa, ya = ring[-1]
    side_a = nx * xa + ny * ya - offset
    for xb, yb in ring:
        side_b = nx * xb + ny * yb - offset
        if (side_a <= 0) != (side_b <= 0):
            t = side_a / (side_a - side_b)
            kept.append((xa + t * (xb - xa), ya + t * (yb - ya)))
        if side_b <= 0:
            kept.append((xb, yb))
        xa, ya, side_a = xb, yb, side_b
    return kept


def tidy(ring, spacing=0.2):
    """Return the ring without vertices within `spacing` metres of the one before."""
    kept = []
    for point in ring:
        if not kept or math.dist(point, kept[-1]) > spacing:
            kept.append(point)
    while len(kept) > 1 and math.dist(kept[0], kept[-1]) <= spacing:
        kept.pop()
    return kept


def enriched(ring, count=6):
    """Return the ring with its longest edges halved until it has at least `count` vertices."""
    ring = list(ring)
    while len(ring) < count:
        i = max(range(len(ring)), key=lambda i: math.dist(ring[i - 1], ring[i]))
        (xa, ya), (xb, yb) = ring[i - 1], ring[i]
        ring.insert(i, ((xa + xb) / 2, (ya + yb) / 2))
    return ring


def _turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _distance_to_edge(p, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)
    t = min(1.0, max(0.0, t))
    return math.dist(p, (a[0] + t * dx, a[1] + t * dy))


def is_simple(ring, spacing=0.1):
    """Tell whether no edge crosses, or comes within `spacing` metres of, one not next to it."""
    n = len(ring)
    if n < 3 or area(ring) <= 0:
        return False
    edges = list(zip(ring, ring[1:] + ring[:1]))
    for i in range(n):
        a, b = edges[i]
        for j in range(i + 2, n - (i == 0)):
            c, d = edges[j]
            if _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0:
                return False
        for j in range(n):
            if j != i and j != (i + 1) % n and _distance_to_edge(ring[j], a, b) < spacing:
                return False
    return True


def cut(ring, fraction, rng):
    """Cut a ring in two by a straight line: (a part of about `fraction` of the area, the rest).

    Directions are drawn until both parts are simple.
    """
    wanted = fraction * area(ring)
    for _ in range(200):
        angle = rng.uniform(0, 2 * math.pi)
        normal = math.cos(angle), math.sin(angle)
        reach = [normal[0] * x + normal[1] * y for x, y in ring]
        low, high = min(reach), max(reach)
        for _ in range(22):
            middle = (low + high) / 2
            part = clip(ring, normal, middle)
            if len(part) > 2 and area(part) > wanted:
                high = middle
            else:
                low = middle
        part = tidy(clip(ring, normal, high))
        rest = tidy(clip(ring, (-normal[0], -normal[1]), -high))
        if is_simple(part) and is_simple(rest):
            return part, rest
    raise ValueError("no line cuts this ring into two simple ones")


class Coverage:
    """Ground covered so far, on a grid of square cells: how the generator knows a union's size."""

    def __init__(self, cell=50.0):
        self.cell = cell
        self.cells = set()

    def add(self, ring):
        """Cover a ring and return the area in m2 that was not covered before."""
        before = len(self.cells)
        size = self.cell
        ys = [y for _, y in ring]
        for row in range(math.floor(min(ys) / size), math.ceil(max(ys) / size)):
            y = (row + 0.5) * size
            crossings = sorted(
                xa + (y - ya) * (xb - xa) / (yb - ya)
                for (xa, ya), (xb, yb) in zip(ring, ring[1:] + ring[:1])
                if (ya > y) != (yb > y)
            )
            for left, right in zip(crossings[::2], crossings[1::2]):
                first, last = math.ceil(left / size - 0.5), math.ceil(right / size - 0.5)
                self.cells.update((row, column) for column in range(first, last))
        return (len(self.cells) - before) * size * size
