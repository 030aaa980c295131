#!/usr/bin/env python3
"""Prints "PASSED FAILED" of a meson JUnit log: test cases, not executables."""
import sys
import xml.etree.ElementTree as ElementTree

root = ElementTree.parse(sys.argv[1]).getroot()
passed = failed = 0
for suite in root.iter("testsuite"):
    broken = 0
    for case in suite.iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            broken += 1
        elif case.find("skipped") is None:
            passed += 1
    # A crash after the last case is an error of the suite alone.
    declared = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    failed += max(broken, declared)
print(passed, failed)
