package io.github.lambdadb.report;

import io.github.lambdadb.issue.CheckReport;

/** Retells a report as one text; found through {@link java.util.ServiceLoader}. Same report, same text. */
public interface Reporter {
    /** The name that users ask for it by ({@code sarif}). */
    String name();

    /** The file it is written to, a plain name. */
    String fileName();

    /** The whole text, with {@code \n} line ends, without time stamps, absolute paths or secrets. */
    String render(CheckReport report);
}
