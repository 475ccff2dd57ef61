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
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A spacetime diagram of a scenario's trace: a lane per node, time from top to bottom, an arrow per
 * message. A lost message is a dashed line to a cross; a fault is a band while it is active.
 */
public final class SpacetimePicture {
  private static final double TOP = 44;
  private static final double LEFT = 92;
  private static final double INLINE_LEFT = 72;
  private static final double RIGHT = 100;
  private static final double INLINE_GAP_MIN = 116;
  private static final double INLINE_GAP_MAX = 220;

  /** One node or two have room for a whole transaction at their arrows. */
  private static final double INLINE_GAP_MAX_OF_FEW = 300;

  private static final int FEW = 2;
  private static final int LABEL_CHARS_MAX = 28;
  private static final int LABEL_CHARS_MAX_OF_FEW = 44;
  private final List<TraceEvent> events;
  private final Function<MessageEnded, String> label;
  private final boolean isInline;
  private final Lanes lanes;
  private final Rows rows;
  private final double bottom;
  private final Svg svg = new Svg();

  private SpacetimePicture(
      List<TraceEvent> events,
      List<String> nodes,
      Function<MessageEnded, String> label,
      boolean isInline) {
    this.isInline = isInline;
    this.events =
        events.stream()
            .filter(event -> event instanceof MessageEnded || event instanceof TraceEvent.Fault)
            .toList();
    this.label = label;
    this.lanes = new Lanes(this.events, nodes, isInline ? INLINE_LEFT : LEFT, gap(nodes.size()));
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
    return new SpacetimePicture(
            events, nodes, message -> label.apply(message.message().body()), false)
        .draw(notes(events));
  }

  /**
   * An SVG element for a page that has the styles of class {@code spacetime}: narrow where labels
   * are short, for small screens.
   *
   * @param nodes the ids of the nodes, in the order of their lanes
   * @param labels what stands at the messages
   */
  public static String inline(List<TraceEvent> events, List<String> nodes, MessageLabels labels) {
    int charsMax = nodes.size() <= FEW ? LABEL_CHARS_MAX_OF_FEW : LABEL_CHARS_MAX;
    return new SpacetimePicture(events, nodes, message -> labels.of(message, charsMax), true)
        .draw(notes(events));
  }

  /** As far as the longest label needs, if the picture stands in a page. */
  private OptionalDouble gap(int nodes) {
    if (!isInline) {
      return OptionalDouble.empty();
    }
    int chars =
        events.stream()
            .filter(MessageEnded.class::isInstance)
            .mapToInt(event -> label.apply((MessageEnded) event).length())
            .max()
            .orElse(0);
    double most = nodes <= FEW ? INLINE_GAP_MAX_OF_FEW : INLINE_GAP_MAX;
    double needed = LabelPlaces.width(chars) + 38;
    return OptionalDouble.of(Math.max(INLINE_GAP_MIN, Math.min(most, needed)));
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
    svg.raw(isInline ? inlineStart(width) : "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    svg.raw(" width=\"" + Svg.number(width) + "\" height=\"");
    svg.raw(Svg.number(bottom) + "\" viewBox=\"0 0 " + Svg.number(width) + " ");
    svg.raw(Svg.number(bottom) + "\" role=\"img\">\n");
    svg.raw(
        "<desc>"
            + Svg.escape(description)
            + "</desc>\n"
            + (isInline ? "" : PictureStyle.STYLE)
            + PictureStyle.DEFINITIONS);
    svg.rectangle("paper", 0, 0, width, bottom);
    faults();
    lanes();
    times();
    labels();
    svg.raw("</svg>\n");
    return svg.toString();
  }

  /** A small screen may make it smaller, as long as labels can be read. */
  private static String inlineStart(double width) {
    return "<svg class=\"spacetime\" style=\"min-width:" + Svg.number(0.8 * width) + "px\"";
  }

  private void faults() {
    List<Band> bands = new ArrayList<>();
    Map<String, FaultMark> active = new LinkedHashMap<>();
    for (FaultMark mark : marks()) {
      String fault = mark.event().fault();
      if (!mark.nodes().isEmpty()) {
        continue; // drawn on the node's lane
      }
      if (mark.begins()) {
        active.putIfAbsent(fault, mark);
      } else if (active.containsKey(fault)) {
        bands.add(new Band(active.remove(fault), mark.y()));
      }
    }
    active.values().forEach(start -> bands.add(new Band(start, bottom)));
    Map<MarginText, Double> places = MarginText.places(texts(bands));
    bands.forEach(band -> draw(band, bands.size() > 1, places));
  }

  /** A fault of the network, from its beginning to its end. */
  private record Band(FaultMark fault, double to) {
    MarginText start() {
      return new MarginText(fault.y() + 14, FaultLabel.ofNetwork(fault.event()));
    }

    MarginText end(boolean isOneOfSeveral) {
      String which = isOneOfSeveral ? fault.event().fault() + " " : "";
      return new MarginText(to - 4, List.of(which + "ends"));
    }
  }

  private List<MarginText> texts(List<Band> bands) {
    List<MarginText> texts = new ArrayList<>();
    for (Band band : bands) {
      texts.add(band.start());
      if (band.to() < bottom) {
        texts.add(band.end(bands.size() > 1));
      }
    }
    return texts;
  }

  private List<FaultMark> marks() {
    return events.stream()
        .filter(TraceEvent.Fault.class::isInstance)
        .map(event -> new FaultMark(((TraceEvent.Fault) event).event(), rows.end(event).y()))
        .toList();
  }

  private void draw(Band band, boolean isOneOfSeveral, Map<MarginText, Double> places) {
    double from = lanes.first() - 12;
    double right = lanes.last() + RIGHT - 8;
    double top = band.fault().y();
    svg.rectangle("band", from, top, right - from, band.to() - top);
    svg.line("edge", from, top, right, top);
    if (band.to() < bottom) {
      svg.line("edge", from, band.to(), right, band.to());
      margin(band.end(isOneOfSeveral), places);
    }
    margin(band.start(), places);
  }

  private void margin(MarginText text, Map<MarginText, Double> places) {
    double y = places.get(text);
    for (String line : text.lines()) {
      svg.text("faultname", lanes.last() + 10, y, "start", line);
      y += MarginText.LINE;
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
      lane(id, lanes.x(id), ofNode.getOrDefault(id, List.of()));
    }
  }

  private void lane(String node, double x, List<FaultMark> faults) {
    double y = 26;
    boolean isDown = false;
    for (FaultMark fault : faults) {
      stretch(x, y, fault.y(), isDown);
      isDown = fault.isDown() || isDown && !fault.isUp();
      y = fault.y();
      if (fault.isKill()) {
        cross(x, y);
      } else {
        svg.dot("dot", x, y);
      }
      svg.text("reason", x + 9, y + 4, "start", FaultLabel.ofNode(fault.event(), node));
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
            .putIfAbsent(label.apply(message), message);
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

  /** Grey with clients; in articles, where calls take no time, what is level is one of those. */
  private String style(MessageEnded message, boolean isLevel) {
    boolean withClient =
        Lanes.isClient(message.message().src()) || Lanes.isClient(message.message().dest());
    return (isInline ? withClient : isLevel) ? "call" : "sent";
  }

  private void arrow(MessageEnded message) {
    double x1 = lanes.x(message.message().src());
    double y1 = rows.start(message).y();
    double x2 = lanes.x(message.message().dest());
    double y2 = rows.end(message).y();
    if (message.loss().isEmpty()) {
      svg.line(style(message, y1 == y2), x1, y1, x2, y2);
      return;
    }
    double toX = x2 - Math.signum(x2 - x1) * 26;
    double toY = y1 + (y2 - y1) * (toX - x1) / (x2 - x1);
    svg.line("lost", x1, y1, toX, toY);
    cross(toX, toY);
  }
}
