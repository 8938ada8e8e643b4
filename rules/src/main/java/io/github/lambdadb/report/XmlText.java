package io.github.lambdadb.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML text under construction: elements are written by what is given for them, texts lose their secrets. */
public final class XmlText {
    private final XMLStreamWriter writer;
    private int depth;

    private XmlText(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** An element to be filled; sorted attributes keep their order in the text. */
    public interface Content {
        void write(XmlText xml);
    }

    /** A document with this root, one line an element, indented by two spaces, with a line end at its end. */
    public static String of(String root, Map<String, String> attributes, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(() -> {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new XmlText(writer).element(root, attributes, content);
            writer.writeEndDocument();
            writer.close();
        });
        return bytes.toString(StandardCharsets.UTF_8) + "\n";
    }

    /** An element with elements in it. */
    public void element(String name, Map<String, String> attributes, Content content) {
        write(() -> {
            newLine();
            writer.writeStartElement(name);
            attributes(attributes);
            depth++;
            content.write(this);
            depth--;
            newLine();
            writer.writeEndElement();
        });
    }

    /** An element with nothing in it. */
    public void element(String name, Map<String, String> attributes) {
        write(() -> {
            newLine();
            writer.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    /** An element with a text of several lines. */
    public void element(String name, Map<String, String> attributes, String text) {
        write(() -> {
            newLine();
            writer.writeStartElement(name);
            attributes(attributes);
            writer.writeCharacters(
                    text.lines().map(line -> legal(Wrapped.line(line))).collect(Collectors.joining("\n")));
            writer.writeEndElement();
        });
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            // a line end in an attribute would be read as a space
            writer.writeAttribute(attribute.getKey(), legal(Wrapped.line(attribute.getValue())));
        }
    }

    private void newLine() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Without what XML 1.0 has no characters for; a question mark stands for each. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean isLegal = (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) || c > 0xFFFF;
            legal.appendCodePoint(isLegal ? c : '?');
        });
        return legal.toString();
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    /** A writer in memory does not fail. */
    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
