package shop;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

public class Application {
    static final EntityManagerFactory ORDERS = Persistence.createEntityManagerFactory("orders");

    public static EntityManagerFactory orders() {
        return ORDERS;
    }

    public int markSeen(String id) {
        EntityManager manager = ORDERS.createEntityManager();
        try {
            return manager.createNativeQuery("UPDATE orders SET seen = true").executeUpdate();
        } finally {
            manager.close();
        }
    }
}
