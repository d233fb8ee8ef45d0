#!/usr/bin/env python3
"""Fits the constants of src/CoDesign.Simulation/Showers/SamplingCalibration.cs to tests/calibration/stacks.csv.

    tests/calibration/fit.py

Two thirds of the stacks are fitted, a third is held out; both residuals are printed. Needs python3-scipy.
"""
import csv
import os

import numpy as np
from scipy.optimize import least_squares
from scipy.stats import norm
from scipy.stats.qmc import Sobol

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "stacks.csv")

# Density g/cm3, X0 g/cm2, Z and A averaged over mass, smallest dE/dx MeV/mm: as in the catalogue of materials.
MATERIALS = {
    "lead": (11.35, 6.37, 82, 207.2, 1.273), "tungsten": (19.3, 6.76, 74, 183.84, 2.210),
    "iron": (7.874, 13.84, 26, 55.845, 1.143), "copper": (8.96, 12.86, 29, 63.546, 1.257),
    "polystyrene": (1.06, 43.79, 5.613, 11.16, 0.2052), "liquid-argon": (1.396, 19.55, 18, 39.948, 0.2105),
    "silicon": (2.329, 21.82, 14, 28.0855, 0.3875)}


def held_out(line):
    """A third of the lines; sheared, so that no period of the scan falls together with it."""
    return (line + line // 3) % 3 == 2


class Scan:
    """Columns of the scan, and what the model knows of each stack."""

    def __init__(self):
        rows = list(csv.DictReader(line for line in open(DATA) if not line.startswith("#")))
        for name in rows[0]:
            if name not in ("absorber", "active"):
                setattr(self, name, np.array([float(row[name]) for row in rows]))
        absorber = np.array([MATERIALS[row["absorber"]] for row in rows]).T
        active = np.array([MATERIALS[row["active"]] for row in rows]).T
        self.held = np.array([held_out(i) for i in range(len(rows))])
        self.za, self.zs = absorber[2], active[2]
        xa, xs = (self.d * absorber[0] / absorber[1] / 10, self.s * active[0] / active[1] / 10)
        self.t = xa + xs
        critical = [2.66 * (m[1] * m[2] / m[3]) ** 1.1 for m in (absorber, active)]
        self.critical = (xa * critical[0] + xs * critical[1]) / self.t
        self.loss = self.s * active[4]
        self.mip = self.loss / (self.loss + self.d * absorber[4])
        ma, ms = self.d * absorber[0], self.s * active[0]
        self.z = (ma * self.za + ms * self.zs) / (ma + ms)
        self.deficit = 0.007 * (self.za - self.zs)
        self.log_y = np.log(self.energy_GeV * 1000 / self.critical)


def report(name, parameters, residual, scan):
    fitted, held = residual[~scan.held], residual[scan.held]
    print(f"{name}: {np.array2string(np.asarray(parameters), precision=3, suppress_small=True)}; residual rms fitted "
          f"{np.sqrt((fitted ** 2).mean()):.4f}, held out {np.sqrt((held ** 2).mean()):.4f}, "
          f"largest {abs(residual).max():.4f}")


def electron_to_mip(scan):
    """ln(e/mip) = -A 0.007 (Za - Zs) (1 - f) L/(L + L0); error of the form assumed: 0.8 %."""
    y = np.log(scan.visible / scan.mip)
    error = np.hypot(scan.visible_error / scan.visible, 0.008)

    def model(p):
        return -p[0] * scan.deficit * (1 - scan.mip) * scan.loss / (scan.loss + p[1])
    p = least_squares(lambda p: ((model(p) - y) / error)[~scan.held], [1, 0.5]).x
    report("e/mip: A, L0 [MeV]", p, model(p) - y, scan)


def sampling(scan):
    """ln of the variance over that of Rossi, linear in logarithms; error of the form assumed: 3 %."""
    y = np.log((scan.resolution / 0.032) ** 2 * scan.energy_GeV / (scan.critical * scan.t))
    error = np.hypot(2 * scan.resolution_error / scan.resolution, 0.03)
    terms = np.stack([np.ones_like(y), np.log(scan.loss), np.log(1 - scan.mip), np.log(scan.za / 82),
                      np.log(scan.zs / 6), np.log(scan.t)], axis=1)
    use = ~scan.held
    p = np.linalg.lstsq(terms[use] / error[use, None], y[use] / error[use], rcond=None)[0]
    report("variance: 1, ln L/MeV, ln(1 - f), ln Za/82, ln Zs/6, ln t", p, terms @ p - y, scan)
    print(f"    of which the Monte Carlo's own error is {np.sqrt(((2 * scan.resolution_error / scan.resolution) ** 2).mean()):.4f}")


def moments(scan, p):
    """Mean depth and rms of the profile, spread of the mean from event to event: homogeneous form, changed by p."""
    first, second = norm.ppf(Sobol(2, seed=1).random(1024)).T[:, None, :]
    y = scan.log_y
    maximum = y - 0.812
    shape = 0.81 + (0.458 + 2.26 / scan.z) * y + p[0] * scan.t
    width = 1 / np.maximum(2, p[1] + p[2] * y)
    rho = (0.705 - 0.023 * y)[:, None]
    correlated = rho * first + np.sqrt(1 - rho ** 2) * second
    t = maximum[:, None] * np.exp(width[:, None] * first)
    a = np.maximum(1.05, shape[:, None] * np.exp(correlated / np.maximum(2, 0.86 * y - 0.58)[:, None]))
    b = np.maximum(0.27, (a - 1) / t)
    mean = a / b
    return mean.mean(1), np.sqrt((a / b ** 2).mean(1) + mean.var(1)), mean.std(1), shape


def profile(scan):
    """Errors of the form assumed: 0.03 X0 in each moment. Then the slope of e/mip with depth."""
    ed = np.hypot(scan.depth_std / np.sqrt(scan.events), 0.03)
    es = np.hypot(scan.depth_std / np.sqrt(scan.events), 0.03)
    er = np.hypot(ed, 0.03)

    def residuals(p):
        mean, rms, std, _ = moments(scan, p)
        return (mean - scan.depth) / ed, (rms - scan.depth_rms) / er, (std - scan.depth_std) / es
    p = least_squares(lambda p: np.concatenate([r[~scan.held] for r in residuals(p)]), [0, -1.4, 1.26]).x
    mean, rms, std, shape = moments(scan, p)
    for name, value, truth in (("mean", mean, scan.depth), ("rms", rms, scan.depth_rms), ("std", std, scan.depth_std)):
        report(f"profile ({name} [X0]): t in alpha, 1/width of ln T", p, value - truth, scan)

    # A response 1 - k (u - mean u) / T moves the mean depth by k var(u) / T = k mean(u) / (alpha - 1) of a gamma law.
    k = (1 - scan.depth_active / scan.depth) * (shape - 1)

    def slope(q):
        return scan.t ** q[0] * (q[1] + q[2] * scan.deficit)
    q = least_squares(lambda q: ((slope(q) - k) / (0.004 + 0.05 * k))[~scan.held], [0.8, 0.1, 0.2]).x
    report("slope of e/mip: power of t, 1, 0.007 (Za - Zs)", q, slope(q) - k, scan)


if __name__ == "__main__":
    scan = Scan()
    print(f"{len(scan.t)} stacks, {scan.held.sum()} held out")
    electron_to_mip(scan)
    sampling(scan)
    profile(scan)
