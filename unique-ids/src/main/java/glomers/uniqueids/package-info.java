/** Challenge 2: ids that no two requests share, without the nodes having to agree. */
package glomers.uniqueids;
