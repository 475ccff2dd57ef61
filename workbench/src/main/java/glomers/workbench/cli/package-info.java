/** The command line: {@code workbench test} and {@code workbench serve}. */
package glomers.workbench.cli;
