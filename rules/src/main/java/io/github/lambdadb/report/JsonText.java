package io.github.lambdadb.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A JSON text under construction: objects and arrays are written by what is given for them, strings lose their secrets. */
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    private JsonText(JsonGenerator generator) {
        this.generator = generator;
    }

    /** The text of one object, indented by two spaces, with a line end at its end. */
    public static String of(Consumer<JsonText> members) {
        return text((generator, json) -> {
            generator.writeStartObject();
            members.accept(json);
            generator.writeEndObject();
        });
    }

    private interface Root {
        void write(JsonGenerator generator, JsonText json) throws IOException;
    }

    private static String text(Root root) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(printer());
            root.write(generator, new JsonText(generator));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString();
    }

    /** The text of an array with one object for each element, laid out alike. */
    public static <T> String array(Collection<T> elements, BiConsumer<JsonText, T> members) {
        return text((generator, json) -> {
            generator.writeStartArray();
            for (T element : elements) {
                generator.writeStartObject();
                members.accept(json, element);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    public void object(String name, Runnable members) {
        write(() -> {
            generator.writeObjectFieldStart(name);
            members.run();
            generator.writeEndObject();
        });
    }

    /** An array with one object for each element. */
    public <T> void objects(String name, Collection<T> elements, Consumer<T> members) {
        write(() -> {
            generator.writeArrayFieldStart(name);
            for (T element : elements) {
                generator.writeStartObject();
                members.accept(element);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    public void strings(String name, Collection<String> values) {
        write(() -> {
            generator.writeArrayFieldStart(name);
            for (String value : values) {
                generator.writeString(Redaction.of(value));
            }
            generator.writeEndArray();
        });
    }

    public void text(String name, String value) {
        write(() -> generator.writeStringField(name, Redaction.of(value)));
    }

    /** A text of this project or of a rule's author, which may show what a password looks like. */
    public void manual(String name, String value) {
        write(() -> generator.writeStringField(name, value));
    }

    public void number(String name, long value) {
        write(() -> generator.writeNumberField(name, value));
    }

    public void flag(String name, boolean value) {
        write(() -> generator.writeBooleanField(name, value));
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** A writer in memory does not fail. */
    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
