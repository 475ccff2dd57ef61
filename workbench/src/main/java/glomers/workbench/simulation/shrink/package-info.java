/**
 * The shortest failing run: a failing run becomes a script of steps, from which everything is left
 * out that is not needed for the same failure (delta debugging; Zeller and Hildebrandt 2002).
 */
package glomers.workbench.simulation.shrink;
