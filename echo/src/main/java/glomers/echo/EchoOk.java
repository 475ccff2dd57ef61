package glomers.echo;

import com.google.gson.JsonElement;
import glomers.protocol.Body;

/** The reply: {@code echo} as it was. */
record EchoOk(JsonElement echo) implements Body {}
