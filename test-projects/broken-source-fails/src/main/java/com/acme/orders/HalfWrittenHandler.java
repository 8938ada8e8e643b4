package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Nobody finished this one. */
public class HalfWrittenHandler implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String orderId, Context context) {
        return "order " +
    }
}
