package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.TypeDecl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a {@link FileHeader} from the bytes of a file: names only, no syntax tree. */
final class HeaderScan {
    /** What an open brace belongs to: a type's name, or nothing; and the open parentheses around it. */
    private record Brace(String type, int parentheses) {}

    private final JavaWords words;
    private final Map<String, String> imports = new HashMap<>();
    private final List<String> stars = new ArrayList<>();
    private final Map<String, TypeDecl.Kind> types = new LinkedHashMap<>();
    private final Set<String> supers = new LinkedHashSet<>();
    private final Deque<Brace> braces = new ArrayDeque<>();
    private String packageName = "";
    private String pending = "";
    private boolean isInHeader;
    private boolean isCollecting;
    private int parentheses;
    private int kind;
    private int previous;

    private HeaderScan(byte[] bytes, int length) {
        this.words = new JavaWords(bytes, length);
    }

    static FileHeader of(byte[] bytes, int length) {
        HeaderScan scan = new HeaderScan(bytes, length);
        scan.run();
        return new FileHeader(scan.packageName, scan.imports, scan.stars, scan.types, scan.supers);
    }

    /** The package of a file, from its first words. */
    static String packageOf(byte[] bytes, int length) {
        JavaWords words = new JavaWords(bytes, length);
        for (int kind = words.next(), before = 0; kind != JavaWords.END; before = kind, kind = words.next()) {
            if (kind == JavaWords.WORD && words.is("package")) {
                return dotted(words);
            }
            if (kind == JavaWords.WORD && before != '@' && (words.is("import") || words.is("class"))) {
                return "";
            }
        }
        return "";
    }

    private void run() {
        advance();
        while (kind != JavaWords.END) {
            if (kind == JavaWords.WORD) {
                word();
            } else {
                symbol();
                advance();
            }
        }
    }

    private void advance() {
        previous = kind;
        do {
            kind = words.next();
        } while (kind == JavaWords.COMMENT);
    }

    private void word() {
        if (isInHeader) {
            header();
        } else if (braces.isEmpty() && previous != '@' && words.is("package")) {
            packageName = dotted(words);
            advance();
        } else if (braces.isEmpty() && words.is("import")) {
            importLine();
        } else if (previous == '.' || !startsType()) {
            advance();
        }
    }

    private void header() {
        if (words.is("extends") || words.is("implements")) {
            isCollecting = true;
            advance();
        } else if (words.is("permits")) {
            isCollecting = false;
            advance();
        } else if (isCollecting) {
            StringBuilder name = new StringBuilder(words.text());
            advance();
            while (kind == '.') {
                advance();
                if (kind == JavaWords.WORD) {
                    name.append('.').append(words.text());
                    advance();
                }
            }
            supers.add(name.toString());
        } else {
            advance();
        }
    }

    private boolean startsType() {
        if (words.is("class")) {
            return declare(TypeDecl.Kind.CLASS);
        }
        if (words.is("enum")) {
            return declare(TypeDecl.Kind.ENUM);
        }
        if (words.is("interface")) {
            return declare(previous == '@' ? TypeDecl.Kind.ANNOTATION : TypeDecl.Kind.INTERFACE);
        }
        return words.is("record") && declare(TypeDecl.Kind.RECORD);
    }

    private boolean declare(TypeDecl.Kind declared) {
        advance();
        if (kind != JavaWords.WORD) {
            return true;
        }
        String simple = words.text();
        advance();
        if (declared == TypeDecl.Kind.RECORD && kind != '(' && kind != '<') {
            return true;
        }
        boolean isMember = braces.isEmpty() || !braces.peek().type().isEmpty();
        String outer = braces.isEmpty() ? packageName : braces.peek().type();
        pending = outer.isEmpty() ? simple : outer + "." + simple;
        if (isMember) {
            types.putIfAbsent(pending, declared);
        } else {
            pending = "";
        }
        isInHeader = true;
        isCollecting = false;
        return true;
    }

    private void symbol() {
        switch (kind) {
            case '(' -> parentheses++;
            case ')' -> parentheses = Math.max(0, parentheses - 1);
            case '{' -> open();
            case '}' -> {
                if (!braces.isEmpty()) {
                    parentheses = braces.pop().parentheses();
                }
            }
            case ';' -> isInHeader = isInHeader && parentheses > 0;
            default -> {}
        }
    }

    private void open() {
        boolean isBody = isInHeader && parentheses == 0;
        braces.push(new Brace(isBody ? pending : "", parentheses));
        parentheses = 0;
        if (isBody) {
            isInHeader = false;
        }
    }

    private void importLine() {
        advance();
        boolean isStatic = kind == JavaWords.WORD && words.is("static");
        if (isStatic) {
            advance();
        }
        StringBuilder name = new StringBuilder();
        while (kind == JavaWords.WORD || kind == '.' || kind == '*') {
            name.append(kind == JavaWords.WORD ? words.text() : String.valueOf((char) kind));
            advance();
        }
        String text = name.toString();
        if (isStatic) {
            return;
        }
        if (text.endsWith(".*")) {
            stars.add(text.substring(0, text.length() - 2));
        } else {
            imports.put(text.substring(text.lastIndexOf('.') + 1), text);
        }
    }

    private static String dotted(JavaWords words) {
        StringBuilder name = new StringBuilder();
        for (int kind = words.next(); kind != ';' && kind != JavaWords.END; kind = words.next()) {
            if (kind == JavaWords.WORD) {
                name.append(words.text());
            } else if (kind == '.') {
                name.append('.');
            }
        }
        return name.toString();
    }
}
