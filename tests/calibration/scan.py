#!/usr/bin/env python3
"""Monte Carlo scan of sampling stacks, to which the parametric model is calibrated.

    tests/calibration/scan.py 72:1:900 24:10:200 >tests/calibration/stacks.csv   # fitted to and held out: see fit.py

Draws stacks of two materials (Halton sequence: materials, thicknesses 0.5-10 mm), deep enough for all but some
per mille of the shower and 10 m wide, and simulates electrons with `codesign simulate`. What varies in the active
energy is then the sampling alone. An argument is stacks:GeV:events; one line is printed for each stack and energy. Needs
python3-h5py and python3-numpy.
"""
import h5py
import json
import math
import numpy as np
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = ["dotnet", os.path.join(ROOT, "src/CoDesign.Cli/bin/Release/net10.0/codesign.dll")]
X0 = {"lead": 5.612, "tungsten": 3.504, "iron": 17.57, "copper": 14.35,
      "polystyrene": 413.1, "liquid-argon": 140.0, "silicon": 93.7}  # [mm], only to choose the number of layers
ABSORBERS = ["lead", "tungsten", "iron", "copper"]
ACTIVES = ["polystyrene", "liquid-argon", "silicon"]
DEPTH, MOST_LAYERS, THICKEST = 30, 900, 2.0  # X0, layers, X0 a layer

GEOMETRY = """
format: 1
kind: sampling-calorimeter
name: calibration
sections:
  - name: stack
    layers: {layers}
    absorber: {{material: {absorber}, thickness: {d} mm}}
    active: {{material: {active}, thickness: {s} mm}}
area: 100 m2
range_cut: 0.7 mm
cells: {{size: 40 mm, count: 5}}
readout:
  light_yield: 1000 1/MeV
  shaping_time: 25 ns
  capacitance: 20 pF
  series_noise: 1 nV/sqrt(Hz)
  full_scale: 400 GeV
  bits: 16
power: {{per_channel: 1 W}}
cost: {{currency: EUR, date: 2026-11}}
"""


def halton(index, base):
    value, step = 0.0, 1.0
    while index:
        step /= base
        value += step * (index % base)
        index //= base
    return value


def stacks(count):
    """More than a third of the stacks are lead and polystyrene."""
    index = 0
    while count:
        index += 1
        absorber = ABSORBERS[int(4 * halton(index, 2))]
        active = ACTIVES[int(3 * halton(index, 3))]
        if index % 3 == 0:
            absorber, active = "lead", "polystyrene"
        d = round(0.5 * 20 ** halton(index, 5), 2)
        s = round(0.5 * 20 ** halton(index, 7), 2)
        period = d / X0[absorber] + s / X0[active]
        layers = math.ceil(DEPTH / period)
        if layers <= MOST_LAYERS and period <= THICKEST:
            count -= 1
            yield absorber, d, active, s, layers


def simulate(absorber, d, active, s, layers, energy, events, seed):
    with tempfile.TemporaryDirectory() as folder:
        file, out = os.path.join(folder, "geometry.yaml"), os.path.join(folder, "events.h5")
        with open(file, "w") as text:
            text.write(GEOMETRY.format(absorber=absorber, d=d, active=active, s=s, layers=layers))
        printed = subprocess.run(
            PROGRAM + ["simulate", file, "--particle", "e-", "--energy", f"{energy} GeV", "--events", str(events),
                       "--seed", str(seed), "--out", out, "--json"], capture_output=True, text=True, check=True).stdout
        with h5py.File(out) as f:
            return json.loads(printed), f["events/active"][:], f["events/passive"][:]


def depths(active, passive, layers, period):
    """Mean depth and its spread [X0]: of all energy, of active energy; and from event to event."""
    z = (np.arange(layers) + 0.5) * period
    every = active + passive
    total = every.sum(axis=0)
    mean = (total * z).sum() / total.sum()
    spread = math.sqrt((total * (z - mean) ** 2).sum() / total.sum())
    seen = active.sum(axis=0)
    event = (every * z).sum(axis=1) / every.sum(axis=1)
    return mean, spread, (seen * z).sum() / seen.sum(), event.std(ddof=1)


def main():
    print("# Monte Carlo of sampling stacks: " + " ".join(["tests/calibration/scan.py"] + sys.argv[1:]))
    print("# e-, range cut 0.7 mm, seed = number of the stack (from 1); thicknesses d, s in mm; visible = mean active")
    print("# energy / E; resolution = std / mean of it; depth, depth_rms = of all deposited energy, depth_active = of the")
    print("# active energy, depth_std = from event to event, all in X0 of radiation_lengths a layer; lost = leakage / E.")
    print("absorber,d,active,s,layers,radiation_lengths,energy_GeV,events,visible,visible_error,resolution,"
          "resolution_error,depth,depth_rms,depth_active,depth_std,lost")
    for run in sys.argv[1:]:
        count, energy, events = run.split(":")
        for line, (absorber, d, active, s, layers) in enumerate(stacks(int(count)), 1):
            r, seen, unseen = simulate(absorber, d, active, s, layers, energy, events, line)
            e = r["energy_MeV"]
            period = d / X0[absorber] + s / X0[active]
            lost = sum(r["leakage_MeV"][face] for face in ("front", "back", "side")) / e
            numbers = [r["active_MeV"]["mean"] / e, r["active_MeV"]["mean_error"] / e, r["resolution"]["value"],
                       r["resolution"]["error"], *depths(seen, unseen, layers, period), lost]
            print(f"{absorber},{d},{active},{s},{layers},{period:.5f},{energy},{events},"
                  + ",".join(f"{n:.5f}" for n in numbers), flush=True)


main()
