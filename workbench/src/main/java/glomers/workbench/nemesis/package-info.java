/** Faults that are put into a test on purpose, and the schedule by which they come and go. */
package glomers.workbench.nemesis;
