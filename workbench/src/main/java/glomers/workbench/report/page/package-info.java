/**
 * The report of a run: one HTML file that needs nothing else. Java chooses and explains what is
 * shown ({@code Sample}, {@code Explanations}, {@code Charts}); the scripts in this package's
 * resources only draw it.
 */
package glomers.workbench.report.page;
