package glomers.workbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import glomers.protocol.Message;
import glomers.workbench.fault.Act;
import glomers.workbench.fault.FaultEvent;
import glomers.workbench.fault.Measure;
import glomers.workbench.network.LossReason;
import glomers.workbench.trace.TraceEvent;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.InputSource;

class SpacetimePictureTest {
  private static final long MS = 1_000_000;
  private static final List<String> NODES = List.of("n0", "n1");

  private static TraceEvent message(
      long id, long sent, long end, String src, String dest, String body, LossReason loss) {
    JsonObject json = JsonParser.parseString(body).getAsJsonObject();
    return new TraceEvent.MessageEnded(
        end * MS, sent * MS, id, new Message(src, dest, json), Optional.ofNullable(loss));
  }

  private static Document draw(TraceEvent... events) throws Exception {
    String svg = SpacetimePicture.of(List.of(events), NODES, BodyLabel::of);
    assertThat(SpacetimePicture.of(List.of(events), NODES, BodyLabel::of)).isEqualTo(svg);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static long count(Document svg, String element, String style) {
    long count = 0;
    for (int i = 0; i < svg.getElementsByTagName(element).getLength(); i++) {
      if (svg.getElementsByTagName(element)
          .item(i)
          .getAttributes()
          .getNamedItem("class")
          .getTextContent()
          .equals(style)) {
        count++;
      }
    }
    return count;
  }

  @Test
  void saysThatPartitionCutsNothing() {
    FaultEvent idle = new FaultEvent.Partition(Map.of("n0", List.of(), "n1", List.of()));
    assertThat(FaultLabel.ofNetwork(idle)).containsExactly("partition", "cuts nothing");
  }

  @Test
  void drawsArrivalsLossesAndFaults() throws Exception {
    Document svg =
        draw(
            new TraceEvent.Fault(0, FaultEvent.Partition.between(List.of("n1"), List.of("n0"))),
            message(1, 0, 0, "c0", "n0", "{\"type\":\"add\",\"delta\":3}", null),
            message(2, 0, 100, "n0", "n1", "{\"type\":\"gossip\"}", LossReason.PARTITION),
            new TraceEvent.Fault(200 * MS, new FaultEvent.Heal(FaultEvent.Partition.NAME)),
            message(3, 300, 400, "n0", "n1", "{\"type\":\"gossip\"}", null));
    assertThat(count(svg, "path", "call")).isEqualTo(1);
    assertThat(count(svg, "path", "lost")).isEqualTo(1);
    assertThat(count(svg, "path", "cross")).isEqualTo(2);
    assertThat(count(svg, "path", "sent")).isEqualTo(1);
    assertThat(count(svg, "rect", "band")).isEqualTo(1);
    assertThat(svg.getDocumentElement().getTextContent()).contains("add 3", "n1 | n0", "0.2 s");
  }

  @Test
  void saysFaultsInPlainWords() throws Exception {
    List<String> n0 = List.of("n0");
    List<FaultEvent> faults =
        List.of(
            new FaultEvent.Partition(Map.of("n0", List.of("n1"))),
            new FaultEvent.Heal(FaultEvent.Partition.NAME),
            new FaultEvent.OneWayPartition(n0),
            new FaultEvent.Heal(FaultEvent.OneWayPartition.NAME),
            Measure.LOSS.to(0.25),
            Measure.LOSS.to(0),
            Measure.DUPLICATE.to(1),
            Measure.DUPLICATE.to(0),
            Measure.REORDER.to(100),
            Measure.REORDER.to(0),
            Measure.SLOW.to(10),
            Measure.SLOW.to(1),
            Measure.STORE_SLOW.to(50),
            Measure.STORE_SLOW.to(0),
            Measure.STORE_LOST.to(0.5),
            Measure.STORE_LOST.to(0),
            Act.POWER_OFF.to(NODES),
            Act.POWER_ON.to(NODES),
            Act.SLOW_DISK.to(n0),
            Act.MEND_DISK.to(n0),
            Act.CORRUPT.to(n0),
            Act.RESTORE.to(n0),
            new FaultEvent.ClockRates(Map.of("n0", 0.5)));
    List<TraceEvent> events = new ArrayList<>();
    for (FaultEvent fault : faults) {
      events.add(new TraceEvent.Fault(events.size() * 50 * MS, fault));
      events.add(
          message(
              events.size(),
              events.size() * 50,
              events.size() * 50 + 40,
              "n0",
              "n1",
              "{\"type\":\"gossip\"}",
              null));
    }
    String text = draw(events.toArray(TraceEvent[]::new)).getDocumentElement().getTextContent();
    assertThat(text.lines().collect(Collectors.joining(" ")))
        .contains("n0 receives nothing from n1", "n0 receives nothing")
        .contains("25 % of messages are lost", "all messages arrive twice")
        .contains("messages up to 100 ms later", "messages take 10 × as long")
        .contains("stores up to 50 ms later", "50 % of messages of stores lost")
        .contains("power fails", "power is back", "disk is slow", "disk is sound")
        .contains("bits flip on disk", "bits flipped back", "clock runs × 0.5");
  }

  @Test
  void labelsOfTwoFaultsDoNotCoverEachOther() throws Exception {
    Document svg =
        draw(
            new TraceEvent.Fault(0, Measure.LOSS.to(0.5)),
            new TraceEvent.Fault(0, Measure.SLOW.to(10)),
            message(1, 0, 100, "n0", "n1", "{\"type\":\"gossip\"}", null),
            new TraceEvent.Fault(200 * MS, Measure.LOSS.to(0)),
            new TraceEvent.Fault(200 * MS, Measure.SLOW.to(1)));
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
      NamedNodeMap attributes = svg.getElementsByTagName("text").item(i).getAttributes();
      if (attributes.getNamedItem("class").getTextContent().equals("faultname")) {
        heights.add(Double.parseDouble(attributes.getNamedItem("y").getTextContent()));
      }
    }
    heights.sort(null);
    assertThat(heights).hasSize(7);
    for (int i = 1; i < heights.size(); i++) {
      assertThat(heights.get(i) - heights.get(i - 1)).isGreaterThanOrEqualTo(13);
    }
    assertThat(svg.getDocumentElement().getTextContent()).contains("loss ends", "slow ends");
  }

  @Test
  void showsHostileTextAsText() throws Exception {
    Document svg = draw(message(1, 0, 0, "c0", "n0", "{\"type\":\"</svg><script>&\\\"'\"}", null));
    assertThat(svg.getDocumentElement().getTextContent()).contains("</svg><script>&\"'");
    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void drawsNothingOfAnEmptyTrace() throws Exception {
    assertThat(count(draw(), "path", "lane")).isEqualTo(2);
  }

  @Test
  void labelsLeaveOutNumbersOfMessagesAndRandomSuffixes() {
    String body =
        "{\"type\":\"digest\",\"msg_id\":7,\"vector\":{\"n0-2925ae31\":1},\"a\":true,\"b\":false}";
    assertThat(BodyLabel.of(JsonParser.parseString(body).getAsJsonObject()))
        .isEqualTo("digest {n0:1} a");
  }

  @Test
  void standsInPagesWithTheirStyles() {
    TraceEvent call = message(1, 0, 0, "c0", "n0", "{\"type\":\"add\",\"delta\":3}", null);
    TraceEvent gossip = message(2, 0, 0, "n0", "n1", "{\"type\":\"gossip\",\"sum\":3}", null);
    String svg = inline(call, gossip);
    assertThat(svg).startsWith("<svg class=\"spacetime\"").doesNotContain("<style", "xmlns");
    assertThat(svg).contains(">add 3</text>", ">gossip 3</text>");
    assertThat(svg).contains("<path class=\"call\"", "<path class=\"sent\"");
  }

  @Test
  void narrowLanesFitAPhone() {
    TraceEvent call = message(1, 0, 0, "c0", "n0", "{\"type\":\"read\"}", null);
    assertThat(width(inline(call))).isLessThan(420);
    assertThat(width(SpacetimePicture.of(List.of(call), NODES, BodyLabel::of))).isGreaterThan(420);
  }

  private static String inline(TraceEvent... events) {
    MessageLabels labels = new MessageLabels(List.of(events), Optional.empty());
    return SpacetimePicture.inline(List.of(events), NODES, labels);
  }

  private static double width(String svg) {
    return Double.parseDouble(svg.replaceAll("(?s).*? width=\"([\\d.]+)\".*", "$1"));
  }
}
