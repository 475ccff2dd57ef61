/**
 * Values of EDN, the notation of Maelstrom's results and histories, and how they are printed.
 *
 * <p>A value is null, a Boolean, a Number, a String, a {@link glomers.workbench.edn.Keyword}, a
 * {@link java.util.List} of values (a vector), a {@link glomers.workbench.edn.Seq} of values, a
 * {@link java.util.Set} of values, or a {@link java.util.Map} from values to values, printed in the
 * map's own order. What comes from JSON is turned into such values first, so that equal values are
 * equal objects.
 */
package glomers.workbench.edn;
