package io.github.lambdadb.analysis;

import io.github.lambdadb.source.Location;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of CDK as CloudFormation writes them; nothing for one that is not known. */
final class CdkValues {
    /** Classes of instances by their names; others are named after the class itself ({@code T4G}). */
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("BURSTABLE2", "t2"),
            Map.entry("BURSTABLE3", "t3"),
            Map.entry("BURSTABLE4_GRAVITON", "t4g"),
            Map.entry("STANDARD5", "m5"),
            Map.entry("STANDARD6_GRAVITON", "m6g"),
            Map.entry("STANDARD6_INTEL", "m6i"),
            Map.entry("STANDARD7_GRAVITON", "m7g"),
            Map.entry("MEMORY5", "r5"),
            Map.entry("MEMORY6_GRAVITON", "r6g"),
            Map.entry("MEMORY6_INTEL", "r6i"),
            Map.entry("MEMORY7_GRAVITON", "r7g"));

    private static final Pattern VERSION = Pattern.compile("VER_(\\d+(?:_\\d+)*)");

    private final CdkCalls cdk;
    private final String app;

    /** Of an application in that folder, relative to the root: paths of code are relative to it. */
    CdkValues(CdkCalls cdk, String app) {
        this.cdk = cdk;
        this.app = app;
    }

    Optional<String> text(Term term) {
        return Texts.shown(term);
    }

    /** {@code Duration.seconds(30)}. */
    Optional<String> seconds(Term term) {
        if (!(term instanceof Term.Reference reference)) {
            return Optional.empty();
        }
        Optional<Integer> factor = switch (reference.object().type()) {
            case CdkCalls.PACKAGE + "Duration.seconds" -> Optional.of(1);
            case CdkCalls.PACKAGE + "Duration.minutes" -> Optional.of(60);
            case CdkCalls.PACKAGE + "Duration.hours" -> Optional.of(3600);
            default -> Optional.empty();
        };
        return factor.flatMap(each -> Texts.exact(cdk.argument(reference.object(), 0))
                .filter(amount -> amount.matches("\\d{1,6}"))
                .map(amount -> String.valueOf(Long.parseLong(amount) * each)));
    }

    static Optional<String> constant(Term term) {
        return term instanceof Term.Constant constant && constant.value() instanceof EnumConstant named
                ? Optional.of(named.name())
                : Optional.empty();
    }

    /** {@code JAVA_8_CORRETTO} is {@code java8.al2}. */
    static String runtime(String name) {
        return name.equals("JAVA_8_CORRETTO")
                ? "java8.al2"
                : name.toLowerCase(Locale.ROOT).replaceFirst("^java_", "java");
    }

    Optional<String> code(Term term, Location at) {
        return term instanceof Term.Reference reference
                        && reference.object().type().endsWith(".Code.fromAsset")
                ? Texts.exact(cdk.argument(reference.object(), 0)).map(path -> fromFile(path, at))
                : Optional.empty();
    }

    /** A path relative to the application's folder, as one relative to the folder of the file. */
    private String fromFile(String path, Location at) {
        String up = "../".repeat((int) at.file().chars().filter(c -> c == '/').count());
        return path.startsWith("/") ? path : up + (app.isEmpty() ? "" : app + "/") + path;
    }

    static Optional<String> engine(Term term) {
        String made = term instanceof Term.Reference reference
                ? reference.object().type()
                : constant(term).map(name -> "." + name).orElse("");
        return switch (made.substring(made.lastIndexOf('.') + 1)) {
            case "postgres", "POSTGRES" -> Optional.of("postgres");
            case "mysql", "MYSQL" -> Optional.of("mysql");
            case "mariaDb", "MARIADB" -> Optional.of("mariadb");
            case "auroraPostgres", "AURORA_POSTGRESQL" -> Optional.of("aurora-postgresql");
            case "auroraMysql", "AURORA_MYSQL" -> Optional.of("aurora-mysql");
            default -> Optional.empty();
        };
    }

    Optional<String> version(Term term) {
        if (!(term instanceof Term.Reference engine)
                || !(cdk.argument(engine.object(), 0) instanceof Term.Reference properties)) {
            return Optional.empty();
        }
        Term version = cdk.given(properties.object(), "version");
        return constant(version).flatMap(name -> {
            Matcher matcher = VERSION.matcher(name);
            return matcher.matches() ? Optional.of(matcher.group(1).replace('_', '.')) : Optional.empty();
        });
    }

    Optional<String> instanceClass(Term term) {
        if (!(term instanceof Term.Reference reference)) {
            return Optional.empty();
        }
        Term first = cdk.argument(reference.object(), 0);
        if (!reference.object().type().endsWith(".InstanceType.of")) {
            return Texts.exact(first).map(name -> "db." + name);
        }
        Optional<String> family = constant(first)
                .map(name -> CLASSES.getOrDefault(name, name.toLowerCase(Locale.ROOT)))
                .filter(name -> name.matches("[a-z]\\d\\w{0,3}"));
        return family.flatMap(name -> constant(cdk.argument(reference.object(), 1))
                .map(size ->
                        "db." + name + "." + size.toLowerCase(Locale.ROOT).replaceFirst("^xlarge(\\d+)$", "$1xlarge")));
    }

    Optional<String> referred(Term term) {
        return term instanceof Term.Reference reference && cdk.all().contains(reference.object())
                ? Optional.of("${" + cdk.id(reference.object()) + "}")
                : Optional.empty();
    }
}
