package glomers.workbench.client;

import com.google.gson.JsonObject;

/**
 * A request to a node.
 *
 * @param body what is asked, with its {@code type} but without a {@code msg_id}
 * @param reply the form that the reply must have
 */
public record Call(JsonObject body, ReplySchema reply) {}
