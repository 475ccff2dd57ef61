/** The checks of every test, whatever its workload. */
package glomers.workbench.checker.general;
