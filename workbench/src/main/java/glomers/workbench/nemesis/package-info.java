/** The faults that a test injects, and the schedule by which they start and stop. */
package glomers.workbench.nemesis;
