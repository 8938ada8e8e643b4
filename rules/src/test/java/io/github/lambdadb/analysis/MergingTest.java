package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.LoginBound;
import io.github.lambdadb.facts.ProgramName;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Renewal;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.facts.SourceUse;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two functions with the same pool have one fact, and it tells the worse of both. */
class MergingTest {
    private static final Renewal.Kind[] FROM_WORSE_TO_BETTER = {
        Renewal.Kind.NONE,
        Renewal.Kind.CLOSED_CHECK_ONLY,
        Renewal.Kind.BACKGROUND_ONLY,
        Renewal.Kind.VALIDATED_ON_BORROW
    };

    @Test
    void theSamePoolOfTwoFunctionsIsOneFact() {
        ConnectionSource merged = only(
                source("b", 10, "5", Renewal.Kind.NONE, Lifetime.ENVIRONMENT),
                source("a", 10, "5", Renewal.Kind.NONE, Lifetime.ENVIRONMENT));
        assertThat(merged.functions()).extracting(LambdaFunction::handler).containsExactly("a", "b");
        assertThat(merged.unguardedCalls()).extracting(DatabaseCall::call).containsExactly("a", "b");
        assertThat(merged.closedChecks()).hasSize(2);
        assertThat(only(merged, merged)).isEqualTo(merged);
    }

    @Test
    void whatDiffersInSettingsPlaceOrLifeStaysApart() {
        ConnectionSource five = source("a", 10, "5", Renewal.Kind.NONE, Lifetime.ENVIRONMENT);
        ConnectionSource six = source("a", 10, "6", Renewal.Kind.NONE, Lifetime.ENVIRONMENT);
        ConnectionSource elsewhere = source("a", 9, "5", Renewal.Kind.NONE, Lifetime.ENVIRONMENT);
        ConnectionSource shorter = source("a", 10, "5", Renewal.Kind.NONE, Lifetime.INVOCATION);
        List<ConnectionSource> merged = Merging.merge(List.of(shorter, six, five, elsewhere));
        assertThat(merged).hasSize(4).first().isEqualTo(elsewhere);
        assertThat(merged.subList(1, 4)).containsExactlyInAnyOrder(five, six, shorter);
        assertThat(merged.indexOf(five)).isLessThan(merged.indexOf(six));
        assertThat(Merging.merge(List.of(five, elsewhere, six, shorter))).isEqualTo(merged);
    }

    @Test
    void theWorseRenewalIsTold() {
        for (int worse = 0; worse < FROM_WORSE_TO_BETTER.length; worse++) {
            for (int better = worse; better < FROM_WORSE_TO_BETTER.length; better++) {
                ConnectionSource one = source("a", 10, "5", FROM_WORSE_TO_BETTER[worse], Lifetime.ENVIRONMENT);
                ConnectionSource other = source("b", 10, "5", FROM_WORSE_TO_BETTER[better], Lifetime.ENVIRONMENT);
                assertThat(only(one, other).renewal()).isEqualTo(one.renewal());
                assertThat(only(other, one).renewal().kind())
                        .isEqualTo(one.renewal().kind());
            }
            ConnectionSource known = source("a", 10, "5", FROM_WORSE_TO_BETTER[worse], Lifetime.ENVIRONMENT);
            ConnectionSource unknown = source("b", 10, "5", Renewal.Kind.UNDETERMINED, Lifetime.ENVIRONMENT);
            assertThat(only(unknown, known).renewal()).isEqualTo(known.renewal());
        }
    }

    private static ConnectionSource only(ConnectionSource... sources) {
        List<ConnectionSource> merged = Merging.merge(List.of(sources));
        assertThat(merged).hasSize(1);
        return merged.get(0);
    }

    private static ConnectionSource source(
            String function, int line, String size, Renewal.Kind renewal, Lifetime lifetime) {
        Subject subject = new Subject("Db.java", "open()", "orders");
        Location site = Location.ofLine("Db.java", line);
        Evidence here = Evidence.of(Location.ofLine("Handler.java", function.charAt(0)), function);
        Setting maximum = new Setting(
                Property.MAXIMUM_SIZE,
                "maximumPoolSize",
                new Value.Known<>(size, Evidence.none()),
                Setting.Origin.CODE);
        return new ConnectionSource(
                ConnectionSource.Kind.POOL,
                "HikariCP",
                "7.0.0",
                subject,
                site,
                lifetime,
                List.of(LambdaFunction.inCode(function, function, site)),
                Map.of(Property.MAXIMUM_SIZE, maximum),
                new Value.Unknown<>("not seen"),
                new ProgramName(ProgramName.State.ABSENT, "", Evidence.none()),
                List.of(),
                new Renewal(renewal, function, Evidence.none()),
                List.of(new DatabaseCall(Location.ofLine("Handler.java", function.charAt(0)), subject, function, here)),
                List.of(here),
                Evidence.none(),
                List.of(),
                List.of(),
                List.of(),
                SourceUse.plain(),
                LoginBound.notSeen());
    }
}
