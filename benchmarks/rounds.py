#!/usr/bin/env python3
"""Times whole processes in turn, A B C, A B C, ..., and prints what each took beyond Maven, in units of the token scan."""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

IDLE, SCAN = "maven-nothing", "token-scan"


def once(command, log):
    with open(log, "w") as out:
        start = time.monotonic()
        process = subprocess.Popen(["bash", "-c", command], stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"Failed: {command}\n{pathlib.Path(log).read_text()}")
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss / 1024}


def median(rows, what):
    return statistics.median(row[what] for row in rows)


def beyond(name, rows, what):
    """Median and range, over the rounds, of the time beyond Maven's, divided by the scan's in the same round."""
    ratios = [(own[what] - idle[what]) / scan[what] for own, idle, scan in zip(rows[name], rows[IDLE], rows[SCAN])]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def coverage(folder):
    told = json.loads(pathlib.Path(folder, "target/lambda-db/lambda-db.json").read_text())["coverage"]
    return "{filesRead} read, {filesParsed} parsed, {filesLowered} lowered".format(**told)


def main():
    rounds, logs = int(sys.argv[1]), sys.argv[2]
    cases = [line.rstrip("\n").split("\t") for line in sys.stdin if line.strip()]
    folders = {name: folder for name, folder, _ in cases}
    commands = {name: f"cd '{folder}' && {command}" for name, folder, command in cases}
    rows = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            row = once(command, f"{logs}/{name}.log")
            if turn > 0:  # the first turn warms the disk's cache
                rows[name].append(row)
    print(f"{rounds} rounds after one to warm up; {os.cpu_count()} cores; load {os.getloadavg()[0]:.1f} at the end\n")
    print("| Process | wall s | CPU s | RSS MB | wall beyond Maven / scan | CPU beyond Maven / scan | Files |")
    print("|---|---|---|---|---|---|---|")
    for name in commands:
        told = [f"{median(rows[name], 'wall'):.2f}", f"{median(rows[name], 'cpu'):.2f}", f"{median(rows[name], 'rss'):.0f}"]
        if name in (IDLE, SCAN):
            told += ["", "", ""]
        else:
            told += [beyond(name, rows, "wall"), beyond(name, rows, "cpu"), coverage(folders[name])]
        print(f"| {name} | {' | '.join(told)} |")


main()
