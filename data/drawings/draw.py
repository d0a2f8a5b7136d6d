"""draw.py: writes the pictures below into this folder; run it here after changing a pose.

One function a picture. The pictures that were drawn before it (ankle-pumps, wall-stretch-straight and so on) are not
listed: they keep the same figure.
"""
import os

from figure import BLUE, INK, PAPER, Leg, Picture, along, ankle_on, ankle_over_heel, capsule, joint, number, point

LOW = 'translate(-18 -33.7) scale(1.18)'  # sitting and lying figures are small: a little larger


def standing(picture, hip, lean, near, far, hands, nod=0.0, elbows=(1, 1)):
    """far arm, far leg, near leg, trunk, near arm"""
    shoulder = along(hip, lean, 51)
    if hands[1] is not None:
        picture.arm((shoulder[0] + 1, shoulder[1] + 3), hands[1], elbows[1])
    picture.leg(far)
    picture.leg(near)
    picture.trunk(hip, lean, nod)
    if hands[0] is not None:
        picture.arm((shoulder[0], shoulder[1] + 3), hands[0], elbows[0])


def legs(hip, near, far, works=(True, True), toes=(False, False), feet=(0, 0), knees=(-1, -1)):
    return (Leg((hip[0] - 1, hip[1]), near, feet[0], works[0], knees[0], toes[0]),
            Leg((hip[0] + 3, hip[1]), far, feet[1], works[1], knees[1], toes[1]))


def at_chair(title, hip, near_foot, far_foot, works=(True, True), balls=(116, 124), lean=91, chair=150):
    picture = Picture(title)
    picture.ground()
    picture.chair_for_support(chair)
    near, far = legs(hip, ankle_on(balls[0], near_foot), ankle_on(balls[1], far_foot), works, (near_foot < 0, far_foot < 0), (near_foot, far_foot))
    standing(picture, hip, lean, near, far, ((chair, 82), None))
    return picture


# --- protect ---

def sitting_long(picture, hip=(72, 164), lean=96, hand=(54, 183), far=None, near=None):
    picture.leg(far)
    picture.leg(near)
    shoulder = picture.trunk(hip, lean)
    picture.arm((shoulder[0] - 1, shoulder[1] + 4), hand, 1)


def foot_circles(end):
    picture = Picture('Sitting, one foot draws a circle the other way' if end else 'Sitting, one foot draws a circle')
    picture.ground()
    picture.seat()
    hip = (92, 124)
    far = Leg((95, 124), ankle_on(160), 0, False)
    near = Leg(hip, (176, 140), 0, True)
    near.foot = 62 if not end else 20
    picture.leg(far)
    picture.leg(near)
    shoulder = picture.trunk(hip, 94)
    picture.arm((shoulder[0], shoulder[1] + 4), (120, 112), 1)
    if end:
        picture.arrow((222, 112), (222, 152), -16)
    else:
        picture.arrow((222, 152), (222, 112), 16)
    return picture


def wall_push_hold(end):
    picture = Picture('The ball of the foot pushes against the wall, nothing moves' if end else 'Sitting, foot flat against a wall', LOW)
    picture.ground()
    picture.line('M178 60L178 187.5', INK, 3)
    hip = (76, 171)
    far = Leg((78, 171), (152, 178), 78, False, -1)
    near = Leg(hip, (160, 175), 84, True, -1)
    sitting_long(picture, hip, 98, (54, 184), far, near)
    if end:
        picture.arrow((138, 128), (166, 128))
        picture.hold(112, 118)
    return picture


def foot_outline(arch):
    """A foot from the inner side; the arch rises by `arch`."""
    return ('M64 18C60 56 68 92 62 130C52 142 48 160 52 170C55 178 62 178 74 178C%s 178 %s %s %s %sC%s %s 150 178 162 178'
            'C176 178 190 178 198 176C206 174 206 164 198 161C180 156 160 150 148 142C128 128 108 116 104 100C102 90 106 52 104 18'
            % (number(86), number(96), number(176 - arch), number(116), number(175 - arch), number(136), number(176 - arch)))


def short_foot(end):
    picture = Picture('The arch lifted, toes long' if end else 'Foot flat on the ground')
    picture.ground()
    picture.add('<path d="%s" fill="%s" stroke="%s" stroke-width="3"/>' % (foot_outline(17 if end else 2), PAPER, INK))
    if end:
        picture.line('M94 166C106 157 126 157 140 166', BLUE, 5)
        picture.arrow((117, 138), (117, 112))
    else:
        picture.line('M94 171C106 169 126 169 140 171', BLUE, 5)
    return picture


def raised_leg_pumps(end):
    picture = Picture('Lying, leg up on a stool, toes pulled up' if end else 'Lying, leg up on a stool, toes pointed away')
    picture.ground()
    picture.line('M140 151L196 151', INK, 3.4)
    picture.line('M144 151L144 187M192 151L192 187', INK, 3)
    for leg, foot in ((Leg((116, 172), (200, 141), 100, False), 100), (Leg((114, 172), (196, 143), 0, True), 104 if end else 44)):
        leg.knee, leg.ankle, leg.foot = (leg.ankle[0] - 45, leg.ankle[1] - 0.6), leg.ankle, foot
        picture.leg(leg)
    picture.trunk((114, 173), 178)
    picture.arm((66, 174), (122, 180), -1)
    if end:
        picture.arrow((228, 138), (214, 108), 8)
    else:
        picture.arrow((210, 106), (228, 134), -8)
    return picture


# --- move ---

def band_push(end):
    picture = Picture('The foot pushes the band away' if end else 'Sitting, band round the foot, toes up', LOW)
    picture.ground()
    hip = (80, 171)
    far = Leg((82, 172), (168, 177), 70, False)
    near = Leg(hip, (169, 174), 96 if not end else 40, True)
    picture.leg(far)
    picture.leg(near)
    ball = along(along(near.ankle, near.foot, 16), near.foot - 90, 6)
    shoulder = picture.trunk(hip, 97)
    picture.line('M%sL%sL%s' % (point(112, 146), point(ball[0] + 3, ball[1] - 3), point(112, 151)), BLUE, 3.2)
    picture.arm((shoulder[0], shoulder[1] + 4), (112, 148), 1)
    if end:
        picture.arrow((186, 140), (198, 162), -6)
    return picture


def knee_to_wall(end):
    picture = Picture('The front knee touches the wall, heel down' if end else 'Facing a wall, one foot in front of it')
    picture.ground()
    picture.wall(196)
    hip = (128, 96) if not end else (146, 111)
    foot = -30 if end else 0
    near = Leg(hip, ankle_on(178), 0, True)
    far = Leg((hip[0] - 2, hip[1]), ankle_on(96, foot), foot, False, -1, end)
    standing(picture, hip, 84 if not end else 80, near, far, ((191, 58), (191, 64)))
    if end:
        picture.arrow((122, 150), (150, 150))
    return picture


def kneeling_stretch(end):
    picture = Picture('Kneeling, front knee pushed past the toes, heel down' if end else 'Kneeling on one knee, front foot flat')
    picture.ground()
    hip = (110, 130) if not end else (128, 134)
    near = Leg(hip, ankle_on(172), 0, True)
    knee = (92, 179) if not end else (96, 180)
    far = Leg((hip[0] - 2, hip[1]), (52, 178), 200, False)
    far.knee, far.ankle, far.foot, far.front = knee, (knee[0] - 44, 178), 182, -1
    standing(picture, hip, 86 if not end else 70, near, far, ((150, 128) if not end else (172, 128), None), 0 if not end else -6, (1, 1))
    if end:
        picture.arrow((196, 124), (216, 138))
    return picture


def step_stretch(end):
    picture = Picture('One heel sinks below the step, knee straight' if end else 'Standing on a step, ball of one foot on the edge')
    picture.ground('M-4 187.5H112V171H244')
    picture.line('M174 170L174 72')
    foot = 24 if end else 0
    hip = (110, 74) if end else (110, 71)
    near = Leg((hip[0] - 3, hip[1]), ankle_on(118, foot, 169.6), foot, True)
    far = Leg((hip[0] + 3, hip[1]), ankle_on(146, 0, 169.6), 0, False)
    standing(picture, hip, 88, near, far, ((172, 72), None))
    if end:
        picture.arrow((72, 140), (72, 172))
    return picture


def heel_walk(end):
    picture = Picture('A step further on the heels' if end else 'Standing on the heels, toes up')
    picture.ground()
    if not end:
        hip = (112, 88)
        near, far = legs(hip, ankle_over_heel(106, 28), ankle_over_heel(114, 28), (False, False), (False, False), (28, 28))
        hands = ((104, 84), (124, 84))
    else:
        hip = (116, 90)
        near, far = legs(hip, ankle_over_heel(142, 30), ankle_over_heel(88, 26), (False, False), (False, False), (30, 26))
        hands = ((96, 86), (140, 84))
    standing(picture, hip, 90, near, far, hands)
    for leg in (near,):
        dx, dy = (leg.ankle[0] - leg.knee[0]) / 45, (leg.ankle[1] - leg.knee[1]) / 45
        front = (dy, -dx)
        at = lambda t, o: point(leg.knee[0] + dx * t + front[0] * o, leg.knee[1] + dy * t + front[1] * o)
        picture.add('<path d="M%sC%s %s %sC%s %s %sZ" fill="%s" stroke="%s" stroke-width="2.6"/>'
                    % (at(6, 5), at(12, 10), at(24, 9), at(38, 4), at(26, 1), at(14, 0), at(6, 5), BLUE, INK))
    if end:
        picture.arrow((186, 40), (218, 40))
    else:
        picture.arrow((158, 176), (158, 150))
    return picture


def evening_hamstring_stretch(end):
    picture = Picture('Leaning forward over the straight leg' if end else 'Sitting on a bed, one leg straight on it, one foot on the floor')
    picture.ground()
    picture.solid('M40 146H214V164H40Z', 2.6)
    picture.line('M50 164V186M204 164V186', INK, 3)
    hip = (78, 132)
    near = Leg((79, 134), (166, 136), 92, True)
    far = Leg((82, 136), ankle_on(120), 0, False)
    picture.leg(far)
    picture.leg(near)
    shoulder = picture.trunk(hip, 58 if end else 96, -4 if end else 0)
    picture.arm((shoulder[0], shoulder[1] + 4), (156, 120) if end else (104, 126), 1)
    if end:
        picture.arrow((66, 48), (94, 44), -6)
    picture.add('<path d="M%sC%s %s %sC%s %s %sZ" fill="%s" stroke="%s" stroke-width="2.6"/>'
                % (point(86, 141), point(94, 149), point(106, 149), point(116, 142), point(106, 139), point(94, 139), point(86, 141), BLUE, INK))
    return picture


def march(end):
    picture = Picture('One knee up, the other arm forward' if end else 'Standing tall')
    picture.ground()
    hip = (112, 87)
    if end:
        near, far = legs(hip, (130, 132), ankle_on(126, -10), (True, True), (False, True), (-16, -10))
        standing(picture, hip, 89, near, far, ((88, 72), (148, 62)), 0, (1, 1))
        picture.arrow((184, 128), (184, 96))
    else:
        near, far = legs(hip, ankle_on(122), ankle_on(130), (True, True))
        standing(picture, hip, 90, near, far, ((108, 96), (122, 96)), 0, (1, 1))
    return picture


# --- load ---

def bent_knee_heel_raise(end):
    return finish(at_chair('Knees stay bent, heels high' if end else 'Standing with bent knees, holding on to a chair',
                           (106, 88) if end else (104, 99), -36 if end else 0, -36 if end else 0, lean=86), end, ((62, 182), (62, 150)))


def finish(picture, end, arrow):
    if end:
        picture.arrow(*arrow)
    return picture


def bent_knee_heel_drop(end):
    picture = Picture('One heel sinks below the step, knee bent' if end else 'On the edge of a step, heels high, knees bent')
    picture.ground('M-4 187.5H112V171H244')
    picture.line('M168 170L168 76')
    if end:
        hip = (106, 82)
        near = Leg((hip[0] - 1, hip[1]), ankle_on(118, 22, 169.6), 22, True)
        far = Leg((hip[0] + 3, hip[1]), (134, 134), -10, False)
    else:
        hip = (106, 70)
        near, far = legs(hip, ankle_on(118, -36, 169.6), ankle_on(126, -36, 169.6), (True, True), (True, True), (-36, -36))
    standing(picture, hip, 84, near, far, ((166, 76), None))
    if end:
        picture.arrow((66, 140), (66, 172))
    return picture


def loaded_seated_raise(end):
    picture = Picture('Heel up with the weight on the knee' if end else 'Sitting, weight on the knee, foot flat')
    picture.ground()
    picture.seat()
    hip = (94, 124)
    foot = -34 if end else 0
    near = Leg(hip, ankle_on(156, foot), foot, True, -1, end)
    far = Leg((97, 124), ankle_on(166), 0, False)
    picture.leg(far)
    picture.leg(near)
    knee = near.knee
    shoulder = picture.trunk(hip, 93)
    picture.arm((shoulder[0], shoulder[1] + 4), (knee[0] - 26, knee[1] - 22), 1)
    picture.circle(knee[0] - 7, knee[1] - 23, 15, PAPER, 3)
    picture.circle(knee[0] - 7, knee[1] - 23, 4, PAPER, 2.6)
    if end:
        picture.arrow((196, 180), (196, 148))
    return picture


def wall_sit_heel_hold(end):
    picture = Picture('Heels up, held still' if end else 'Back against a wall, knees bent, feet flat')
    picture.ground()
    picture.wall(60)
    foot = -30 if end else 0
    hip = (76, 116) if not end else (76, 112)
    near, far = legs(hip, ankle_on(134, foot), ankle_on(142, foot), (True, True), (end, end), (foot, foot))
    shoulder = along(hip, 90, 51)
    picture.leg(far)
    picture.leg(near)
    picture.trunk(hip, 90)
    picture.arm((shoulder[0], shoulder[1] + 4), (110, 108), 1)
    if end:
        picture.hold(172, 160)
    return picture


def cushion_balance(end):
    picture = Picture('On one leg on a cushion, arms out' if end else 'Standing on a cushion beside a chair')
    picture.ground()
    picture.line('M182 186L182 84M182 134L220 134L220 186')
    picture.add('<path d="M78 186C70 186 70 170 80 170H138C148 170 148 186 140 186Z" fill="%s" stroke="%s" stroke-width="3"/>' % (PAPER, INK))
    top = 169.6
    hip = (106, 72)
    if end:
        near = Leg((105, hip[1]), ankle_on(120, 0, top), 0, True)
        far = Leg((109, hip[1]), (130, 128), -12, False)
        standing(picture, hip, 90, near, far, ((44, 40), (170, 36)), 0, (-1, 1))
    else:
        near, far = legs(hip, ankle_on(118, 0, top), ankle_on(126, 0, top), (True, True))
        standing(picture, hip, 90, near, far, ((102, 84), (180, 82)))
    return picture


def toe_walk(end):
    picture = Picture('A step further, heels stay high' if end else 'Standing high on the toes')
    picture.ground()
    if not end:
        hip = (112, 76)
        near, far = legs(hip, ankle_on(118, -40), ankle_on(126, -40), (True, True), (True, True), (-40, -40))
        hands = ((104, 74), (126, 74))
    else:
        hip = (114, 79)
        near, far = legs(hip, ankle_on(146, -36), ankle_on(94, -46), (True, True), (True, True), (-36, -46))
        hands = ((94, 76), (138, 74))
    standing(picture, hip, 90, near, far, hands)
    if end:
        picture.arrow((186, 30), (218, 30))
    return picture


def roller_stick(end):
    picture = Picture('The stick below the knee' if end else 'Sitting, a roller stick behind the lower calf')
    picture.ground()
    picture.seat()
    hip = (92, 124)
    far = Leg((95, 124), ankle_on(150), 0, False)
    near = Leg(hip, ankle_on(184), 0, True)
    picture.leg(far)
    picture.leg(near)
    share = .22 if end else .72
    spot = (near.knee[0] + (near.ankle[0] - near.knee[0]) * share, near.knee[1] + (near.ankle[1] - near.knee[1]) * share)
    shoulder = picture.trunk(hip, 72 if end else 56)
    picture.arm((shoulder[0], shoulder[1] + 5), (spot[0] - 12, spot[1] + 5), 1)
    picture.circle(spot[0] - 13, spot[1] + 8, 8.5, PAPER, 3)
    picture.circle(spot[0] - 13, spot[1] + 8, 2.5, PAPER, 2.4)
    if end:
        picture.arrow((204, 158), (190, 122))
    return picture


def leg_swing(end):
    picture = Picture('The leg swings forward, foot relaxed' if end else 'Standing beside a chair, one leg swings back')
    picture.ground()
    picture.chair_for_support(172)
    hip = (118, 87)
    stands = ankle_on(130)
    swings = (172, 150) if end else (62, 152)
    far = Leg((121, 87), stands, 0, False)
    near = Leg((117, 87), swings, 18 if end else -50, True)
    standing(picture, hip, 92 if end else 86, near, far, ((92, 74) if end else (142, 80), (170, 82)), 0, (1, 1))
    if end:
        picture.arrow((88, 168), (152, 170), 14)
    else:
        picture.arrow((148, 168), (84, 170), -14)
    return picture


# --- run ---

def one_leg_hop(end):
    picture = Picture('A low hop on one leg' if end else 'Standing on one leg, knee a little bent')
    picture.ground()
    lift = 18 if end else 0
    hip = (112, 72) if end else (108, 95)
    near = Leg((hip[0] - 1, hip[1]), (106, 152) if end else ankle_on(122), -44 if end else 0, True)
    far = Leg((hip[0] + 3, hip[1]), (76, 128 if end else 140), -62, False)
    standing(picture, hip, 90 if end else 80, near, far, ((98, 68), (136, 62)) if end else ((84, 92), (142, 82)), 0, (1, 1))
    if end:
        picture.arrow((160, 182), (160, 148))
    return picture


def front_figure(picture, x, top, left, right, hands, raised=False):
    """A figure seen from the front: straight limbs, for what moves sideways. left and right are ankles."""
    shoulders, hips = (x, top + 40), (x, top + 90)
    for side, ankle in ((-1, left), (1, right)):
        hip = (hips[0] + side * 8, hips[1])
        knee = joint(hip, ankle, 45, 45, -side)
        foot = (ankle[0] + side * 2, ankle[1] + (8 if raised else 5.4))
        picture.body(capsule(hip, 10, knee, 7.6) + capsule(knee, 7.6, ankle, 5) + capsule((ankle[0], ankle[1] + 2), 5, foot, 5.4))
    picture.body(capsule(hips, 15, shoulders, 16))
    picture.body(capsule((x, top + 22), 5, (x, top + 16), 5))
    picture.circle(x, top, 13)
    for side, hand in ((-1, hands[0]), (1, hands[1])):
        shoulder = (shoulders[0] + side * 15, shoulders[1] - 4)
        elbow = joint(shoulder, hand, 30, 31, -side)
        picture.body(capsule(shoulder, 6.6, elbow, 5.2) + capsule(elbow, 5.2, hand, 4.6))


def side_hop(end):
    picture = Picture('Hopped over the line to the other side' if end else 'Standing beside a line on the ground, seen from the front')
    picture.ground()
    picture.line('M120 186V176', INK, 5)
    if end:
        front_figure(picture, 170, -16, (163, 163), (177, 163), ((146, 62), (198, 54)), True)
        picture.arrow((92, 160), (136, 160), -26)
    else:
        front_figure(picture, 70, -3, (63, 176), (77, 176), ((48, 92), (94, 92)))
    return picture


def rope_skip(end):
    picture = Picture('A low skip, the rope passes below the feet' if end else 'Holding a rope, the rope behind the heels')
    picture.ground()
    hip = (114, 70) if end else (112, 89)
    if end:
        near, far = legs(hip, (104, 150), (110, 150), (True, True), (False, False), (-42, -42))
        picture.line('M140 70C172 108 168 184 100 184.5', BLUE, 3.2)
        hands = ((138, 70), None)
    else:
        near, far = legs(hip, ankle_on(122), ankle_on(130), (True, True))
        picture.line('M140 88C96 84 66 130 78 184', BLUE, 3.2)
        hands = ((140, 88), None)
    standing(picture, hip, 88, near, far, hands)
    if end:
        picture.arrow((200, 182), (200, 150))
    return picture


PICTURES = [foot_circles, wall_push_hold, short_foot, raised_leg_pumps, band_push, knee_to_wall, kneeling_stretch, step_stretch,
            heel_walk, evening_hamstring_stretch, march, bent_knee_heel_raise, bent_knee_heel_drop, loaded_seated_raise,
            wall_sit_heel_hold, cushion_balance, toe_walk, roller_stick, leg_swing, one_leg_hop, side_hop, rope_skip]


def main():
    os.chdir(os.path.dirname(os.path.abspath(__file__)))
    for draw in PICTURES:
        for end in (False, True):
            draw(end).write('%s-%s' % (draw.__name__.replace('_', '-'), 'end' if end else 'start'))


if __name__ == '__main__':
    main()
