package io.github.lambdadb.frontend.java;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.LibraryType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The types of the class path's jars and folders and of the running JDK; jars are opened once, on first need. */
final class ClassPath implements AutoCloseable {
    private static final int LARGEST_CLASS = 4 * 1024 * 1024;
    private static final int MOST_ENTRIES = 500_000;

    private final JavaInputs inputs;
    private final GapLog gaps;
    private final Map<String, Optional<LibraryType>> types = new HashMap<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<ZipFile> jars = new ArrayList<>();
    /** Folder inside a jar, with slashes, to the jars that have it. */
    private final Map<String, Set<ZipFile>> packages = new HashMap<>();

    private boolean isOpen;

    ClassPath(JavaInputs inputs, GapLog gaps) {
        this.inputs = inputs;
        this.gaps = gaps;
    }

    boolean isEmpty() {
        return inputs.classPath().isEmpty();
    }

    /** The signature of a type by its name with dots, also before nested types. */
    Optional<LibraryType> type(String name) {
        Optional<LibraryType> known = types.get(name);
        if (known == null) {
            known = find(name);
            types.put(name, known);
        }
        return known;
    }

    @Override
    public void close() {
        for (ZipFile jar : jars) {
            try {
                jar.close();
            } catch (IOException e) {
                gaps.add(
                        Gap.Kind.UNREADABLE_FILE, inputs.reported(Path.of(jar.getName())), "The jar cannot be closed.");
            }
        }
        jars.clear();
        packages.clear();
    }

    boolean hasPackage(String name) {
        open();
        String path = name.replace('.', '/');
        return packages.containsKey(path)
                || (isName(name) && folders.stream().anyMatch(folder -> Files.isDirectory(folder.resolve(path))));
    }

    private Optional<LibraryType> find(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        open();
        String path = name.replace('.', '/');
        while (true) {
            Optional<LibraryType> found = read(path);
            int slash = path.lastIndexOf('/');
            // nested types are looked for only below names that can be types
            if (found.isPresent() || slash < 0 || !Character.isUpperCase(lastSegmentStart(path, slash))) {
                return found;
            }
            path = path.substring(0, slash) + '$' + path.substring(slash + 1);
        }
    }

    private static char lastSegmentStart(String path, int slash) {
        return path.charAt(path.lastIndexOf('/', slash - 1) + 1);
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('/') < 0
                && name.indexOf('\\') < 0
                && !name.startsWith(".")
                && !name.endsWith(".")
                && !name.contains("..")
                && name.indexOf('\0') < 0;
    }

    private Optional<LibraryType> read(String path) {
        for (Path folder : folders) {
            Path file = folder.resolve(path + ".class");
            if (Files.isRegularFile(file)) {
                return parse(file, () -> Files.newInputStream(file));
            }
        }
        String packagePath = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        for (ZipFile jar : packages.getOrDefault(packagePath, Set.of())) {
            ZipEntry entry = jar.getEntry(path + ".class");
            if (entry != null) {
                return parse(Path.of(jar.getName()), () -> jar.getInputStream(entry));
            }
        }
        InputStream jdk = ClassLoader.getPlatformClassLoader().getResourceAsStream(path + ".class");
        return jdk == null ? Optional.empty() : parse(Path.of("jdk"), () -> jdk);
    }

    /** Opens the bytes of a class. */
    private interface Source {
        InputStream open() throws IOException;
    }

    private Optional<LibraryType> parse(Path where, Source source) {
        try (InputStream in = source.open()) {
            byte[] bytes = in.readNBytes(LARGEST_CLASS + 1);
            if (bytes.length > LARGEST_CLASS) {
                gaps.add(Gap.Kind.UNREADABLE_FILE, inputs.reported(where), "A class file is larger than 4 MB.");
                return Optional.empty();
            }
            return Optional.of(ClassSignature.read(bytes));
        } catch (IOException | RuntimeException e) {
            // ASM answers damaged classes with any runtime exception
            String what = e.getClass().getSimpleName();
            gaps.add(Gap.Kind.UNREADABLE_FILE, inputs.reported(where), "A class file cannot be read: " + what + ".");
            return Optional.empty();
        }
    }

    private void open() {
        if (isOpen) {
            return;
        }
        isOpen = true;
        for (Path entry : inputs.classPath()) {
            if (Files.isDirectory(entry)) {
                folders.add(entry);
            } else if (Files.isRegularFile(entry)) {
                openJar(entry);
            } else {
                gaps.add(Gap.Kind.MISSING_DEPENDENCY, inputs.reported(entry), "The class path entry does not exist.");
            }
        }
    }

    private void openJar(Path path) {
        try {
            ZipFile jar = new ZipFile(path.toFile());
            jars.add(jar);
            if (jar.size() > MOST_ENTRIES) {
                gaps.add(Gap.Kind.BUDGET_EXHAUSTED, inputs.reported(path), "The jar has too many entries.");
                return;
            }
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .forEach(name -> {
                        String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
                        packages.computeIfAbsent(folder, key -> new LinkedHashSet<>())
                                .add(jar);
                    });
        } catch (IOException | RuntimeException e) {
            String what = e.getClass().getSimpleName();
            gaps.add(Gap.Kind.UNREADABLE_FILE, inputs.reported(path), "The jar cannot be read: " + what + ".");
        }
    }
}
