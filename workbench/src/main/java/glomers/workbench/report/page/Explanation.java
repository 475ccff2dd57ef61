package glomers.workbench.report.page;

import java.util.List;

/**
 * The explanation of a finding by the messages.
 *
 * @param sentence what became of the messages that carried the finding's values; empty if nothing
 *     is to be said
 * @param rows the rows of the recording that it rests on
 */
record Explanation(String sentence, List<Integer> rows) {}
