/** The command line: {@code workbench test}, {@code simulate} and {@code serve}. */
package glomers.workbench.cli;
