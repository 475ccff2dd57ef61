package glomers.workbench.report.page;

import java.util.List;

/**
 * What the messages say of a finding.
 *
 * @param sentence what became of the messages that carried the finding's values; empty if nothing
 *     is to be said
 * @param rows the rows of the recording that it rests on
 */
record Explanation(String sentence, List<Integer> rows) {}
