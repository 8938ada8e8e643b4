package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterFormulaTest {
    private static final Map<String, Double> VARIABLES = Map.of("dbinstanceclassmemory", 1_073_741_824.0);

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            100 ~ 100
            {DBInstanceClassMemory/12582880} ~ 85
            LEAST({DBInstanceClassMemory/9531392},5000) ~ 112
            least( {DBInstanceClassMemory / 9531392} , 50 ) ~ 50
            GREATEST({log(DBInstanceClassMemory/805306368)*45},{log(DBInstanceClassMemory/8187281408)*1000}) ~ 18
            SUM(10,2,{7/2}) ~ 15
            10+2*3-4/2 ~ 14
            (10+2)*3 ~ 36
            IF(0,10,20) ~ 20
            """)
    void evaluates(String formula, long value) {
        assertThat(ParameterFormula.evaluate(formula, VARIABLES)).isEqualTo(Optional.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "many",
                "{DBInstanceClassMemory/12582880",
                "LEAST(1,2",
                "1/0",
                "10 +",
                "AllocatedStorage*2",
                "1 2x",
                "LOG(1,2)"
            })
    void knowsWhatItDoesNotKnow(String formula) {
        assertThat(ParameterFormula.evaluate(formula, VARIABLES)).isEmpty();
    }

    @Test
    void isBounded() {
        assertThat(ParameterFormula.evaluate("(".repeat(200) + "1" + ")".repeat(199), VARIABLES))
                .isEmpty();
        assertThat(ParameterFormula.evaluate("1" + "+1".repeat(100_000), VARIABLES))
                .isEmpty();
    }

    /** The article's argument: 200 sessions of about 10 MiB and 2 GiB for the database are more than 3 GiB. */
    @Test
    void memoryOfTwoHundredSessions() {
        assertThat(ParameterFormula.evaluate("2*1024+200*10", Map.of()).orElseThrow())
                .isGreaterThan(3 * 1024);
    }
}
