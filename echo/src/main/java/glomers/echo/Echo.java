package glomers.echo;

import com.google.gson.JsonElement;
import glomers.protocol.Body;

/** Asks for {@code echo} back, which may be any JSON value. */
record Echo(JsonElement echo) implements Body {}
