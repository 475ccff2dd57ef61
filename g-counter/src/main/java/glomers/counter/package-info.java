/** Challenge 4: a counter that only grows, over a store that is only sequentially consistent. */
package glomers.counter;
