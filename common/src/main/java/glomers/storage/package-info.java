/**
 * What a node keeps across a crash: a log of records and a snapshot, in one file. {@link
 * glomers.storage.Storage} is what a server sees; {@link glomers.storage.Disk} is the port behind
 * which the file is a real one, or one in memory that loses what a real one may lose.
 */
package glomers.storage;
