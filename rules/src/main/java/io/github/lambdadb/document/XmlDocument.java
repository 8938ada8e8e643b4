package io.github.lambdadb.document;

import io.github.lambdadb.source.Location;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML with its places; document types are skipped and entities other than the five of XML are refused. */
public final class XmlDocument {
    private static final int MOST_DEPTH = 200;
    private static final int MOST_ELEMENTS = 200_000;

    private final String file;
    private final XMLStreamReader reader;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<XmlElement> roots = new ArrayList<>();
    private int elements;

    /** An element whose end has not come. */
    private record Open(
            String name,
            Map<String, String> attributes,
            StringBuilder text,
            List<XmlElement> children,
            int line,
            int column) {}

    private XmlDocument(String file, XMLStreamReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** The root element. */
    public static XmlElement parse(String file, String text) throws DocumentException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        try {
            return new XmlDocument(file, factory.createXMLStreamReader(new StringReader(text))).read();
        } catch (XMLStreamException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : Math.max(1, malformed.getLocation().getLineNumber());
            throw new DocumentException(reason(malformed), Location.ofLine(file, line));
        }
    }

    private static String reason(XMLStreamException malformed) {
        String message = malformed.getMessage() == null ? "" : malformed.getMessage();
        return message.lines()
                .map(line -> line.replaceFirst("^Message:\\s*", "").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("ParseError at"))
                .findFirst()
                .orElse("the text is not XML");
    }

    private XmlElement read() throws XMLStreamException, DocumentException {
        int line = 1;
        int column = 1;
        while (reader.hasNext()) {
            int event = reader.next();
            add(event, line, column);
            // the reader tells where an event ends, and that is where the next one starts; of a text it tells the place
            // behind the '<' that ended it
            int ahead = event == XMLStreamConstants.CHARACTERS ? 1 : 0;
            line = Math.max(1, reader.getLocation().getLineNumber());
            column = Math.max(1, reader.getLocation().getColumnNumber() - ahead);
        }
        if (roots.isEmpty()) {
            throw new DocumentException("there is no element", Location.ofLine(file, line));
        }
        return roots.get(0);
    }

    private void add(int event, int line, int column) throws DocumentException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(line, column);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!open.isEmpty()) {
                    open.peek().text().append(reader.getText());
                }
            }
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw new DocumentException(
                        "the entity '&" + reader.getLocalName() + ";' is not read", Location.ofLine(file, line));
            default -> {}
        }
    }

    private void start(int line, int column) throws DocumentException {
        elements++;
        if (open.size() >= MOST_DEPTH || elements > MOST_ELEMENTS) {
            throw new DocumentException(
                    "there are more than " + MOST_DEPTH + " levels or " + MOST_ELEMENTS + " elements",
                    Location.ofLine(file, line));
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        open.push(new Open(reader.getLocalName(), attributes, new StringBuilder(), new ArrayList<>(), line, column));
    }

    private void end() {
        Open done = open.pop();
        int endLine = Math.max(done.line(), reader.getLocation().getLineNumber());
        int endColumn = Math.max(1, reader.getLocation().getColumnNumber());
        XmlElement element = new XmlElement(
                done.name(),
                done.attributes(),
                done.text().toString().strip(),
                done.children(),
                new Location(file, done.line(), done.column(), endLine, endColumn));
        if (open.isEmpty()) {
            roots.add(element);
        } else {
            open.peek().children().add(element);
        }
    }
}
