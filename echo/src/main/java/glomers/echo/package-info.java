/** Challenge 1: a node that sends back what it receives. */
package glomers.echo;
