package io.github.lambdadb.report.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.Baseline.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the text of a baseline strictly: a merge that went wrong must be told, since it may accept what nobody accepted. */
public final class BaselineReader {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final List<String> MEMBERS = List.of("file", "rule", "member", "name", "fingerprint");

    private final JsonParser json;

    private BaselineReader(JsonParser json) {
        this.json = json;
    }

    public static Baseline read(String text) throws MalformedBaselineException {
        try (JsonParser json = FACTORY.createParser(text)) {
            return new BaselineReader(json).baseline();
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            throw new MalformedBaselineException(line, "this is not JSON: " + reason(malformed));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Without the parser's own words on where an open bracket stands. */
    private static String reason(JsonProcessingException malformed) {
        return malformed.getOriginalMessage().split(" \\(start marker", 2)[0];
    }

    private Baseline baseline() throws IOException, MalformedBaselineException {
        expect(json.nextToken(), JsonToken.START_OBJECT, "an object with 'formatVersion' and 'findings'");
        member("formatVersion");
        JsonToken version = json.nextToken();
        if (version != JsonToken.VALUE_NUMBER_INT || !json.getText().equals("" + BaselineText.FORMAT_VERSION)) {
            throw wrong("'formatVersion' is " + json.getText() + ", and this version of lambda-db knows only "
                    + BaselineText.FORMAT_VERSION);
        }
        member("findings");
        expect(json.nextToken(), JsonToken.START_ARRAY, "an array as 'findings'");
        Baseline baseline = entries();
        expect(json.nextToken(), JsonToken.END_OBJECT, "the end of the object");
        if (json.nextToken() != null) {
            throw wrong("something follows the end");
        }
        return baseline;
    }

    private Baseline entries() throws IOException, MalformedBaselineException {
        List<Entry> entries = new ArrayList<>();
        Map<List<String>, Integer> lines = new HashMap<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.START_OBJECT, "an object for each finding");
            int line = line();
            Entry entry = entry();
            Integer earlier = lines.putIfAbsent(List.of(entry.file(), entry.rule(), entry.fingerprint()), line);
            if (earlier != null) {
                throw new MalformedBaselineException(line, "the same finding as in line " + earlier);
            }
            entries.add(entry);
        }
        return new Baseline(entries);
    }

    private Entry entry() throws IOException, MalformedBaselineException {
        int line = line();
        Map<String, String> values = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (!MEMBERS.contains(name)) {
                throw wrong("a finding has no '" + name + "'");
            }
            expect(json.nextToken(), JsonToken.VALUE_STRING, "a text as '" + name + "'");
            if (values.put(name, json.getText()) != null) {
                throw wrong("'" + name + "' stands twice in one finding");
            }
        }
        for (String name : MEMBERS) {
            if (!values.containsKey(name)) {
                throw new MalformedBaselineException(line, "the finding lacks '" + name + "'");
            }
        }
        return new Entry(
                value(values, "file"),
                value(values, "rule"),
                value(values, "member"),
                value(values, "name"),
                value(values, "fingerprint"));
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }

    private void member(String name) throws IOException, MalformedBaselineException {
        if (json.nextToken() != JsonToken.FIELD_NAME || !json.currentName().equals(name)) {
            throw wrong("expected '" + name + "' here");
        }
    }

    private void expect(JsonToken actual, JsonToken expected, String what) throws MalformedBaselineException {
        if (actual != expected) {
            throw wrong("expected " + what);
        }
    }

    private int line() {
        return json.currentTokenLocation().getLineNr();
    }

    private MalformedBaselineException wrong(String reason) {
        return new MalformedBaselineException(Math.max(1, line()), reason);
    }
}
