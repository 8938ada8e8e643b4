package io.github.lambdadb.report.html;

import com.google.auto.service.AutoService;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.Reporter;

/** The report as one page for people: no script, no other file, nothing that is loaded from anywhere. */
@AutoService(Reporter.class)
public final class HtmlReporter implements Reporter {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReporter.class.getClassLoader(), HtmlReporter.class.getPackageName());

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String fileName() {
        return "lambda-db.html";
    }

    @Override
    public String render(CheckReport report) {
        StringOutput text = new StringOutput();
        TEMPLATES.render("report.jte", Page.of(report), new CleanOutput(text));
        return text.toString();
    }
}
