package io.github.lambdadb.plugin;

import io.github.lambdadb.check.CheckRequest;
import io.github.lambdadb.issue.CheckReport;
import java.time.Duration;

/** What was asked about a module, what came of it, and how long that took. */
record Analysed(CheckRequest request, CheckReport report, Duration took) {}
