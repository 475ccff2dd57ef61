package glomers.service;

import glomers.protocol.Body;
import glomers.protocol.json.JsonText;

/** The messages between a {@link KeyValue} and its store. */
interface KeyValueMessages {
  record Read(Object key) implements Body {}

  record ReadOk(JsonText value) implements Body {}

  record Write(Object key, Object value) implements Body {}

  record WriteOk() implements Body {}

  record Cas(Object key, Object from, Object to, boolean createIfNotExists) implements Body {}

  record CasOk() implements Body {}
}
