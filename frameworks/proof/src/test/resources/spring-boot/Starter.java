package proof;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Starts the application as a process with these variables does, and shows its data sources. */
public final class Starter implements BiConsumer<Map<String, String>, Consumer<Object>> {
    @Override
    public void accept(Map<String, String> variables, Consumer<Object> reader) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, Map.<String, Object>copyOf(variables)));
        SpringApplication application = new SpringApplication(shop.Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of("logging.level.root", "off"));
        application.setEnvironment(environment);
        try (ConfigurableApplicationContext context = application.run()) {
            context.getBeansOfType(DataSource.class).values().forEach(reader);
        }
    }
}
