package io.github.lambdadb.frontend.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.RotatedSecret;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabasesTest {
    private static final String GROUPS = """
            Conditions: {C: !Equals [!Ref 'AWS::Region', eu-west-1]}
            Resources:
              Short:
                Type: AWS::RDS::DBParameterGroup
                Properties: {Family: postgres15, Parameters: {Idle_Session_Timeout: 60000}}
              Named:
                Type: AWS::RDS::DBParameterGroup
                Properties: {DBParameterGroupName: Team-Group, Parameters: {idle_session_timeout: 9}}
              Odd: {Type: AWS::RDS::DBParameterGroup, Properties: {Parameters: !GetAtt Macro.Out}}
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> groups() {
        return Stream.of(
                Arguments.of("{Engine: postgres}", "[] true"),
                Arguments.of("{DBParameterGroupName: !Ref Short}", "[idle_session_timeout=60000] true"),
                Arguments.of("{DBParameterGroupName: team-group}", "[idle_session_timeout=9] true"),
                Arguments.of("{DBParameterGroupName: default.postgres15}", "[] true"),
                Arguments.of("{DBParameterGroupName: elsewhere}", "[] false"),
                Arguments.of("{DBParameterGroupName: !ImportValue Group}", "[] false"),
                Arguments.of("{DBParameterGroupName: !Ref Odd}", "[] false"),
                Arguments.of(
                        "{DBParameterGroupName: !If [C, !Ref Short, !Ref Named]}",
                        "[idle_session_timeout=60000|9] true"),
                Arguments.of(
                        "{DBParameterGroupName: !If [C, !Ref Short, !Ref 'AWS::NoValue']}",
                        "[idle_session_timeout=60000|…] true"),
                Arguments.of("{DBClusterIdentifier: !ImportValue Cluster}", "[] false"));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void haveTheParametersOfTheGroupsThatTheyName(String properties, String expected) {
        Reading reading =
                Reading.of(folder, GROUPS + "  Db: {Type: AWS::RDS::DBInstance, Properties: " + properties + "}\n");
        DeployedDatabase database = reading.database("Db");
        assertThat(Reading.show(database.parameters()) + " " + database.parametersComplete())
                .isEqualTo(expected);
    }

    @Test
    void areInstances() {
        Reading reading = Reading.of(folder, """
                Parameters: {Class: {Type: String, Default: db.t4g.micro}}
                Resources:
                  Db:
                    Type: AWS::RDS::DBInstance
                    Properties:
                      Engine: postgres
                      EngineVersion: '15.4'
                      DBInstanceClass: !Ref Class
                      DBName: orders
                      Port: 5432
                      EnableIAMDatabaseAuthentication: true
                      ManageMasterUserPassword: true
                """);
        DeployedDatabase database = reading.database("Db");
        assertThat(database.kind()).isEqualTo(DeployedDatabase.Kind.INSTANCE);
        assertThat(database.location().line()).isEqualTo(3);
        assertThat(Reading.show(database.attributes()))
                .containsExactly(
                        "DATABASE_NAME=orders",
                        "ENGINE=postgres",
                        "ENGINE_VERSION=15.4",
                        "IAM_AUTHENTICATION=true",
                        "INSTANCE_CLASS=db.t4g.micro",
                        "PORT=5432");
        assertThat(Reading.steps(database.attributes().get(Attribute.INSTANCE_CLASS)))
                .isEqualTo("8 1");
        assertThat(reading.deployments().rotatedSecrets())
                .extracting(RotatedSecret::id)
                .containsExactly("Db.MasterUserSecret");
    }

    @Test
    void areClustersWithTheirInstances() {
        Reading reading = Reading.of(folder, """
                Resources:
                  Cluster:
                    Type: AWS::RDS::DBCluster
                    Properties:
                      Engine: aurora-postgresql
                      DatabaseName: orders
                      EnableHttpEndpoint: true
                      DBClusterParameterGroupName: !Ref OfCluster
                      ServerlessV2ScalingConfiguration: {MinCapacity: 0, MaxCapacity: 4, SecondsUntilAutoPause: 300}
                  Writer:
                    Type: AWS::RDS::DBInstance
                    Properties:
                      DBClusterIdentifier: !Ref Cluster
                      DBInstanceClass: db.serverless
                      DBParameterGroupName: !Ref OfInstance
                  Reader:
                    Type: AWS::RDS::DBInstance
                    Properties:
                      DBClusterIdentifier: !Ref Cluster
                      DBInstanceClass: db.r6g.large
                  OfCluster:
                    Type: AWS::RDS::DBClusterParameterGroup
                    Properties: {Parameters: {a: cluster, b: cluster}}
                  OfInstance:
                    Type: AWS::RDS::DBParameterGroup
                    Properties: {Parameters: {b: instance, c: instance}}
                  Dsql: {Type: AWS::DSQL::Cluster}
                """);
        assertThat(reading.deployments().databases())
                .extracting(database -> database.kind() + " " + database.id())
                .containsExactly("CLUSTER Cluster", "DSQL Dsql");
        DeployedDatabase cluster = reading.database("Cluster");
        assertThat(Reading.show(cluster.attributes()))
                .containsExactly(
                        "AUTO_PAUSE=300",
                        "DATABASE_NAME=orders",
                        "DATA_API=true",
                        "ENGINE=aurora-postgresql",
                        "INSTANCE_CLASS=db.serverless|db.r6g.large",
                        "MAXIMUM_CAPACITY=4",
                        "MINIMUM_CAPACITY=0");
        assertThat(Reading.show(cluster.parameters()))
                .containsExactly("a=cluster", "b=instance|cluster", "c=instance|…");
        assertThat(cluster.parametersComplete()).isTrue();
    }

    @Test
    void standBehindProxies() {
        Reading reading = Reading.of(folder, """
                Resources:
                  Proxy:
                    Type: AWS::RDS::DBProxy
                    Properties: {DBProxyName: front, EngineFamily: POSTGRESQL, IdleClientTimeout: 900, RequireTLS: true}
                  Targets:
                    Type: AWS::RDS::DBProxyTargetGroup
                    Properties:
                      DBProxyName: !Ref Proxy
                      DBClusterIdentifiers: [!Ref Cluster]
                      DBInstanceIdentifiers: [!Ref Writer, !Ref Db, elsewhere]
                      ConnectionPoolConfigurationInfo:
                        MaxConnectionsPercent: 80
                        InitQuery: SET x=1
                        SessionPinningFilters: [EXCLUDE_VARIABLE_SETS]
                  Cluster: {Type: AWS::RDS::DBCluster}
                  Writer: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Cluster}}
                  Db: {Type: AWS::RDS::DBInstance}
                """);
        DeployedProxy proxy = reading.proxy("Proxy");
        assertThat(proxy.targets()).containsExactly("Cluster", "Db", "elsewhere");
        assertThat(Reading.show(proxy.attributes()))
                .containsExactly(
                        "ENGINE_FAMILY=POSTGRESQL",
                        "IDLE_CLIENT_TIMEOUT=900",
                        "INITIAL_QUERY=SET x=1",
                        "MAXIMUM_CONNECTIONS_PERCENT=80",
                        "PINNING_FILTERS=EXCLUDE_VARIABLE_SETS",
                        "PROXY_NAME=front",
                        "REQUIRES_TLS=true");
    }

    @Test
    void haveSecretsThatAreRotated() {
        Reading reading = Reading.of(folder, """
                Resources:
                  Secret: {Type: AWS::SecretsManager::Secret}
                  Other: {Type: AWS::SecretsManager::Secret}
                  Attached: {Type: AWS::SecretsManager::SecretTargetAttachment, Properties: {SecretId: !Ref Other}}
                  Rotation: {Type: AWS::SecretsManager::RotationSchedule, Properties: {SecretId: !Ref Secret}}
                  Again: {Type: AWS::SecretsManager::RotationSchedule, Properties: {SecretId: !Ref Attached}}
                  Foreign: {Type: AWS::SecretsManager::RotationSchedule, Properties: {SecretId: team/secret}}
                """);
        assertThat(reading.deployments().rotatedSecrets())
                .extracting(secret -> secret.id() + " " + secret.location().line())
                .containsExactly("Secret 5", "Other 6", "team/secret 7");
    }
}
