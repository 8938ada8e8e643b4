package io.github.lambdadb.proofs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Carries bytes between a client and a server, until it is cut. */
final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final int port;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean muted;

    private Wire(ServerSocket entrance, int port) {
        this.entrance = entrance;
        this.port = port;
    }

    /** A wire to that port of this machine. */
    static Wire to(int port) throws IOException {
        Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        wire.start(wire::accept);
        return wire;
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Breaks what is connected, as a snapshot does; new connections work. */
    void cut() throws IOException {
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    /** From now on what the server answers gets lost. */
    void mute() {
        muted = true;
    }

    /** How many bytes the server has answered so far. */
    long answered() {
        return answered.get();
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket client = entrance.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            ends.add(client);
            ends.add(server);
            start(() -> {
                client.getInputStream().transferTo(server.getOutputStream());
                server.close();
            });
            start(() -> {
                answer(server, client);
                client.close();
            });
        }
    }

    private void answer(Socket server, Socket client) throws IOException {
        byte[] buffer = new byte[8192];
        int length = server.getInputStream().read(buffer);
        while (length >= 0) {
            if (!muted) {
                client.getOutputStream().write(buffer, 0, length);
            }
            answered.addAndGet(length);
            length = server.getInputStream().read(buffer);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // an end was closed: that is how a wire ends
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
