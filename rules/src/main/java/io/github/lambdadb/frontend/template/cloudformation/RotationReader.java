package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.facts.RotatedSecret;
import java.util.Set;
import java.util.stream.Stream;

/** Reads which secrets are rotated: by a schedule, or by RDS, which rotates the secrets of master users that it manages. */
final class RotationReader {
    private static final String SCHEDULE = "AWS::SecretsManager::RotationSchedule";
    private static final String MANAGED = "ManageMasterUserPassword";
    private static final Set<String> SECRETS = Set.of("AWS::SecretsManager::Secret");
    private static final Set<String> ATTACHMENTS = Set.of("AWS::SecretsManager::SecretTargetAttachment");

    private final Estate estate;

    RotationReader(Estate estate) {
        this.estate = estate;
    }

    Stream<RotatedSecret> all() {
        return Stream.concat(
                estate.ofType(Set.of(SCHEDULE)).flatMap(this::scheduled),
                estate.ofType(Set.of(Clusters.CLUSTER, Clusters.INSTANCE)).flatMap(RotationReader::managed));
    }

    private Stream<RotatedSecret> scheduled(Placed schedule) {
        return schedule.properties().texts("SecretId").options().stream()
                .map(secret -> new RotatedSecret(id(secret.text()), schedule.location()));
    }

    /** The secret's id, also when an attachment of it to a database is named; another secret stands as it is named. */
    private String id(String text) {
        return estate.find(text, SECRETS)
                .or(() -> estate.find(text, ATTACHMENTS).stream()
                        .flatMap(place -> place.properties().texts("SecretId").options().stream())
                        .flatMap(secret -> estate.find(secret.text(), SECRETS).stream())
                        .findFirst())
                .map(Placed::id)
                .orElse(text);
    }

    private static Stream<RotatedSecret> managed(Placed database) {
        Section section = database.properties();
        return section.texts(MANAGED).options().stream()
                .filter(flag -> flag.text().equalsIgnoreCase("true"))
                .limit(1)
                .map(flag -> new RotatedSecret(database.id() + ".MasterUserSecret", flag.at()));
    }
}
