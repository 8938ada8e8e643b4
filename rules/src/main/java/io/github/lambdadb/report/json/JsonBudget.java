package io.github.lambdadb.report.json;

import io.github.lambdadb.budget.Bounds;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.budget.DatabaseBudget;
import io.github.lambdadb.budget.Demand;
import io.github.lambdadb.report.JsonText;

/** The connection budget, as the JSON report shows it. */
record JsonBudget(JsonText json) {
    void write(Budget budget) {
        json.objects("databases", budget.databases(), this::database);
        json.objects("unplaced", budget.unplaced(), this::demand);
    }

    private void database(DatabaseBudget budget) {
        json.text("database", budget.database().id());
        json.flag("readers", budget.isReaders());
        json.object("location", () -> places().location(budget.database().location()));
        json.objects("capacity", budget.capacities(), capacity -> {
            json.number("maximum", capacity.maximum());
            json.flag("exact", capacity.isExact());
            json.number("reserved", capacity.reserved());
            json.number("usable", capacity.usable());
            json.text("origin", capacity.origin());
        });
        json.objects("demands", budget.demands(), this::demand);
        json.objects("proxies", budget.shares(), share -> {
            json.text("proxy", share.proxy().id());
            json.number("percent", share.percent());
            json.number("sessions", share.sessions());
        });
        json.number("others", budget.others());
        json.number("lower", budget.lower());
        json.number("upper", budget.upper());
        json.number("upperInDeployment", budget.upperInDeployment());
        json.manual("certainty", Names.of(budget.certainty()));
        json.objects(
                "largestReserved",
                budget.demands(),
                demand -> budget.largestReserved(demand).ifPresent(most -> {
                    json.text("function", demand.function().handler());
                    json.number("concurrency", most);
                }));
        json.strings("assumptions", budget.assumptions());
    }

    private void demand(Demand demand) {
        json.text("function", demand.function().handler());
        json.text("name", demand.function().name());
        json.object("environments", () -> bounds(demand.environments().bounds()));
        json.flag("bounded", demand.environments().isBounded());
        json.object("sessions", () -> bounds(demand.sessions()));
        json.flag("kept", demand.isKept());
        json.manual("certainty", Names.of(demand.certainty()));
    }

    private void bounds(Bounds bounds) {
        json.number("lower", bounds.lower());
        json.text("whyAtLeast", bounds.whyAtLeast());
        json.number("upper", bounds.upper());
        json.text("whyAtMost", bounds.whyAtMost());
    }

    private JsonPlaces places() {
        return new JsonPlaces(json);
    }
}
