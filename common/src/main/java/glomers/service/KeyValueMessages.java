package glomers.service;

import com.google.gson.JsonElement;
import glomers.protocol.Body;

/** The messages between a {@link KeyValue} and its store. */
interface KeyValueMessages {
  record Read(Object key) implements Body {}

  record ReadOk(JsonElement value) implements Body {}

  record Write(Object key, Object value) implements Body {}

  record WriteOk() implements Body {}

  record Cas(Object key, Object from, Object to, boolean createIfNotExists) implements Body {}

  record CasOk() implements Body {}
}
