package glomers.workbench.session;

import com.google.gson.JsonObject;
import com.google.gson.stream.JsonToken;
import glomers.protocol.RpcException;
import glomers.protocol.json.MisfitException;

/** Advice on mistakes that a language invites, for replies in which one shows for certain. */
final class Traps {
  private static final String RUST_NONE =
      ". Leave the field out where there is no number: in Rust, a None is written as null unless the"
          + " field has #[serde(skip_serializing_if = \"Option::is_none\")]";

  private Traps() {}

  /**
   * What to do about a malformed reply, as the end of a sentence; empty if nothing is certain.
   *
   * @param problem what is wrong with the body
   */
  static String advice(JsonObject body, RpcException problem) {
    if (isNull(body, "msg_id") || isNull(body, "in_reply_to")) {
      return RUST_NONE;
    }
    if (problem.getCause() instanceof MisfitException misfit && misfit.found() == JsonToken.NULL) {
      return switch (misfit.expected()) {
        case BEGIN_ARRAY ->
            ". Write [] where there is nothing: in Go, a nil slice is written as null; make an empty"
                + " one, such as []int{}";
        case BEGIN_OBJECT ->
            ". Write {} where there is nothing: in Go, a nil map is written as null; make an empty"
                + " one";
        default -> ". Leave out what has no value";
      };
    }
    return "";
  }

  private static boolean isNull(JsonObject body, String field) {
    return body.has(field) && body.get(field).isJsonNull();
  }
}
