/**
 * The shortest failing run: a failing run is a plan, from which everything is left out that is not
 * needed for the same failure (delta debugging; Zeller and Hildebrandt 2002).
 */
package glomers.workbench.shrink;
