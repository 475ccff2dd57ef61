/** Challenge 1: a node that gives back what it is sent. */
package glomers.echo;
