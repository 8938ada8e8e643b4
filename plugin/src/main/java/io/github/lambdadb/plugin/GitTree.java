package io.github.lambdadb.plugin;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The files of a commit: regular ones, of a size that code has, whose names lead nowhere else. */
record GitTree(Git git, String commit) {
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final Set<String> LEADING_AWAY = Set.of("", ".", "..");

    private record Blob(String id, String path) {}

    /** Writes the files below some folders, which are relative to the repository's root, to a folder of the same shape. */
    void unpack(List<String> folders, Path to) throws IOException {
        List<Blob> blobs = list(folders);
        Process process = git.start(List.of("cat-file", "--batch"));
        try (OutputStream names = process.getOutputStream();
                InputStream contents = new BufferedInputStream(process.getInputStream())) {
            for (Blob blob : blobs) {
                Path file = to.resolve(blob.path()).normalize();
                if (file.startsWith(to)) {
                    names.write((blob.id() + "\n").getBytes(StandardCharsets.US_ASCII));
                    names.flush();
                    byte[] content = content(contents, blob);
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    if (content.length <= LARGEST) {
                        Files.write(file, content);
                    }
                }
            }
        } finally {
            process.destroy();
        }
    }

    private List<Blob> list(List<String> folders) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("ls-tree", "-r", "-z", "--full-tree", commit));
        if (!folders.contains("")) {
            arguments.add("--");
            arguments.addAll(folders);
        }
        Git.Answer answer = git.ask(arguments.toArray(String[]::new));
        if (!answer.isGood()) {
            throw new IOException("git does not list the files of " + commit);
        }
        List<Blob> blobs = new ArrayList<>();
        for (String line : answer.output().split("\0", -1)) {
            // 100644 blob 5ca1ab1e...<TAB>path
            String[] parts = line.split("\t", 2);
            String[] facts = parts[0].split(" ", -1);
            boolean isFile = parts.length == 2 && facts.length == 3 && facts[0].startsWith("100");
            if (isFile && isPlain(parts[1])) {
                blobs.add(new Blob(facts[2], parts[1]));
            }
        }
        return blobs;
    }

    private static boolean isPlain(String path) {
        return path.indexOf('\\') < 0
                && path.indexOf(':') < 0
                && List.of(path.split("/", -1)).stream().noneMatch(LEADING_AWAY::contains);
    }

    private static IOException notHere(Blob blob) {
        return new IOException(
                "this partial clone does not have " + blob.path() + "; fetch it with: git fetch --refetch --no-filter");
    }

    /** {@code ID blob SIZE}, a line end, the content, a line end. */
    private static byte[] content(InputStream in, Blob blob) throws IOException {
        StringBuilder header = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                // how git ends when it must not ask another machine
                throw notHere(blob);
            }
            header.append((char) c);
        }
        String[] facts = header.toString().split(" ", -1);
        if (facts.length != 3 || !facts[2].matches("\\d{1,9}")) {
            throw notHere(blob);
        }
        int size = Integer.parseInt(facts[2]);
        byte[] content = in.readNBytes(Math.min(size, LARGEST + 1));
        in.skipNBytes(size - content.length);
        if (in.read() != '\n') {
            throw new EOFException("git stops in " + blob.path());
        }
        return content;
    }
}
