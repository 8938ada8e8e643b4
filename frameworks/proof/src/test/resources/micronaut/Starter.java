package proof;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Starts the application as a function with these variables does, and shows its data sources. */
public final class Starter implements BiConsumer<Map<String, String>, Consumer<Object>> {
    @Override
    public void accept(Map<String, String> variables, Consumer<Object> reader) {
        try (ApplicationContext context = ApplicationContext.builder(Thread.currentThread().getContextClassLoader())
                .deduceEnvironment(false)
                .environments(environments(variables))
                .environmentPropertySource(false)
                .propertySources(new Variables(variables))
                .start()) {
            context.getBeansOfType(DataSource.class).forEach(reader);
        }
    }

    private static final class Variables extends MapPropertySource {
        Variables(Map<String, String> variables) {
            super(EnvironmentPropertySource.NAME, variables);
        }

        @Override
        public PropertyConvention getConvention() {
            return PropertyConvention.ENVIRONMENT_VARIABLE;
        }

        @Override
        public int getOrder() {
            return EnvironmentPropertySource.POSITION;
        }
    }

    private static String[] environments(Map<String, String> variables) {
        String named = variables.getOrDefault("MICRONAUT_ENVIRONMENTS", "");
        String all = "ec2,cloud," + (named.isEmpty() ? "" : named + ",") + "function,lambda";
        return all.split(",");
    }
}
