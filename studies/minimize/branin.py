"""Branin function (Dixon, Szego 1978), asked line by line."""
import json
import math
import sys

for line in sys.stdin:
    p = json.loads(line)["parameters"]
    x, y = p["x0"], p["x1"]
    f = (y - 5.1 / (4 * math.pi**2) * x**2 + 5 / math.pi * x - 6) ** 2
    f += 10 * (1 - 1 / (8 * math.pi)) * math.cos(x) + 10
    print(json.dumps({"objectives": [f]}), flush=True)
