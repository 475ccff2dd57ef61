/** Challenge 5: append-only logs, as those of Apache Kafka. */
package glomers.kafka;
