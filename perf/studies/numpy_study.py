"""The study in NumPy: numpy_study.py DIRECTORY VARIANT SAMPLES prints what it found as JSON.

DIRECTORY has model.py (perf/numpySource.ts) and study.json. VARIANT is two words: `beta` draws by
numpy.random.Generator.beta, `table` by numpy.interp in a table of quantiles; `whole` evaluates whole
columns, `chunks` columns of 8,192 rows that stay in the cache. Every output gets its mean and standard
deviation, numbers also those of log10 and nine quantiles. Time is processor time, without imports.
"""

import json
import sys
import time

import numpy as np

directory, variant, samples = sys.argv[1], sys.argv[2], int(sys.argv[3])
drawing, evaluation = variant.split(",")
sys.path.insert(0, directory)
from model import model  # noqa: E402

with open(f"{directory}/study.json") as file:
    study = json.load(file)
tables = [np.array(table) for table in study["tables"]]
grid = np.linspace(0, 1, len(tables[0]))
PROBABILITIES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]


def draw(rng, n):
    if drawing == "table":
        return [np.interp(rng.random(n), grid, table) for table in tables]
    columns = []
    for b in study["betas"]:
        column = rng.beta(b["alpha"], b["beta"], n)
        column *= b["width"]
        column += b["low"]
        columns.append(column)
    return columns


start = time.process_time()
rng = np.random.default_rng(1)
size = samples if evaluation == "whole" else 8192
outputs = [np.empty(samples) for _ in study["outputs"]]
with np.errstate(all="ignore"):
    for first in range(0, samples, size):
        n = min(size, samples - first)
        for output, column in zip(outputs, model(draw(rng, n))):
            output[first : first + n] = column
found = {}
for name, column in zip(study["outputs"], outputs):
    found[name] = [column.mean(), column.std(ddof=1)]
    if name in study["numbers"]:
        logs = np.log10(column)
        found[name] = [logs.mean(), logs.std(ddof=1), np.quantile(column, PROBABILITIES)]
seconds = time.process_time() - start

mean, sd, _ = found[study["headline"]]
print(
    json.dumps(
        {
            "ns": seconds * 1e9 / samples,
            "mean": mean,
            "sd": sd,
            "probability": found[study["verdict"]][0],
            "samples": samples,
        }
    )
)
