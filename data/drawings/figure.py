"""A jointed figure seen from the side, drawn as the exercise pictures draw it.

Lengths, widths and colours are those of every picture in this folder: dark strokes on white, blue for the muscle that
works and for what moves. Angles are in degrees: 0 points the way the figure looks (to the right), 90 up, -90 down.
"""
import math

GROUND = 187.5
INK, PAPER, BLUE = '#1a1a1a', '#ffffff', '#1c71d8'
THIGH, SHANK, TRUNK, UPPER, FORE = 45.0, 45.0, 51.0, 33.0, 34.0
SOLE = GROUND - 1.4  # where skin meets the line of the ground


def number(value):
    text = '%.1f' % value
    return text[:-2] if text.endswith('.0') else ('0' if text == '-0' else text)


def point(x, y):
    return number(x) + ' ' + number(y)


def along(start, degrees, length):
    return (start[0] + length * math.cos(math.radians(degrees)), start[1] - length * math.sin(math.radians(degrees)))


def capsule(a, ra, b, rb):
    """The outline round two circles, as one closed path."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    distance = math.hypot(dx, dy)
    axis, spread = math.atan2(dy, dx), math.acos(max(-1.0, min(1.0, (ra - rb) / distance)))

    def at(centre, radius, angle):
        return point(centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle))

    left, right = axis + spread, axis - spread
    return 'M%sL%sA%s %s 0 0 0 %sL%sA%s %s 0 1 0 %sZ' % (
        at(a, ra, left), at(b, rb, left), number(rb), number(rb), at(b, rb, right), at(a, ra, right),
        number(ra), number(ra), at(a, ra, left))


def joint(a, b, first, second, side):
    """Where the joint between two bones lies; side 1 or -1 chooses between the two answers. Too far: stretched out."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    distance = math.hypot(dx, dy)
    reach = min(distance, first + second - 0.01)
    cosine = (first * first + reach * reach - second * second) / (2 * first * reach)
    bend = math.acos(max(-1.0, min(1.0, cosine)))
    angle = math.atan2(dy, dx) + side * bend
    return (a[0] + first * math.cos(angle), a[1] + first * math.sin(angle))


class Leg:
    """From the hip to an ankle, the foot turned by `foot` (0 flat, below 0 heel up, above 0 toes up)."""

    def __init__(self, hip, ankle, foot=0.0, works=False, knee=-1, toes=False):
        self.hip, self.knee = hip, joint(hip, ankle, THIGH, SHANK, knee)
        self.foot, self.works, self.toes = foot, works, toes
        dx, dy = ankle[0] - self.knee[0], ankle[1] - self.knee[1]
        length = math.hypot(dx, dy)
        self.ankle = (self.knee[0] + dx * SHANK / length, self.knee[1] + dy * SHANK / length)
        self.front = knee  # the calf lies on the other side

    def outline(self):
        forward = along((0, 0), self.foot, 1)
        up = along((0, 0), self.foot + 90, 1)
        heel = (self.ankle[0] - 2.3 * forward[0] - 4.6 * up[0], self.ankle[1] - 2.3 * forward[1] - 4.6 * up[1])
        ball = (heel[0] + 19.5 * forward[0] - up[0], heel[1] + 19.5 * forward[1] - up[1])
        path = capsule(self.hip, 10.5, self.knee, 7.6) + capsule(self.knee, 7.6, self.ankle, 5) + capsule(heel, 4.6, ball, 3.6)
        if self.toes:
            path += capsule(ball, 3.6, (ball[0] + 5, ball[1] + 0.3), 3.2)
        return path

    def calf(self):
        dx, dy = (self.ankle[0] - self.knee[0]) / SHANK, (self.ankle[1] - self.knee[1]) / SHANK
        back = (-dy, dx) if self.front < 0 else (dy, -dx)

        def at(share, off):
            return point(self.knee[0] + dx * share * SHANK + back[0] * off, self.knee[1] + dy * share * SHANK + back[1] * off)

        return 'M%sC%s %s %sC%s %s %sZ' % (at(.01, 4.2), at(.15, 14.7), at(.455, 13.6), at(.795, 4.3), at(.54, 2.3), at(.24, 1.1), at(.01, 4.2))


def ankle_on(ball_x, foot=0.0, ground=SOLE):
    """The ankle over a foot whose ball stands on the ground at ball_x."""
    forward, up = along((0, 0), foot, 1), along((0, 0), foot + 90, 1)
    ball = (ball_x, ground - 3.6)
    return (ball[0] - 17.2 * forward[0] + 5.6 * up[0], ball[1] - 17.2 * forward[1] + 5.6 * up[1])


def ankle_over_heel(heel_x, foot=0.0, ground=SOLE):
    """The ankle over a foot whose heel stands on the ground at heel_x, toes up."""
    forward, up = along((0, 0), foot, 1), along((0, 0), foot + 90, 1)
    heel = (heel_x, ground - 4.6)
    return (heel[0] + 2.3 * forward[0] + 4.6 * up[0], heel[1] + 2.3 * forward[1] + 4.6 * up[1])


class Picture:
    """Collects shapes from back to front."""

    def __init__(self, title, scale=None):
        self.title, self.scale, self.shapes, self.ground_shapes = title, scale, [], []

    def add(self, shape):
        self.shapes.append(shape)

    def line(self, path, colour=INK, width=3.2):
        self.add('<path d="%s" fill="none" stroke="%s" stroke-width="%s"/>' % (path, colour, number(width)))

    def ground(self, path=None):
        self.ground_shapes.append('<path d="%s" fill="none" stroke="%s" stroke-width="%s"/>'
                                  % (path or 'M-4 187.5L244 187.5', INK, '2.6' if path is None else '3'))

    def body(self, path):
        self.add('<path d="%s" fill="%s" stroke="%s" stroke-width="5.2"/>' % (path, PAPER, INK))
        self.add('<path d="%s" fill="%s" stroke="none"/>' % (path, PAPER))

    def solid(self, path, width=2.6):
        self.add('<path d="%s" fill="%s" stroke="%s" stroke-width="%s"/>' % (path, PAPER, INK, number(width)))

    def circle(self, x, y, radius, fill=PAPER, width=2.6):
        self.add('<circle cx="%s" cy="%s" r="%s" fill="%s" stroke="%s" stroke-width="%s"/>'
                 % (number(x), number(y), number(radius), fill, INK, number(width)))

    def leg(self, leg):
        self.body(leg.outline() + ('' if leg.works else leg.calf()))
        if leg.works:
            self.add('<path d="%s" fill="%s" stroke="%s" stroke-width="2.6"/>' % (leg.calf(), BLUE, INK))

    def arm(self, shoulder, hand, elbow=1):
        bend = joint(shoulder, hand, UPPER, FORE, elbow)
        dx, dy = hand[0] - bend[0], hand[1] - bend[1]
        length = math.hypot(dx, dy)
        end = (bend[0] + dx * FORE / length, bend[1] + dy * FORE / length)
        self.body(capsule(shoulder, 6.6, bend, 5.2) + capsule(bend, 5.2, end, 4.6))

    def trunk(self, hip, lean, nod=0.0):
        """Draws trunk, neck and head; returns the shoulder."""
        shoulder = along(hip, lean, TRUNK)
        self.body(capsule(hip, 11.5, shoulder, 12.5))
        neck = along(shoulder, lean - nod, 9)
        self.body(capsule(neck, 5, along(neck, lean - nod, 8), 5))
        head = along(neck, lean - nod, 20.5)
        self.circle(head[0], head[1], 13)
        return shoulder

    def arrow(self, start, end, bow=0.0):
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = math.hypot(dx, dy)
        middle = ((start[0] + end[0]) / 2 - dy / length * bow, (start[1] + end[1]) / 2 + dx / length * bow)
        angle = math.atan2(end[1] - middle[1], end[0] - middle[0])
        neck = (end[0] - 7.9 * math.cos(angle), end[1] - 7.9 * math.sin(angle))
        self.line('M%sQ%s %s' % (point(*start), point(*middle), point(*neck)), BLUE, 3.4)
        back = (end[0] - 10.5 * math.cos(angle), end[1] - 10.5 * math.sin(angle))
        side = (-math.sin(angle) * 5.8, math.cos(angle) * 5.8)
        self.add('<path d="M%sL%sL%sZ" fill="%s" stroke="%s" stroke-width="1.6"/>'
                 % (point(*end), point(back[0] + side[0], back[1] + side[1]), point(back[0] - side[0], back[1] - side[1]), BLUE, BLUE))

    def hold(self, x, y):
        """Two bars, as on a player: stay like this."""
        self.line('M%sv20M%sv20' % (point(x, y), point(x + 10, y)), BLUE, 5)

    def chair_for_support(self, x=150):
        self.line('M%sL%s' % (point(x, 186), point(x, 84)))
        self.line('M%sL%sL%s' % (point(x, 134), point(x + 38, 134), point(x + 38, 186)))

    def seat(self, back=66, front=122, top=138):
        self.line('M%sL%s' % (point(back, top), point(front, top)), INK, 3.4)
        self.line('M%sL%s' % (point(front - 2, top), point(front - 2, 187)), INK, 3)
        self.line('M%sL%s' % (point(back, top - 66), point(back, 187)), INK, 3)

    def wall(self, x=206):
        self.line('M%sL%s' % (point(x, -4), point(x, 187.5)), INK, 3.4)

    def write(self, name):
        lines = ['<svg xmlns="http://www.w3.org/2000/svg" width="264" height="226" viewBox="-12 -32 264 226">',
                 '  <title>%s</title>' % self.title, '  <g stroke-linecap="round" stroke-linejoin="round">']
        lines += ['    ' + shape for shape in self.ground_shapes]
        if self.scale is None:
            lines += ['    ' + shape for shape in self.shapes]
        else:
            lines.append('    <g transform="%s">' % self.scale)
            lines += ['      ' + shape for shape in self.shapes]
            lines.append('    </g>')
        lines += ['  </g>', '</svg>', '']
        with open(name + '.svg', 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines))
