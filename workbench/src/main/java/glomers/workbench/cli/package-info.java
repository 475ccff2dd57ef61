/** The command line: {@code workbench test}, {@code simulate}, {@code serve} and {@code new}. */
package glomers.workbench.cli;
