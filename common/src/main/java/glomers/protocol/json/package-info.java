/**
 * JSON text to records and back; knows nothing of messages. Three classes do the work for others:
 * {@link glomers.protocol.json.TextCursor} reads text, {@link glomers.protocol.json.LineWriter}
 * writes it, and {@link glomers.protocol.json.RecordFormat} does both for a class of records.
 *
 * <p>A record is read in one of two ways. The fast way reads text of the usual form straight into
 * the record ({@link glomers.protocol.json.TextAdapter}). The careful way reads a tree ({@link
 * glomers.protocol.json.TreeAdapter}), takes every form, and is the only one that says what is
 * wrong; {@link glomers.protocol.json.Reading} tells when it is needed.
 */
package glomers.protocol.json;
