/** Challenge 2: unique ids, which nodes generate without coordination. */
package glomers.uniqueids;
