package io.github.lambdadb.report.junit;

import com.google.auto.service.AutoService;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.report.XmlText;
import io.github.lambdadb.report.junit.TestCase.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report as results of tests, as Jenkins and GitLab read them: a suite for each rule, in it a test for each finding. Those that
 * stop the build have failed, suppressed and accepted ones were skipped, and others passed with the message as their output.
 */
@AutoService(Reporter.class)
public final class JunitReporter implements Reporter {
    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String fileName() {
        return "lambda-db-junit.xml";
    }

    @Override
    public String render(CheckReport report) {
        List<TestSuite> suites = TestSuite.of(report);
        return XmlText.of("testsuites", counts("lambda-db", suites), xml -> suites.forEach(suite -> suite(xml, suite)));
    }

    private static void suite(XmlText xml, TestSuite suite) {
        xml.element(
                "testsuite",
                counts(suite.rule(), List.of(suite)),
                tests -> suite.cases().forEach(one -> test(tests, suite.className(), one)));
    }

    private static Map<String, String> counts(String name, List<TestSuite> suites) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put(
                "tests",
                String.valueOf(
                        suites.stream().mapToLong(suite -> suite.cases().size()).sum()));
        attributes.put("failures", count(suites, Result.FAILED));
        attributes.put("errors", count(suites, Result.BROKEN));
        attributes.put("skipped", count(suites, Result.SKIPPED));
        return attributes;
    }

    private static String count(List<TestSuite> suites, Result result) {
        return String.valueOf(
                suites.stream().mapToLong(suite -> suite.count(result)).sum());
    }

    private static void test(XmlText xml, String className, TestCase test) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("classname", className);
        attributes.put("name", test.name());
        if (!test.file().isEmpty()) {
            attributes.put("file", test.file());
        }
        if (test.result() == Result.PASSED && test.details().isEmpty()) {
            xml.element("testcase", attributes);
        } else {
            xml.element("testcase", attributes, content -> result(content, className, test));
        }
    }

    private static void result(XmlText xml, String type, TestCase test) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put("message", test.message());
        switch (test.result()) {
            case PASSED -> xml.element("system-out", Map.of(), test.details());
            case SKIPPED -> xml.element("skipped", message);
            case FAILED -> {
                message.put("type", type);
                xml.element("failure", message, test.details());
            }
            case BROKEN -> {
                message.put("type", type);
                xml.element("error", message, test.details());
            }
        }
    }
}
