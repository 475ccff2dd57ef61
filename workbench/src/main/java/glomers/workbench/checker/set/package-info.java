/**
 * Judges a set that only grows: which elements became visible to every read, which were lost, and
 * how long that took. Modelled on Jepsen's set-full checker, with four stricter rules.
 */
package glomers.workbench.checker.set;
