/**
 * What a person sees first of a run: its verdict, what is wrong, the shortest run that fails in the
 * same way, how to run it again and where to look, on one screen.
 */
package glomers.workbench.report.screen;
