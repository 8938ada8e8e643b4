package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.report.html.HtmlReporter;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** What a browser reads of the page. */
final class HtmlReporterTest {
    private static final Document PAGE = Jsoup.parse(new HtmlReporter().render(HostileReport.report()));

    @Test
    void runsNothingAndLoadsNothing() {
        assertThat(PAGE.select("script, link, img, iframe, object, embed, base, form, svg, [src], [srcset], [style]"))
                .isEmpty();
        assertThat(PAGE.getAllElements())
                .flatExtracting(element -> element.attributes().asList())
                .extracting(Attribute::getKey)
                .noneMatch(name -> name.startsWith("on"));
        assertThat(PAGE.select("style").html()).doesNotContain("url(").doesNotContain("@import");
        assertThat(PAGE.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none';");
    }

    @Test
    void linksStayOnThePageOrAreThoseOfARulesManual() {
        assertThat(PAGE.select("a").eachAttr("href"))
                .contains("https://example.org/manual", "")
                .allMatch(href -> href.startsWith("#") || href.startsWith("https://") || href.isEmpty());
        PAGE.select("a[href^=#]")
                .eachAttr("href")
                .forEach(href -> assertThat(PAGE.select(href)).as(href).hasSize(1));
    }

    @Test
    void whatLooksLikeMarkupIsText() {
        assertThat(PAGE.select(".message").eachText())
                .anyMatch(text -> text.contains("A <b>\"bold\"</b> & 'quoted' | 100 % ünïcode 😀")
                        && text.contains("second <script>alert(1)</script>"));
        assertThat(PAGE.select(".manual").text()).contains("<script>alert(2)</script>");
        assertThat(PAGE.select(".message b, .manual b, .manual script")).isEmpty();
    }

    @Test
    void findingsStandBySeverityWithNumberedEvidence() {
        assertThat(PAGE.select("h3[class]").eachText()).containsExactly("1 error", "3 warnings", "1 note");
        assertThat(PAGE.select("article"))
                .hasSize(5)
                .allMatch(article -> !article.select("ol.evidence > li").isEmpty());
        assertThat(PAGE.select("article").get(0).select("ol.evidence > li").eachText())
                .first()
                .isEqualTo("the handler 'Orders' calls open() order service/src/main/java/com/acme/Größe.java:11");
    }

    @Test
    void theManualIsRenderedBelowTheHeadingOfItsRule() {
        assertThat(PAGE.select("details .manual h5").eachText()).contains("What it reports");
        assertThat(PAGE.select(".manual table td code").eachText()).contains("ApplicationName");
        int level = 0;
        for (Element heading : PAGE.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    @Test
    void everyTableTellsWhatItsColumnsAreAndCanBeReachedByKeyboard() {
        Elements tables = PAGE.select("main table:not(.manual table)");
        assertThat(tables).hasSizeGreaterThan(5);
        assertThat(tables)
                .allMatch(table -> !table.select("thead th[scope=col]").isEmpty());
        assertThat(tables)
                .allMatch(table -> table.parent() != null
                        && table.parent().attr("tabindex").equals("0")
                        && table.parent().attr("role").equals("region"));
    }

    @Test
    void showsTheInventoryTheBudgetAndWhatDoesNotCount() {
        assertThat(rows("Settings of HikariCP pool"))
                .contains("maximumPoolSize 10 | 20 | … code order service/src/main/java/com/acme/Größe.java:24")
                .contains("password *** code");
        assertThat(rows("The function Orders"))
                .contains("DB_PASSWORD *** variable template.yaml:4", "reserved concurrency 40 template.yaml:4");
        assertThat(rows("Budget of OrdersDb")).anyMatch(row -> row.startsWith("in all"));
        assertThat(PAGE.select("#budget ~ p strong").text()).isEqualTo("may not fit");
        assertThat(rows("accepted")).anyMatch(row -> row.endsWith("suppressed: agreed in issue 7"));
        assertThat(rows("gaps")).contains("src/Broken.java:3 unparsable file expected ';'");
    }

    private static List<String> rows(String label) {
        return PAGE.select(".scroll").stream()
                .filter(region -> region.attr("aria-label").equals(label)
                        || region.attr("aria-labelledby").equals(label))
                .flatMap(region -> region.select("tbody tr, tfoot tr").eachText().stream())
                .toList();
    }
}
