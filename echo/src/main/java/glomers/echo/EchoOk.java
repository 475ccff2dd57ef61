package glomers.echo;

import com.google.gson.JsonElement;
import glomers.protocol.Body;

/** Gives {@code echo} back. */
record EchoOk(JsonElement echo) implements Body {}
