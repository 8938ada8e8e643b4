package io.github.lambdadb.analysis;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Scalar;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** Entries of the template that a CDK program makes; each value stands where the program says it. */
final class CdkEntries {
    private final CdkCalls cdk;

    CdkEntries(CdkCalls cdk) {
        this.cdk = cdk;
    }

    /** Turns a term into the text of a property; nothing for one that is not known. */
    interface Writer {
        Optional<String> write(Term term);
    }

    /** The property of what the construct was given by that name; none where the program leaves it to its default. */
    void put(List<Entry> properties, String property, HeapObject object, String name, Writer writer) {
        Term term = cdk.given(object, name);
        if (!(term instanceof Term.Unset)) {
            Location at = place(term, object.site());
            properties.add(entry(property, scalar(writer.write(term).orElse("${" + property + "}"), at), at));
        }
    }

    static Location place(Term term, Location otherwise) {
        return SettingFacts.why(term).lastLocation().orElse(otherwise);
    }

    static Scalar scalar(String text, Location at) {
        return new Scalar(text, false, "", at);
    }

    static Entry entry(String key, Node value, Location at) {
        return new Entry(scalar(key, at), value);
    }
}
