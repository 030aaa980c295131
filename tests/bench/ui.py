#!/usr/bin/python3
"""Start-up, memory and the members table against their baselines: T9-T11, T13, T15-T18, T24.

    tests/bench/ui.py [MEMBERS]      (1000000 without an argument)

Times are ratios within one run and fail nothing; counters over their bound do (PERFORMANCE.md).
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/ui"))
import harness  # noqa: E402

BENCH = harness.BUILD / "tests/bench"
ROUNDS = int(os.environ.get("MUSTER_BENCH_ROUNDS", "7"))
MEMBERS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000


def pss(pid):
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def cpu_ticks(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def settled_pss(pid):
    """Once the program has nothing to do any more: the roll of a large group is called after the first frame."""
    end = time.monotonic() + 120
    last, quiet = cpu_ticks(pid), 0
    while quiet < 5 and time.monotonic() < end:
        time.sleep(0.1)
        ticks = cpu_ticks(pid)
        quiet = quiet + 1 if ticks - last <= 1 else 0
        last = ticks
    return pss(pid)


def start(command, folder):
    """Milliseconds to mapped and to painted, and MiB once it is quiet."""
    environment = harness.program_environment(folder)
    environment.update(MUSTER_BENCH_START=f"{time.monotonic():.6f}", GTK_A11Y="none")
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    figures = {}
    for line in process.stdout:
        name, value = line.split()
        figures.setdefault(name, float(value))
        if name == "painted":
            break
    figures["pss"] = settled_pss(process.pid)
    process.terminate()
    process.wait()
    return figures


def median(rounds, name):
    return statistics.median(figures[name] for figures in rounds)


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="muster-bench-"))
    folder.chmod(0o700)
    small, large = folder / "small.db", folder / "large.db"
    environment = harness.program_environment(folder)
    environment["GTK_A11Y"] = "none"
    hidden = dict(environment, DISPLAY="", GDK_BACKEND="x11")
    for path, members in ((small, 200), (large, MEMBERS)):
        subprocess.run([BENCH / "bench-members", path, str(members)], env=hidden, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    programs = {
        "hello": [BENCH / "hello"],
        "empty": [BENCH / "bench-window", "--db", folder / "empty.db"],
        "small": [BENCH / "bench-window", "--db", small],
        "large": [BENCH / "bench-window", "--db", large],
    }
    rounds = {name: [] for name in programs}
    for turn in range(ROUNDS + 1):
        for name, command in programs.items():
            figures = start(list(map(str, command)), folder)
            if turn > 0:  # the first round warms the caches
                rounds[name].append(figures)

    output = subprocess.run([BENCH / "bench-members", large, str(MEMBERS)], env=environment, check=True,
                            capture_output=True, text=True).stdout
    members = {name: float(value) for name, value in (line.split() for line in output.splitlines())}

    hello = {name: median(rounds["hello"], name) for name in ("mapped", "painted", "pss")}
    rows = []

    def ratio(number, what, value, base, bound):
        rows.append((number, what, f"{value / base:.2f}x", f"<= {bound}x", value / base <= bound))

    def limit(number, what, value, bound, unit="ms"):
        rows.append((number, what, f"{value:.1f} {unit}".strip(), f"< {bound} {unit}".strip(), value < bound))

    limit("T9", "search, one Han character, p99", members["search.one-han.p99"], 8)
    limit("T9", "search, other words, p99", members["search.others.p99"], 6)
    ratio("T9", "search against LIKE count, p50", members["search.one-han.p50"], members["search.like.p50"], 0.04)
    limit("T10", "key stroke to painted frame, p99", members["key.painted.p99"], 33)
    ratio("T11", "re-sort against reading the order, p50", members["sort.p50"], members["order.p50"], 1.3)
    ratio("T13", "page of 100 far away against the first", members["page.far.p50"], members["page.first.p50"], 1.5)
    ratio("T15", "window mapped, 200 members", median(rounds["small"], "mapped"), hello["mapped"], 1.3)
    ratio("T15", f"window mapped, {MEMBERS} members", median(rounds["large"], "mapped"), hello["mapped"], 1.3)
    ratio("T15", f"painted, {MEMBERS} members", median(rounds["large"], "painted"), hello["painted"], 1.4)
    ratio("T16", "PSS of the empty window", median(rounds["empty"], "pss"), hello["pss"], 1.25)
    ratio("T16", f"PSS with {MEMBERS} members", median(rounds["large"], "pss"), hello["pss"], 1.5)
    limit("T17", "scroll step to painted, p99: 8 ms of work and the wait for a frame", members["scroll.step.p99"], 24.7)
    limit("T17", "jump to any row, p99", members["scroll.jump.p99"], 25)
    ratio("T24", "start against hello (editor 2.0x, contacts 2.9x, calendar 4.5x)",
          median(rounds["large"], "painted"), hello["painted"], 2.0)
    counters = [
        ("T18", "items made by a re-sort", int(members["sort.items"]), 512),
        ("T18", "cells set up by nine re-sorts", int(members["sort.cells"]), 0),
    ]
    broken = False
    print(f"hello: mapped {hello['mapped']:.0f} ms, painted {hello['painted']:.0f} ms, {hello['pss']:.1f} MiB;"
          f" {ROUNDS} rounds, {MEMBERS} members\n")
    print("| # | what | measured | target | |\n|---|---|---|---|---|")
    for number, what, value, bound, good in rows:
        print(f"| {number} | {what} | {value} | {bound} | {'' if good else 'over'} |")
    for number, what, value, bound in counters:
        broken |= value > bound
        print(f"| {number} | {what} | {value} | <= {bound} | {'OVER' if value > bound else ''} |")
    subprocess.run(["rm", "-rf", str(folder)], check=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(harness.inside_session(main))
