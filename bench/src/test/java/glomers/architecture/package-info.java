/**
 * Tests that hold what ARCHITECTURE.md says: which packages may depend on which, what the parts may
 * know, and what may reach the outside world. They stand in this module because it is the last of
 * the build, and sees the classes of all others.
 */
package glomers.architecture;
