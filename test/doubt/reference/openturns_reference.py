"""Studies the doubt of the default scenario with OpenTURNS, for test/doubt/openturns.test.ts.

Run by make.mjs, which also says what it needs:  node test/doubt/reference/make.mjs
Last run: openturns.json says when, and with which versions.

Nothing of emuprove's studies takes part: the distributions, the draws, the Monte Carlo estimates and
the Sobol indices are OpenTURNS' own, from pseudo-random numbers, so that its intervals hold. The model
is emuprove's, written in NumPy from its expression graph (perf/numpySource.ts).

argv[1] is a directory with start.json and model.py; reference.json is written there.
"""

import datetime
import json
import platform
import sys

import numpy as np
import openturns as ot

MONTECARLO_ROWS = 2**17
SOBOL_ROWS = 2**15
CHUNK = 2**14
POINTS = 8
SEED = 20261122
PROBABILITIES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]
ESTIMATORS = {
    "saltelli": ot.SaltelliSensitivityAlgorithm,
    "jansen": ot.JansenSensitivityAlgorithm,
    "martinez": ot.MartinezSensitivityAlgorithm,
}

work = sys.argv[1]
sys.path.insert(0, work)
from model import model  # noqa: E402

with open(f"{work}/start.json") as file:
    start = json.load(file)


def pert(low, mode, high):
    """Malcolm et al. (1959): a beta distribution with shapes that sum to 6 and this mode."""
    width = high - low
    return ot.Beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, low, high)


def evaluate(rows):
    """Outputs in columns, by chunks that stay in the cache."""
    rows = np.asarray(rows)
    parts = []
    with np.errstate(all="ignore"):
        for first in range(0, len(rows), CHUNK):
            columns = np.ascontiguousarray(rows[first : first + CHUNK].T)
            parts.append(np.stack(model(list(columns)), axis=1))
    outputs = np.concatenate(parts)
    assert np.isfinite(outputs).all(), "a row without a value: widen the tables of exportModel.ts"
    return outputs


def measured(value, se):
    """Seven digits are more than the standard error knows, which itself gets three."""
    return {"value": float(f"{value:.7g}"), "se": float(f"{se:.3g}")}


def share(column):
    p = column.mean()
    return measured(p, np.sqrt(p * (1 - p) / len(column)))


def quantile(column, p):
    """Standard error from the order statistics one standard error of the share below and above."""
    step = np.sqrt(p * (1 - p) / len(column))
    low, value, high = np.quantile(column, [p - step, p, p + step])
    return measured(value, (high - low) / 2)


def montecarlo(distribution, outputs):
    columns = evaluate(distribution.getSample(MONTECARLO_ROWS))
    log10 = np.log10(columns[:, 0])
    deviation = log10 - log10.mean()
    sd = log10.std(ddof=1)
    kurtosis = (deviation**4).mean() / sd**4
    n = len(log10)
    return {
        "rows": n,
        "probabilities": PROBABILITIES,
        "log10": {
            "mean": measured(log10.mean(), sd / np.sqrt(n)),
            "sd": measured(sd, sd * np.sqrt((kurtosis - 1) / n) / 2),
            "quantiles": [quantile(log10, p) for p in PROBABILITIES],
        },
        "truths": {
            name: share(columns[:, k]) for k, name in enumerate(outputs) if "passes" in name
        },
    }


def sobol(distribution, studied):
    """First-order and total indices with the standard deviation of their asymptotic distribution."""
    dimension = distribution.getDimension()
    experiment = ot.SobolIndicesExperiment(
        ot.MonteCarloExperiment(distribution, SOBOL_ROWS), False
    )
    design = experiment.generate()
    columns = evaluate(design)
    indices = {}
    for name, make in ESTIMATORS.items():
        indices[name] = {}
        for output, column in studied(columns).items():
            algorithm = make(design, ot.Sample(column.reshape(-1, 1)), SOBOL_ROWS)
            algorithm.setUseAsymptoticDistribution(True)
            found = {}
            for order, values, spread in (
                ("first", algorithm.getFirstOrderIndices(), algorithm.getFirstOrderIndicesDistribution()),
                ("total", algorithm.getTotalOrderIndices(), algorithm.getTotalOrderIndicesDistribution()),
            ):
                found[order] = [
                    measured(values[i], spread.getMarginal(i).getStandardDeviation()[0])
                    for i in range(dimension)
                ]
            indices[name][output] = found
    return {"rows": SOBOL_ROWS, "indices": indices}


inputs, outputs = start["inputs"], start["outputs"]
verdict = start.pop("verdict")
for entry in inputs:
    assert entry["distribution"].pop("kind") == "pert"
distribution = ot.ComposedDistribution([pert(**entry["distribution"]) for entry in inputs])
for entry in inputs:
    entry["distribution"]["kind"] = "pert"

ot.RandomGenerator.SetSeed(SEED)
points = np.vstack([[entry["base"] for entry in inputs], distribution.getSample(POINTS)])
reference = {
    "made": {
        "command": "node test/doubt/reference/make.mjs",
        "date": datetime.date.today().isoformat(),
        "openturns": ot.__version__,
        "numpy": np.__version__,
        "python": platform.python_version(),
        "seed": str(SEED),
    },
    **start,
    "points": {"inputs": points.tolist(), "outputs": evaluate(points).tolist()},
    "montecarlo": montecarlo(distribution, outputs),
    "sobol": sobol(
        distribution,
        lambda columns: {
            f"log10({outputs[0]})": np.log10(columns[:, 0]),
            verdict: columns[:, outputs.index(verdict)],
        },
    ),
}
with open(f"{work}/reference.json", "w") as file:
    json.dump(reference, file)
