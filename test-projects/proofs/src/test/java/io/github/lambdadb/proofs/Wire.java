package io.github.lambdadb.proofs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carries bytes between a client and a server, until it is cut. */
final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final int port;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();

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

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket client = entrance.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            ends.add(client);
            ends.add(server);
            start(() -> copy(client, server));
            start(() -> copy(server, client));
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
        to.close();
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
