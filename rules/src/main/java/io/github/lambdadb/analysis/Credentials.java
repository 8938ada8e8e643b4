package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.GivenCredential;
import io.github.lambdadb.facts.GivenCredential.Kind;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.knowledge.CredentialModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Passwords and tokens that a program is given, and the objects that are made of them. */
final class Credentials {
    private static final String SEPARATOR = "() at ";

    private final Machine machine;
    private final Set<Kind> renewed = EnumSet.noneOf(Kind.class);
    private final Map<String, Made> all = new LinkedHashMap<>();

    Credentials(Machine machine) {
        this.machine = machine;
    }

    /** One that was made or read: by which method, where and when. */
    private record Made(Kind kind, String method, Location at, int epoch, Evidence path) {}

    /** A call that makes a token or reads a secret. */
    Optional<Term> call(String type, Expr.Call expr) {
        // few methods are called so, and the types of the rest need not be asked
        return machine.catalog().credentials().stream()
                .filter(model -> kind(model, expr.name()).isPresent())
                .filter(model ->
                        type.contains(".") && machine.types().hierarchy(type).contains(model.type()))
                .flatMap(model -> kind(model, expr.name()).stream())
                .findFirst()
                .map(kind -> made(kind, expr));
    }

    private static Optional<Kind> kind(CredentialModel model, String method) {
        if (model.tokens().contains(method)) {
            return Optional.of(Kind.TOKEN);
        }
        return model.secrets().contains(method) ? Optional.of(Kind.SECRET) : Optional.empty();
    }

    private Term made(Kind kind, Expr.Call expr) {
        Made made = new Made(
                kind, expr.name(), expr.at(), machine.epoch(), machine.frame().path());
        String key = expr.name() + SEPARATOR + expr.at() + " " + machine.epoch();
        all.putIfAbsent(key, made);
        if (machine.isHandling()) {
            renewed.add(kind);
        }
        return new Term.Text(List.of(new Term.Part(PartKind.CREDENTIAL, key)), Evidence.of(expr.at(), kind.made()));
    }

    /** What people call it. */
    static String name(String key) {
        int end = key.indexOf(SEPARATOR);
        return end < 0 ? key : key.substring(0, end);
    }

    /** What a source was given as its password, if that is a credential on some way; later ones take the place of it. */
    List<GivenCredential> given(HeapObject source, Stream<Term> passwords) {
        List<GivenCredential> given = new ArrayList<>();
        passwords.forEach(password -> {
            List<Made> made = Carried.by(List.of(password)).stream()
                    .flatMap(part -> Optional.ofNullable(all.get(part.text())).stream())
                    .toList();
            boolean isOnly = password.options().size() == 1;
            made.stream()
                    .filter(one -> made.size() == 1 && one.epoch() <= source.epoch())
                    // where a failure is handled by making another one, an old one does no harm
                    .filter(one -> !renewed.contains(one.kind()))
                    .map(one -> new GivenCredential(
                            one.kind(),
                            one.method(),
                            one.at(),
                            one.epoch() < source.epoch(),
                            isOnly ? Certainty.DEFINITE : Certainty.POSSIBLE,
                            one.path()
                                    .then(Evidence.of(one.at(), one.kind().made()))
                                    .then(password.why())))
                    .forEach(given::add);
        });
        return given.stream().limit(1).toList();
    }
}
