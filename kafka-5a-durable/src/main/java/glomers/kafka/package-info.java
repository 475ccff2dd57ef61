/** Challenge 5: append-only logs, as those of Apache Kafka; here with a disk beneath. */
package glomers.kafka;
