package io.github.lambdadb.frontend.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.support.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

/** What this reader says of a configuration is what Spring Boot itself says. */
class SpringConventionsTest {
    private static final List<String> KEYS = List.of(
            "spring.datasource.hikari.maximum-pool-size",
            "spring.datasource.url",
            "spring.datasource.hikari.idle-timeout",
            "spring.datasource.hikari.max-lifetime",
            "spring.datasource.hikari.minimum-idle",
            "spring.datasource.hikari.auto-commit",
            "spring.datasource.hikari.pool-name",
            "spring.datasource.hikari.connection-test-query");
    private static final String PROPERTIES = "spring.datasource.hikari.data-source-properties";

    private static final String CASES = """
            ## a file alone
            == application.properties
            spring.datasource.hikari.maximum-pool-size=5
            ## camel case
            == application.properties
            spring.datasource.hikari.maximumPoolSize=5
            ## snake case in YAML
            == application.yml
            spring:
              datasource:
                hikari: { maximum_pool_size: 7 }
            ## nested keys with dots
            == application.yaml
            spring.datasource:
              hikari.maximum-pool-size: 8
            ## properties beat YAML
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 1
            == application.properties
            spring.datasource.hikari.maximum-pool-size=2
            ## yml beats yaml
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 1
            == application.yaml
            spring.datasource.hikari.maximum-pool-size: 2
            ## the folder config beats the root
            == config/application.yml
            spring.datasource.hikari.maximum-pool-size: 1
            == application.properties
            spring.datasource.hikari.maximum-pool-size=2
            ## a variable beats files
            SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE=3
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 1
            ## a variable in the old form
            SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=3
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 1
            ## JSON beats a variable
            SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=3
            SPRING_APPLICATION_JSON={"spring":{"datasource":{"hikari":{"maximum-pool-size":4}}}}
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 1
            ## a profile's file is silent when it is not active
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 1
            == application-prod.yml
            spring.datasource.hikari.maximum-pool-size: 2
            ## a profile's file beats all that are for none
            SPRING_PROFILES_ACTIVE=prod
            == config/application.properties
            spring.datasource.hikari.maximum-pool-size=1
            == application-prod.yaml
            spring.datasource.hikari.maximum-pool-size: 2
            ## the last profile wins
            SPRING_PROFILES_ACTIVE=prod, eu
            == application-eu.yml
            spring.datasource.hikari.maximum-pool-size: 3
            == config/application-prod.yml
            spring.datasource.hikari.maximum-pool-size: 2
            ## a file activates a profile
            == application.yml
            spring.profiles.active: prod
            == application-prod.yml
            spring.datasource.hikari.maximum-pool-size: 2
            ## a variable decides for another one
            SPRING_PROFILES_ACTIVE=eu
            == application.yml
            spring.profiles.active: [prod]
            == application-prod.yml
            spring.datasource.hikari.maximum-pool-size: 2
            == application-eu.yml
            spring.datasource.hikari.maximum-pool-size: 3
            ## a profile with a default
            == application.yml
            spring.profiles.active: ${STAGE:prod}
            == application-prod.yml
            spring.datasource.hikari.maximum-pool-size: 2
            ## the default profile
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 1
            == application-default.yml
            spring.datasource.hikari.maximum-pool-size: 9
            ## included profiles are weaker than active ones
            SPRING_PROFILES_ACTIVE=prod
            == application.yml
            spring.profiles.include: base, more
            == application-prod.yml
            other: 1
            == application-base.yml
            spring.datasource.hikari.maximum-pool-size: 3
            == application-more.yml
            spring.datasource.hikari.maximum-pool-size: 4
            ## groups
            SPRING_PROFILES_ACTIVE=prod
            == application.yml
            spring.profiles.group.prod: [db, big]
            == application-prod.yml
            spring.datasource.hikari.maximum-pool-size: 3
            == application-db.yml
            spring.datasource.hikari.maximum-pool-size: 4
            ## documents with conditions
            SPRING_PROFILES_ACTIVE=prod
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 3
            ---
            spring.config.activate.on-profile: "prod & !eu"
            spring.datasource.hikari.maximum-pool-size: 4
            ---
            spring.config.activate.on-profile: dev
            spring.datasource.hikari.maximum-pool-size: 5
            ## a document for no profile
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 3
            ---
            spring.config.activate.on-profile: "!prod"
            spring.datasource.hikari.maximum-pool-size: 4
            ## a list of conditions
            SPRING_PROFILES_ACTIVE=b
            == application.yml
            spring:
              config.activate.on-profile: [a, "(b | c) & !d"]
              datasource.hikari.maximum-pool-size: 4
            ## documents of a cloud platform
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 3
            ---
            spring.config.activate.on-cloud-platform: kubernetes
            spring.datasource.hikari.maximum-pool-size: 4
            ## documents in properties
            SPRING_PROFILES_ACTIVE=prod
            == application.properties
            spring.datasource.hikari.maximum-pool-size=3
            #---
            spring.config.activate.on-profile=prod
            spring.datasource.hikari.maximum-pool-size=4
            #---
            spring.config.activate.on-profile=dev
            spring.datasource.hikari.maximum-pool-size=5
            ## a comment before the border
            == application.properties
            spring.datasource.hikari.maximum-pool-size=3
            # with this, the next line is a comment too
            #---
            spring.datasource.url=u
            ## a comment of the other kind before the border
            == application.properties
            spring.datasource.hikari.maximum-pool-size=3
            ! with this, it is not
            #---
            spring.config.activate.on-profile=dev
            ## a comment after the border
            SPRING_DATASOURCE_URL=u
            == application.properties
            spring.datasource.hikari.maximum-pool-size=3
            #---
            # both are one document for this
            spring.config.activate.on-profile=dev
            ## a border in a value
            == application.properties
            spring.datasource.url=a\\
            #---
            spring.datasource.hikari.maximum-pool-size=3
            ## an import of the class path is stronger than what imports it
            == application.yml
            spring.config.import: "classpath:db.yml"
            spring.datasource.hikari.maximum-pool-size: 3
            == db.yml
            spring.datasource.hikari.maximum-pool-size: 4
            ## an import of the same folder
            SPRING_PROFILES_ACTIVE=prod
            == config/application.yml
            spring.config.import: [optional:db.properties, "optional:none.yml"]
            == config/db.properties
            spring.datasource.hikari.maximum-pool-size=4
            == config/db-prod.properties
            spring.datasource.hikari.maximum-pool-size=5
            ## placeholders: a variable
            POOL_SIZE=6
            == application.yml
            spring.datasource.hikari.maximum-pool-size: ${POOL_SIZE:5}
            ## placeholders: a default
            == application.yml
            spring.datasource.hikari.maximum-pool-size: ${POOL_SIZE:5}
            ## placeholders in defaults
            SIZE=9
            == application.yml
            spring.datasource.hikari.maximum-pool-size: ${POOL_SIZE:${SIZE:5}}
            ## placeholders in names
            STAGE=prod
            == application.properties
            spring.datasource.hikari.maximum-pool-size=${size.${STAGE}:1}
            size.prod=11
            ## placeholders of keys, and of variables as keys
            DB_SIZE=12
            == application.properties
            spring.datasource.hikari.maximum-pool-size=${db.size}
            ## a key that is found in any spelling
            == application.properties
            spring.datasource.hikari.maximum-pool-size=${my.pool-size:1}
            my.poolSize=13
            ## a key that is found as it is written only
            == application.properties
            spring.datasource.hikari.maximum-pool-size=${my.poolSize:1}
            my.pool-size=13
            ## a default with colons
            == application.properties
            spring.datasource.url=${URL:jdbc:postgresql://h:5432/d}
            ## a text around
            HOST=h
            == application.yml
            spring.datasource.url: jdbc:postgresql://${HOST}:${PORT:5432}/${NAME}
            ## maps keep the case of their keys
            == application.yml
            spring.datasource.hikari.data-source-properties:
              ApplicationName: orders
              "[v$session.program]": x
            ## a variable sets a key of a map
            SPRING_DATASOURCE_HIKARI_DATASOURCEPROPERTIES_APPLICATIONNAME=orders
            == application.yml
            other: 1
            ## numbers of YAML
            == application.yml
            spring.datasource.hikari:
              maximum-pool-size: 1_0
              idle-timeout: 010
              max-lifetime: 0x10
              minimum-idle: 1:30
              auto-commit: off
              pool-name: "0x10"
              connection-test-query:
            ## anchors and merges
            == application.yml
            base: &base { maximum-pool-size: 5, minimum-idle: 2 }
            spring.datasource.hikari:
              <<: *base
              minimum-idle: 1
            ## continued lines and escapes
            == application.properties
            spring.datasource.url = jdbc:postgresql\\://h/\\
                d\\u0041
            ## old and new documents of a profile's file
            SPRING_PROFILES_ACTIVE=a
            == application-a.yml
            spring.datasource.hikari.maximum-pool-size: 5
            ---
            spring.config.activate.on-profile: b
            spring.datasource.hikari.maximum-pool-size: 6
            ## an empty variable
            SPRING_PROFILES_ACTIVE=
            == application.yml
            spring.datasource.hikari.maximum-pool-size: 5
            == application-default.yml
            spring.datasource.url: u
            """;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> springSaysTheSame() {
        return ConventionCase.tests(CASES, "spring-boot", folder, SpringConventionsTest::spring);
    }

    private static Map<String, String> spring(ClassLoader loader, Map<String, String> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new LinkedHashMap<>(variables)));
        ConfigurationPropertySources.attach(environment);
        new SpringApplicationJsonEnvironmentPostProcessor().postProcessEnvironment(environment, null);
        ConfigDataEnvironmentPostProcessor.applyTo(environment, new DefaultResourceLoader(loader), null);
        Binder binder = Binder.get(environment);
        Map<String, String> values = new TreeMap<>();
        KEYS.forEach(key -> values.put(key, binder.bind(key, String.class).orElse("")));
        binder.bind(PROPERTIES, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((key, value) ->
                        values.put(PROPERTIES + "." + (key.contains(".") ? "[" + key + "]" : key), value));
        return values;
    }
}
