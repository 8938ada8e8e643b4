package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.document.Node.Scalar;
import java.util.List;
import java.util.Optional;

/** The declaration of a parameter: what it is when nothing is given for it. */
record Parameter(String name, Node declaration) {
    /** The default; without one, and when it is secret or the name of something to look up, it stands as a hole. */
    Alternatives<Text> byDefault() {
        if (isHidden()) {
            return Alternatives.of(hole());
        }
        return only("AllowedValues")
                .map(Alternatives::of)
                .or(() -> scalar("Default")
                        .map(text -> Alternatives.of(Text.of(text).assumed())))
                .orElseGet(() -> Alternatives.of(hole()));
    }

    /** What a nesting stack gives, unless nobody may see it. */
    Alternatives<Text> given(Alternatives<Text> values) {
        return isHidden() ? Alternatives.of(hole()) : values;
    }

    private boolean isHidden() {
        boolean isSecret = scalar("NoEcho")
                .filter(flag -> flag.text().equalsIgnoreCase("true"))
                .isPresent();
        return isSecret
                || scalar("Type")
                        .filter(type -> type.text().startsWith("AWS::SSM::"))
                        .isPresent();
    }

    /** A parameter that allows a single value has it. */
    private Optional<Text> only(String key) {
        return declared()
                .flatMap(body -> body.get(key))
                .flatMap(Node::asSequence)
                .map(Node.Sequence::items)
                .filter(items -> items.size() == 1)
                .map(List::iterator)
                .flatMap(items -> items.next().asScalar())
                .map(Text::of);
    }

    private Text hole() {
        return Text.hole(name, declaration.location());
    }

    private Optional<Scalar> scalar(String key) {
        return declared().flatMap(body -> body.scalar(key));
    }

    private Optional<Mapping> declared() {
        return declaration.asMapping();
    }
}
