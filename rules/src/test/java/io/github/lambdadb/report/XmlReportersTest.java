package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.checkstyle.CheckstyleReporter;
import io.github.lambdadb.report.junit.JunitReporter;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a parser reads of the XML reports. */
final class XmlReportersTest {
    private static final String ONE_LINE =
            "A <b>\"bold\"</b> & 'quoted' | 100 % ünïcode 😀 `code` @team #7  second <script>alert(1)</script>  ?.";

    @Test
    void checkstyleTellsOpenFindingsByFile() throws Exception {
        Document document = parse(new CheckstyleReporter().render(HostileReport.report()));
        assertThat(document.getDocumentElement().hasAttribute("version")).isTrue();
        assertThat(elements(document, "file"))
                .extracting(file -> file.getAttribute("name"))
                .containsExactly("a,b: c/<100%> & ä|_.java", "order service/src/main/java/com/acme/Größe.java");
        List<Element> errors = elements(document, "error");
        assertThat(errors).extracting(error -> error.getAttribute("line")).containsExactly("7", "8", "9", "23", "30");
        assertThat(errors)
                .extracting(error -> error.getAttribute("severity"))
                .containsExactly("info", "warning", "warning", "warning", "error");
        assertThat(errors.get(0).getAttribute("message")).isEqualTo(ONE_LINE);
        assertThat(errors.get(0).getAttribute("source")).isEqualTo("lambda-db.identification.missing-program-name");
    }

    @Test
    void junitFailsOnlyWhatStopsTheBuildAndSkipsWhatWasAccepted() throws Exception {
        Document document = parse(new JunitReporter().render(HostileReport.report()));
        assertThat(elements(document, "failure")).hasSize(4);
        assertThat(elements(document, "skipped"))
                .extracting(skipped -> skipped.getAttribute("message"))
                .containsExactly(
                        "suppressed: a | b <i> & `c`", "suppressed: agreed in issue 7", "accepted by the baseline");
        assertThat(elements(document, "error")).hasSize(1);
        assertThat(elements(document, "system-out"))
                .singleElement()
                .satisfies(note -> assertThat(note.getTextContent())
                        .startsWith("a,b: c/<100%> & ä|_.java:7: note: A <b>")
                        .endsWith("\n    a,b: c/<100%> & ä|_.java:2 calls <init> & more"));
    }

    @Test
    void junitCountsAndNamesItsTests() throws Exception {
        Document document = parse(new JunitReporter().render(HostileReport.report()));
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("tests"))
                .isEqualTo("" + elements(document, "testcase").size());
        assertThat(root.getAttribute("failures")).isEqualTo("4");
        assertThat(root.getAttribute("skipped")).isEqualTo("3");
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(elements(document, "testcase"))
                .extracting(test -> test.getAttribute("classname") + " " + test.getAttribute("name"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRuleThatFoundNothingIsATestThatPasses() throws Exception {
        Document document = parse(new JunitReporter()
                .render(new CheckReport(
                        List.of(SampleReport.RULE),
                        List.of(),
                        List.of(),
                        SampleReport.empty().facts(),
                        List.of(),
                        SampleReport.empty().outcome())));
        assertThat(elements(document, "testcase")).singleElement().satisfies(test -> {
            assertThat(test.getAttribute("classname")).isEqualTo("lambda-db.pooling.oversized-pool");
            assertThat(test.hasChildNodes()).isFalse();
        });
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
