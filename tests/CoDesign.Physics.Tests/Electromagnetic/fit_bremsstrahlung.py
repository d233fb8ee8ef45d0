"""Fits the correction of BremsstrahlungCorrection.cs to the cross sections of Seltzer and Berger.

The first part repeats ScreenedBorn.cs (formulas and sources are there). The correction is exp(sum c_n f_n(Z, T, k));
the functions f_n are picked from a list one by one, with exchange, as the least-squares sum falls most; the list and
the weights below are all the freedom there is. Prints the terms as C# and the quality of the fit.
Run: python3 fit_bremsstrahlung.py
"""
import pathlib

import numpy as np

MASS, ALPHA, RE2_MB = 0.51099895, 7.2973525693e-3, 79.407877
KAPPA = np.array([0, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .99, 1])
# Weights of the trapezoidal rule on KAPPA: the share of each point in the stopping power.
SHARE = np.array([.025, .05, .075, .1, .1, .1, .1, .1, .1, .1, .075, .045, .025, .005])
LIGHT = {1: (5.31, 6.144), 2: (4.79, 5.621), 3: (4.74, 5.805), 4: (4.71, 5.924)}
TERMS = 20


def coulomb(z):
    a2 = (ALPHA * z) ** 2
    return a2 * (1 / (1 + a2) + .20206 - .0369 * a2 + .0083 * a2 ** 2 - .002 * a2 ** 3)


def elastic(q, z):
    scale = np.exp(LIGHT[z][0] - np.log(184.15 * z ** (-1 / 3))) if z in LIGHT else 1.0
    g = 200 * q * z ** (-1 / 3) * scale
    shift = (-2 * np.log((1 / g ** 2 + .311877) / .311877) + 2.4 * np.exp(-.9 * g) + 1.6 * np.exp(-1.5 * g))
    return shift, 2 / (3 + 19.5 * g + 18 * g * g)


def inelastic(q, z):
    scale = np.exp(LIGHT[z][1] - np.log(1194 * z ** (-2 / 3))) if z in LIGHT else 1.0
    e = 200 * q * z ** (-2 / 3) * scale
    shift = (-2 * np.log((1 / e ** 2 + 13.111641) / 13.111641) + 2.8 * np.exp(-8 * e) + 1.2 * np.exp(-29.2 * e))
    return shift, 2 / (3 + 120 * e + 1200 * e * e)


def screened_born(z, t, kappa):
    kappa = np.clip(kappa, 1e-7, 1 - 1e-7)
    k, e0 = kappa * t / MASS, 1 + t / MASS
    tf = t / MASS * (1 - kappa)
    e, p0, p = 1 + tf, np.sqrt(e0 * e0 - 1), np.sqrt(tf * (tf + 2))
    l0, l1 = 2 * np.log(e0 + p0), 2 * np.log(e + p)
    log = 2 * np.log((e0 * e + p0 * p - 1) / k)
    weight = (8 * e0 * e / (3 * p0 * p) + k * k * ((e0 * e) ** 2 + (p0 * p) ** 2) / (p0 * p) ** 3
              + k / (2 * p0 * p) * ((e0 * e + p0 * p0) / p0 ** 3 * l0 - (e0 * e + p * p) / p ** 3 * l1
                                    + 2 * k * e0 * e / (p * p0) ** 2))
    rest = (4 / 3 - 2 * e0 * e * (p * p + p0 * p0) / (p0 * p) ** 2 + l0 * e / p0 ** 3 + l1 * e0 / p ** 3
            - l0 * l1 / (p0 * p))
    low, high = k * (1 / (e0 + p0) + 1 / (e + p)) / (p0 + p), p0 + p - k
    y, b0, b = k / e0, p0 / e0, p / e
    parts = []
    for screening in (elastic, inelastic):
        near, difference = screening(low, z)
        far, _ = screening(high, z)
        parts.append(p / p0 * (rest + weight * (log + (near - far) / 2)) + 2 / 3 * (1 - y) * difference)
    nuclear = parts[0] - t / (t + 2) * 4 * coulomb(z) * (4 / 3 * (1 - y) + y * y) * b / b0
    elwert = b0 / b * (1 - np.exp(-2 * np.pi * ALPHA * z / b0)) / (1 - np.exp(-2 * np.pi * ALPHA * z / b))
    return ALPHA * RE2_MB * b0 * b0 * elwert * (nuclear + t / (t + .3) * parts[1] / z)


def candidates(z, t, kappa):
    u, w, v = ALPHA * z, 1 / (1 + t / MASS), 1 / (1 + t / MASS * (1 - kappa))
    field = np.log(1 + u * u / (1 - w * w))
    found = {}
    for name, factor in (("1", 1), ("u", u), ("u2", u * u), ("e", 1 / (1 + z))):
        for i in range(5):
            for j in range(5 - i):
                if (name, i, j) != ("e", 0, 0):  # keeps the radiation length of hydrogen
                    found["P", name, i, j] = factor * w ** i * v ** j
    for n in (1, 2):
        for i in (1, 2, 4, 8):  # none is left at high energies, where screened_born is right up to a constant
            for j in (0, 1, 2):
                found["F", n, i, j] = field ** n * w ** i * (1 - kappa) ** j
    return found


def equations(rows):
    a, y, weights = [], [], []
    for row in rows:
        z, t, target = int(row[0]), row[1], row[2:]
        terms = candidates(z, t, KAPPA)
        block = np.array([np.broadcast_to(f, KAPPA.shape) for f in terms.values()]).T
        log = np.log(target / screened_born(z, t, KAPPA))
        point = np.ones(len(KAPPA))
        point[0], point[-1] = .1, .15
        point *= .1 if t < .005 else .25 if t < .02 else 1
        share = SHARE * target / np.sum(SHARE * target)
        stopping = 400 if t > 500 else 40 if t >= 1.5 else 10 if t >= .04 else 1
        a += [*block, share @ block]
        y += [*log, share @ log]
        weights += [*(point * (.3 if z == 1 else 1)), stopping * (.15 if z == 1 else 1)]
    root = np.sqrt(np.array(weights))
    return list(terms), np.array(a) * root[:, None], np.array(y) * root


def solve(a, y, chosen):
    part = a[:, chosen]
    c = np.linalg.solve(part.T @ part + 1e-4 * np.eye(len(chosen)), part.T @ y)
    return np.sum((part @ c - y) ** 2) + 1e-4 * c @ c, c


def select(a, y):
    chosen = []
    while len(chosen) < TERMS:
        chosen.append(min((solve(a, y, chosen + [j])[0], j) for j in range(a.shape[1]) if j not in chosen)[1])
        for _ in range(3 if len(chosen) > 4 else 0):
            left = min((solve(a, y, [x for x in chosen if x != d])[0], d) for d in chosen)[1]
            rest = [x for x in chosen if x != left]
            best = min((solve(a, y, rest + [j])[0], j) for j in range(a.shape[1]) if j not in rest)
            if best[0] > .999 * solve(a, y, chosen)[0]:
                break
            chosen = rest + [best[1]]
    return sorted(chosen)


def main():
    text = pathlib.Path(__file__).with_name("seltzer-berger.txt").read_text().splitlines()
    rows = [np.array(line.split(), float) for line in text if not line.startswith("#")]
    names, a, y = equations(rows)
    chosen = select(a, y)
    _, c = solve(a, y, chosen)
    kind = {"1": "One", "u": "Coupling", "u2": "CouplingSquared", "e": "Electrons"}
    for n, value in zip(chosen, c):
        family, which, i, j = names[n]
        label = kind[which] if family == "P" else ["", "Field", "FieldSquared"][which]
        print(f"new(Factor.{label}, {i}, {j}, {value:.5f}),")
    for row in rows:
        z, t = int(row[0]), row[1]
        terms = list(candidates(z, t, KAPPA).values())
        ratio = np.exp(sum(x * terms[n] for n, x in zip(chosen, c))) * screened_born(z, t, KAPPA) / row[2:]
        stopping = np.sum(SHARE * ratio * row[2:]) / np.sum(SHARE * row[2:])
        print(f"// {z:3d} {t:8g}  S {stopping:.3f}  " + " ".join(f"{r:.3f}" for r in ratio))


if __name__ == "__main__":
    main()
