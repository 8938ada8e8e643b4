package io.github.lambdadb.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import io.github.lambdadb.report.Wrapped;

/** Where all texts pass on their way into the page: they lose their secrets and control characters, then their meaning as HTML. */
final class CleanOutput extends OwaspHtmlTemplateOutput {
    CleanOutput(TemplateOutput page) {
        super(page);
    }

    @Override
    public void writeUserContent(String text) {
        super.writeUserContent(Wrapped.line(text));
    }
}
