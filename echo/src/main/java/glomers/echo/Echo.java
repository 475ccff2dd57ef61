package glomers.echo;

import com.google.gson.JsonElement;
import glomers.protocol.Body;

/** A request to send back {@code echo}, which may be any JSON value. */
record Echo(JsonElement echo) implements Body {}
