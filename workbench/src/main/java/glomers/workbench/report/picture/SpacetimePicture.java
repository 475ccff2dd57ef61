package glomers.workbench.report.picture;

import com.google.gson.JsonObject;
import glomers.workbench.trace.TraceEvent;
import glomers.workbench.trace.TraceEvent.MessageEnded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A spacetime diagram of a scenario's trace: a lane per node, time from top to bottom, an arrow per
 * message. A lost message is a dashed line to a cross; a fault is a band while it is active.
 */
public final class SpacetimePicture {
  private static final double TOP = 44;
  private static final double LEFT = 92;
  private static final double RIGHT = 100;
  private static final String STYLE =
      """
      <style>
      .paper{fill:#fff}.ink,.small,.time,.label,.reason{font:13px system-ui,sans-serif;fill:#1b1b1b}
      .time,.small{font-size:11px;fill:#595959}.label,.reason{font-size:12px}
      .label,.reason{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
      .reason,.faultname{fill:#a33c00}.faultname{font:11px system-ui,sans-serif}
      path{fill:none}.lane{stroke:#8a8a8a}.cut{stroke:#8a8a8a;stroke-width:2;stroke-dasharray:2 4}
      .down{stroke:#a33c00;stroke-dasharray:1 5;stroke-width:2}
      .sent{stroke:#0072b2;stroke-width:1.4;marker-end:url(#head)}
      .call{stroke:#6b6b6b;stroke-width:1.2;marker-end:url(#grey)}
      .lost{stroke:#c24700;stroke-width:1.4;stroke-dasharray:5 4}
      .cross{stroke:#c24700;stroke-width:2}
      .head{fill:#0072b2}.grey{fill:#6b6b6b}.dot{fill:#1b1b1b}
      .band{fill:url(#hatch)}.edge{stroke:#a06a00;stroke-dasharray:4 3}.stripe{stroke:#e69f00}
      @media (prefers-color-scheme:dark){
      .paper{fill:#16181b}.ink,.label{fill:#ececec}.time,.small{fill:#a9adb3}
      .label,.reason{stroke:#16181b}.reason,.faultname{fill:#ff8a4c}
      .lane,.cut{stroke:#70757d}.down{stroke:#ff8a4c}.sent{stroke:#56b4e9}.head{fill:#56b4e9}
      .call{stroke:#9aa0a6}.grey{fill:#9aa0a6}.lost,.cross{stroke:#ff8a4c}.dot{fill:#ececec}
      .edge{stroke:#e69f00}.stripe{stroke:#a06a00}}
      </style>
      <defs>
      <marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
      markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker>
      <marker id="grey" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
      markerUnits="userSpaceOnUse" orient="auto"><path class="grey" d="M0 0L8 4L0 8z"/></marker>
      <pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" \
      patternTransform="rotate(45)"><path class="stripe" stroke-opacity=".35" d="M0 0V9"/></pattern>
      </defs>
      """;

  private final List<TraceEvent> events;
  private final Function<JsonObject, String> label;
  private final Lanes lanes;
  private final Rows rows;
  private final double bottom;
  private final Svg svg = new Svg();

  private SpacetimePicture(
      List<TraceEvent> events, List<String> nodes, Function<JsonObject, String> label) {
    this.events =
        events.stream()
            .filter(event -> event instanceof MessageEnded || event instanceof TraceEvent.Fault)
            .toList();
    this.label = label;
    this.lanes = new Lanes(this.events, nodes, LEFT);
    this.rows = new Rows(this.events, TOP);
    List<Rows.Row> all = rows.all();
    this.bottom = (all.isEmpty() ? TOP : all.get(all.size() - 1).y()) + 16;
  }

  /**
   * The text of an SVG file.
   *
   * @param nodes the ids of the nodes, in the order of their lanes
   * @param label what stands at a message with this body
   */
  public static String of(
      List<TraceEvent> events, List<String> nodes, Function<JsonObject, String> label) {
    return new SpacetimePicture(events, nodes, label).draw(notes(events));
  }

  private static String notes(List<TraceEvent> events) {
    StringBuilder text = new StringBuilder("A spacetime diagram; time goes down.");
    for (TraceEvent event : events) {
      if (event instanceof TraceEvent.Note note) {
        text.append(' ').append(note.text());
      }
    }
    return text.toString();
  }

  private String draw(String description) {
    double width = lanes.last() + RIGHT;
    svg.raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + Svg.number(width) + "\" height=\"");
    svg.raw(Svg.number(bottom) + "\" viewBox=\"0 0 " + Svg.number(width) + " ");
    svg.raw(Svg.number(bottom) + "\" role=\"img\">\n");
    svg.raw("<desc>" + Svg.escape(description) + "</desc>\n" + STYLE);
    svg.rectangle("paper", 0, 0, width, bottom);
    faults();
    lanes();
    times();
    labels();
    svg.raw("</svg>\n");
    return svg.toString();
  }

  private void faults() {
    Map<String, FaultMark> active = new LinkedHashMap<>();
    for (FaultMark mark : marks()) {
      String fault = mark.event().fault();
      if (mark.begins()) {
        active.putIfAbsent(fault, mark);
      } else if (active.containsKey(fault)) {
        band(active.remove(fault), mark.y());
      }
    }
    active.values().forEach(start -> band(start, bottom));
  }

  private List<FaultMark> marks() {
    return events.stream()
        .filter(TraceEvent.Fault.class::isInstance)
        .map(event -> new FaultMark(((TraceEvent.Fault) event).event(), rows.end(event).y()))
        .toList();
  }

  private void band(FaultMark fault, double to) {
    if (!fault.nodes().isEmpty()) {
      return; // drawn on the node's lane
    }
    double from = lanes.first() - 12;
    double right = lanes.last() + RIGHT - 8;
    svg.rectangle("band", from, fault.y(), right - from, to - fault.y());
    svg.line("edge", from, fault.y(), right, fault.y());
    if (to < bottom) {
      svg.line("edge", from, to, right, to);
      svg.text("faultname", lanes.last() + 10, to - 4, "start", "ends");
    }
    String[] words = fault.text().split("\n");
    for (int i = 0; i < words.length; i++) {
      svg.text("faultname", lanes.last() + 10, fault.y() + 14 + 13 * i, "start", words[i]);
    }
  }

  private void lanes() {
    Map<String, List<FaultMark>> ofNode = new HashMap<>();
    for (FaultMark mark : marks()) {
      for (String node : mark.nodes()) {
        ofNode.computeIfAbsent(node, id -> new ArrayList<>()).add(mark);
      }
    }
    for (String id : lanes.ids()) {
      svg.text("ink", lanes.x(id), 18, "middle", id);
      lane(lanes.x(id), ofNode.getOrDefault(id, List.of()));
    }
  }

  private void lane(double x, List<FaultMark> faults) {
    double y = 26;
    boolean isDown = false;
    for (FaultMark fault : faults) {
      stretch(x, y, fault.y(), isDown);
      isDown = fault.begins();
      y = fault.y();
      if (fault.isKill()) {
        cross(x, y);
      } else {
        svg.dot("dot", x, y);
      }
      svg.text("reason", x + 9, y + 4, "start", fault.text());
    }
    stretch(x, y, bottom - 6, isDown);
  }

  /** A piece of a lane; dotted where time is cut short, or the node is down. */
  private void stretch(double x, double from, double to, boolean isDown) {
    double y = from;
    for (Rows.Row row : rows.all()) {
      double cutFrom = Math.max(y, row.y() - 38);
      if (!isDown && row.afterCut() && row.y() > y && row.y() <= to) {
        svg.line("lane", x, y, x, cutFrom);
        svg.line("cut", x, cutFrom, x, row.y() - 12);
        y = row.y() - 12;
      }
    }
    svg.line(isDown ? "down" : "lane", x, y, x, to);
  }

  private void cross(double x, double y) {
    svg.line("cross", x - 5, y - 5, x + 5, y + 5);
    svg.line("cross", x - 5, y + 5, x + 5, y - 5);
  }

  private void times() {
    double free = 0;
    long shown = -1;
    for (Rows.Row row : rows.all()) {
      if (row.timeNanos() != shown && row.y() >= free) {
        svg.text("time", 54, row.y() + 4, "end", seconds(row.timeNanos()));
        shown = row.timeNanos();
        free = row.y() + 13;
      }
    }
  }

  private static String seconds(long nanos) {
    String text = String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    return text.replaceFirst("\\.?0+$", "") + " s";
  }

  /** Where messages leave one node to the same side; the same text stands there once. */
  private record Start(String src, double y, boolean right) {}

  private void labels() {
    Map<Start, Map<String, MessageEnded>> texts = new LinkedHashMap<>();
    for (TraceEvent event : events) {
      if (event instanceof MessageEnded message) {
        arrow(message);
        String src = message.message().src();
        boolean right = lanes.x(message.message().dest()) > lanes.x(src);
        Start start = new Start(src, rows.start(message).y(), right);
        texts
            .computeIfAbsent(start, none -> new LinkedHashMap<>())
            .putIfAbsent(label.apply(message.message().body()), message);
      }
    }
    LabelPlaces places = new LabelPlaces();
    texts.forEach(
        (start, some) ->
            some.forEach(
                (text, message) -> {
                  LabelPlaces.Place place =
                      places.find(
                          text,
                          lanes.x(start.src()),
                          start.y(),
                          lanes.x(message.message().dest()),
                          rows.end(message).y());
                  svg.text("label", place.x(), place.y(), "middle", text);
                }));
  }

  private void arrow(MessageEnded message) {
    double x1 = lanes.x(message.message().src());
    double y1 = rows.start(message).y();
    double x2 = lanes.x(message.message().dest());
    double y2 = rows.end(message).y();
    if (message.loss().isEmpty()) {
      svg.line(y1 == y2 ? "call" : "sent", x1, y1, x2, y2);
      return;
    }
    double toX = x2 - Math.signum(x2 - x1) * 26;
    double toY = y1 + (y2 - y1) * (toX - x1) / (x2 - x1);
    svg.line("lost", x1, y1, toX, toY);
    cross(toX, toY);
  }
}
