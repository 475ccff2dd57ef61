/** How long the tests of all modules take. */
package glomers.times;
