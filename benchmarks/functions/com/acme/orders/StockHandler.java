package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

public final class StockHandler implements RequestHandler<Map<String, String>, String> {
    private final OrderDao orders = new OrderDao();

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        return orders.status(event.getOrDefault("order", ""));
    }
}
