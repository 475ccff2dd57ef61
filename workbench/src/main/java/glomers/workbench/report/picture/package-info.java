/**
 * Pictures of small runs for articles: spacetime diagrams (Lamport 1978) as SVG, the same bytes for
 * the same run.
 */
package glomers.workbench.report.picture;
