/**
 * Challenge 5: append-only logs. Clients send messages to logs, poll them, and commit their
 * positions; Maelstrom's kafka workload. The rules that judge it are those of Jepsen's kafka
 * checker, with stricter ones of our own.
 *
 * <p>A key names a log; each message in it has an offset. Offsets need not follow on one another,
 * so most rules go by a message's <em>index</em>: its place among the messages known, in the order
 * of their offsets.
 *
 * <h2>What histories hold</h2>
 *
 * Keys are strings, offsets whole numbers from 0, messages any values of EDN, each sent only once
 * to its key.
 *
 * <table>
 * <caption>Values of entries, by function</caption>
 * <tr><th>f</th><th>invocation</th><th>ok</th><th>fail, info</th></tr>
 * <tr><td>send</td><td>{@code [[:send k v]]}</td><td>{@code [[:send k [offset v]]]}</td>
 *     <td>as invoked</td></tr>
 * <tr><td>poll</td><td>{@code [[:poll]]}</td><td>{@code [[:poll {k [[offset v] …]}]]}</td>
 *     <td>as ok if messages came, but not the acknowledgement of their commit; else as invoked</td>
 *     </tr>
 * <tr><td>assign</td><td>{@code {:keys [k …]}}, also with {@code :seek-to-beginning? true}</td>
 *     <td>with {@code :committed {k offset}}, the committed offsets that the node listed; without
 *     it if it seeks to the beginning, which asks for none</td><td>as invoked</td></tr>
 * <tr><td>crash</td><td>nil</td><td>never</td><td>info, nil: a new client takes over</td></tr>
 * </table>
 *
 * <p>Jepsen's histories are the same but for assigns, whose value is the list of keys there, and
 * for polls whose commit was not acknowledged, whose messages are not recorded there.
 *
 * <p>A client commits, after each poll that returned messages, the highest offset of each key. So a
 * history tells what was committed without a field for it: an ok poll's commit was acknowledged,
 * that of a failed one was only asked for. {@link
 * glomers.workbench.workload.kafka.KafkaSession.Positions Positions} says from which offsets a
 * client polls.
 */
package glomers.workbench.workload.kafka;
